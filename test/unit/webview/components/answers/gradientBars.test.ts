import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Answers } from '../../../../../src/webview/components/answers/Answers';
import { partsOf } from '../../view/partsOf';

// F.cross_entropy(torch.tensor([[1., 2., 3.]], requires_grad=True), torch.tensor([0])).backward() with PyTorch 2.13.
test('the gradient of whole numbers is that of input.float()', () => {
  const html = renderToString(h(Answers, partsOf('{"logits": [[1, 2, 3]], "target": [0]}')));
  const numbers = [...html.matchAll(/<td class="number">([^<]*)/g)].map(([, text]) => text);
  expect(numbers.slice(0, 3)).toEqual(['-0.9100', '+0.2447', '+0.6652']);
});
