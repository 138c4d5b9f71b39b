import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // As many workers as a small machine has cores: one less is the default. The files of a worker share their modules: loading them anew for each took longer than the tests.
  test: { include: ['test/unit/**/*.test.ts'], testTimeout: 20_000, isolate: false, maxWorkers: 2 },
});
