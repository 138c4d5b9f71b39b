import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The scripts of test/host read the files beside them, so they stay where they are. */
const hostStays = {
  name: 'host-stays',
  setup({ onResolve }) {
    onResolve({ filter: /\/host\/.*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(resolve(resolveDir, path)).href,
      external: true,
    }));
  },
};

/** Bundles a program of TypeScript into `out/` and runs it with the given arguments. */
export async function runBundled(entryPoint, name, args = []) {
  const outfile = `out/${name}.mjs`;
  await build({
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [hostStays],
    logLevel: 'warning',
  });
  execFileSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
}
