import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { App } from '../../../../../src/webview/components/App';
import { message, newStore } from '../../newStore';

/** The words of the page for a text, after one with losses. */
function shown(text: string): string {
  const { store } = newStore();
  store.receive(message(1, 'logits = [[2.0, 1.0, 0.1]]\ny = [0]'));
  store.receive(message(2, text));
  return renderToString(h(App, { store }))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('a dump of tokens has its perplexity, and no losses of another text', () => {
  const page = shown(
    '"tokens": ["a", "b"], "token_logprobs": [null, -1.25], "top_logprobs": [null, {"c": -0.75}]',
  );
  // torch.tensor(1.25).exp()
  expect(page).toContain('Perplexity 3.4903 = exp(1.2500), of 1 target');
  expect(page).toContain('1 of 2 tokens is a gap');
  expect(page).toContain('the listed tokens of a place sum to 0.7589');
  expect(page).not.toContain('CrossEntropyLoss NLLLoss');
  expect(page).not.toContain('Expected');
  expect(page).not.toContain('0.4170');
});

test('of several texts one is chosen', () => {
  const page = shown('{"a": {"token_logprobs": [-1.5]}, "b": {"token_logprobs": [-0.5, -0.25]}}');
  expect(page).toContain('1 of 2, tokens: 1');
  expect(page).toContain('2 of 2, tokens: 2');
});
