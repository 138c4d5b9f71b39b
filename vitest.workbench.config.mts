import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/workbench/**/*.test.ts'],
    fileParallelism: false,
    // The files share a window.
    isolate: false,
    testTimeout: 150_000,
    hookTimeout: 180_000,
  },
});
