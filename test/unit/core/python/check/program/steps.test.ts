import { expect, test, vi } from 'vitest';
import { AbstractInterpreter } from '../../../../../../src/core/python/check/follow/abstractInterpreter';
import { PythonChecker } from '../../../../../../src/core/python/check/program/pythonChecker';

test('no step of a check follows more than one of the modules that a program imports', () => {
  const checker = new PythonChecker();
  for (let i = 0; i < 20; i++) {
    checker.set(`m${i}.py`, `import torch.nn as nn\nfrom m${i + 1} import x\nloss = nn.NLLLoss()\n`);
  }
  const start = vi.spyOn(AbstractInterpreter.prototype, 'start');
  const followed: number[] = [];
  for (const _ of checker.steps(['m0.py'])) {
    followed.push(start.mock.calls.length);
    start.mockClear();
  }
  start.mockRestore();
  expect(Math.max(...followed)).toBe(1);
  expect(followed.filter((count) => count === 1)).toHaveLength(20);
});
