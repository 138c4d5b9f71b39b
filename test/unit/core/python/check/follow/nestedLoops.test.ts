import { expect, test, vi } from 'vitest';
import { checkPython } from '../../../../../../src/core/index';
import { Heap } from '../../../../../../src/core/python/check/values/heap';

/** `depth` loops inside of each other, each of which changes what it started from. */
function loops(depth: number): string {
  const indented = (level: number, line: string) => `${'    '.repeat(level)}${line}\n`;
  const heads = Array.from(
    { length: depth },
    (_, i) => indented(i, `for x${i} in data:`) + indented(i + 1, `n${i} = [n${i}]`),
  );
  const starts = Array.from({ length: depth }, (_, i) => `n${i} = 0\n`);
  return `import torch.nn as nn\n${starts.join('')}${heads.join('')}${indented(depth, 'nn.NLLLoss')}`;
}

/** Every function has a loop, in which it calls the next one. */
function calls(depth: number): string {
  const functions = Array.from(
    { length: depth },
    (_, i) => `def f${i}(data):\n    n = 0\n    for x in data:\n        n = [n]\n        f${i + 1}(x)\n`,
  );
  return `import torch.nn as nn\n${functions.join('')}def f${depth}(x):\n    y = nn.NLLLoss\nf0(data)\n`;
}

/** Names and attributes that are set while a program is followed. */
function writesOf(text: string): number {
  const write = vi.spyOn(Heap.prototype, 'write');
  checkPython([{ path: 'main.py', text }]);
  const { length } = write.mock.calls;
  write.mockRestore();
  return length;
}

test.each([
  ['loops inside of each other', loops],
  ['loops that call functions with loops', calls],
])('%s are followed in proportion to the square of their depth', (_, programOf) => {
  expect(writesOf(programOf(12))).toBeLessThan(8 * writesOf(programOf(6)));
});

test('rounds that have no use for their number are followed until they say nothing new', () => {
  const rounds = (n: number) =>
    `import torch.nn as nn\ndef once(x):\n    y = [x]\n    return nn.NLLLoss()\nfor _ in range(${n}):\n    once(1)\n`;
  expect(writesOf(rounds(16))).toBeLessThanOrEqual(writesOf(rounds(4)));
});
