import { expect, test } from 'vitest';
import { runPython } from '../../../../src/panel/python/runPython';

/** Node reads a program from its standard input as Python does. */
const node = process.execPath;

function run(program: string, change: Partial<Parameters<typeof runPython>[2]> = {}, path = node) {
  return runPython(path, program, {
    cwd: undefined,
    timeLimit: 20_000,
    signal: new AbortController().signal,
    ...change,
  });
}

test('a program is read from the standard input, and both outputs are given', async () => {
  expect(await run('console.log("é"); console.error("b")')).toEqual({
    kind: 'ended',
    stdout: 'é\n',
    stderr: 'b\n',
  });
});

test('a program that takes too long is ended', async () => {
  expect(await run('setInterval(() => {}, 1000)', { timeLimit: 300 })).toEqual({ kind: 'time-out' });
});

test('a program that writes too much is ended', async () => {
  const program = 'const a = "a".repeat(1e6); setInterval(() => process.stdout.write(a), 1)';
  expect(await run(program)).toEqual({ kind: 'too-much' });
});

test('a program can be cancelled', async () => {
  const controller = new AbortController();
  const ended = run('setInterval(() => {}, 1000)', { signal: controller.signal });
  setTimeout(() => controller.abort(), 100);
  expect(await ended).toEqual({ kind: 'cancelled' });
});

test('an interpreter that is not there is missing', async () => {
  expect(await run('', {}, '/nowhere/python')).toEqual({ kind: 'missing' });
});

test('a name is started by itself, without a shell', async () => {
  expect(await run('', {}, `${node} - && echo`)).toEqual({ kind: 'missing' });
});
