import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('core bundles for any platform, with no module of Node left in it', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/core/index.ts'],
    bundle: true,
    platform: 'neutral',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  expect(outputFiles[0].text.length).toBeGreaterThan(100_000);
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  expect(outside).toEqual([]);
});
