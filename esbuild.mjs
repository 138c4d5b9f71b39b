import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

const isWatching = process.argv.includes('--watch');

/** Every file under `folder` whose path ends like this, as an import list: `import 'suite:…'`. */
const importAll = {
  name: 'import-all',
  setup(build) {
    build.onResolve({ filter: /^suite:/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice('suite:'.length)),
      namespace: 'suite',
    }));
    build.onLoad({ filter: /.*/, namespace: 'suite' }, async ({ path }) => {
      const files = (await readdir(path, { recursive: true }))
        .filter((file) => file.endsWith('.test.ts'))
        .sort();
      return {
        contents: files.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n'),
        resolveDir: path,
        watchDirs: [path],
      };
    });
  },
};

/** KaTeX's style sheet names three formats of each font; every VS Code reads woff2, so the others stay out. */
const woff2Only = {
  name: 'woff2-only',
  setup(build) {
    build.onLoad({ filter: /katex\.min\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, ''),
      loader: 'css',
    }));
  },
};

/** Mocha's browser build would take this bundle's `module` for its own; without it, it sets globals as it should. */
const globalMocha = {
  name: 'global-mocha',
  setup(build) {
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `((module, exports) => {${await readFile(path, 'utf8')}\n})();`,
    }));
  },
};

/** `import script from 'worker:./x'`: the whole script of a worker as text, for a blob. */
const workerText = {
  name: 'worker-text',
  setup(build) {
    build.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
      path: `${join(resolveDir, path.slice('worker:'.length))}.ts`,
      namespace: 'worker',
    }));
    build.onLoad({ filter: /.*/, namespace: 'worker' }, async ({ path }) => {
      const options = { ...shared, platform: 'browser', format: 'iife', sourcemap: false };
      const { outputFiles, metafile } = await esbuild.build({
        ...options,
        entryPoints: [path],
        write: false,
        metafile: true,
      });
      return {
        contents: outputFiles[0].text,
        loader: 'text',
        watchFiles: Object.keys(metafile.inputs).map((file) => resolve(file)),
      };
    });
  },
};

const shared = {
  bundle: true,
  target: 'es2022',
  minify: !isWatching,
  sourcemap: isWatching ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
};

const builds = [
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/node/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode', 'node:fs/promises', 'node:child_process'],
  },
  {
    entryPoints: { panel: 'src/webview/main.ts', snippet: 'src/webview/snippet/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.svg': 'text' },
    assetNames: 'fonts/[name]',
    plugins: [woff2Only, workerText],
  },
  {
    entryPoints: ['test/vscode/index.ts'],
    outfile: 'out/test/vscode/index.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode', 'node:fs/promises'],
    minify: false,
    plugins: [importAll, globalMocha],
  },
];

await Promise.all(['dist', 'out/test'].map((folder) => rm(folder, { recursive: true, force: true })));
for (const build of builds) {
  const options = { ...shared, ...build };
  if (isWatching) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}
