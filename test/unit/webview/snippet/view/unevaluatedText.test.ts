import { expect, test } from 'vitest';
import { runSnippet } from '../../../../../src/core';
import { unevaluatedText } from '../../../../../src/webview/snippet/view/unevaluatedText';

test('what could not be evaluated is told without its line', () => {
  const { unevaluated } = runSnippet('import torch\nx = torch.load("a.pt")\nprint(x)\n');
  expect(unevaluated.map(unevaluatedText)).toEqual([
    'cannot evaluate torch.load(…)',
    'not evaluated: x is not known',
  ]);
});
