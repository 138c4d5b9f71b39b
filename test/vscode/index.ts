import 'mocha/mocha.js';

/** Results are printed below; mocha needs some reporter to construct. */
class Silent {}

/**
 * Runs every test file of this folder inside the extension host, in Node and in a web worker alike. Each result
 * and the counts go to the console, where the launcher reads them.
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Silent, timeout: 60_000 } as never);
  // Declares the tests; only now, because they need the globals that `setup` makes.
  await import('suite:.');
  await new Promise<void>((resolve, reject) => {
    console.log(`suite: runs in ${'importScripts' in globalThis ? 'a web worker' : 'Node'}`);
    let passed = 0;
    let failed = 0;
    // `mocha.run` of the browser build reads `location`, which the Node extension host does not have.
    const runner = Mocha.prototype.run.call(mocha, () => {
      console.log(`suite: ${passed} passed, ${failed} failed`);
      if (failed > 0 || passed === 0) reject(new Error(`${failed} failed, ${passed} passed`));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed++;
      console.log(`  ✓ ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('fail', (test, error) => {
      failed++;
      console.log(`  ✗ ${test.fullTitle()}\n${error.stack ?? error}`);
    });
  });
}
