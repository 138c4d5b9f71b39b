import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { App } from '../../../../../src/webview/components/App';
import { Comparison } from '../../../../../src/webview/components/compare/Comparison';
import { mostPinnedSamples } from '../../../../../src/webview/state/pins';
import { message, newStore, stateOf } from '../../newStore';

const first = 'logits = [[2.0, 1.0], [0.5, 2.5], [1.0, 1.5]]\ny = [0, 1, 0]';
const second = 'logits = [[2.5, 1.0], [0.5, -2.5], [1.0, 1.5]]\ny = [0, 1, 0]';

/** What is seen after the first text was pinned and the second, of another file, is shown. */
function shown(before: string, after: string): string {
  const { store } = newStore();
  store.receive(message(1, before));
  store.pin();
  store.receive({ type: 'state', revision: 2, state: stateOf(after, 'file:///b.py') });
  return drawn(store);
}

function drawn(store: ReturnType<typeof newStore>['store']): string {
  const { report, comparison } = store.snapshot;
  if (!report) throw new RangeError('nothing is shown');
  const html = renderToString(h(Comparison, { report, comparison, sample: 0, store }));
  return html.replace(/<[^>]*>/g, ' ').replace(/ +/g, ' ');
}

test('a pin of one file beside the present state of another, as a whole and sample by sample', () => {
  const text = shown(first, second);
  expect(text).toContain('CrossEntropyLoss 0.4714 1.4080 +0.9366');
  expect(text).toContain('Accuracy 0.6667 0.3333 -0.3333');
  expect(text).toContain(
    '2 of 3 samples have changed, matched by position. Became right: 0, became wrong: 1.',
  );
  // F.cross_entropy(…, reduction='none') of PyTorch 2.13.
  expect(text).toMatch(/1 0\.1269 3\.0486 \+2\.9217 1 → 0 ✓ → ✗ 0 0\.3133 0\.2014 -0\.1118 0 ✓/);
});

test.each([
  [
    'another number of samples',
    'x = [[2.0, 1.0]]\ny = [0]',
    'The samples of A have shape (3), those of B (1)',
  ],
  [
    'another number of classes',
    'x = [[2.0, 1.0, 0.0], [0.5, 2.5, 0.1], [1.0, 1.0, 2.0]]\ny = [0, 1, 0]',
    'A has 2 classes, B has 3.',
  ],
  ['other targets', first.replace('[0, 1, 0]', '[0, 1, 1]'), 'The targets differ at 1 positions'],
])('%s is said', (_, after, words) => {
  expect(shown(first, after)).toContain(words);
});

test('what was set for one side alone is said', () => {
  const { store } = newStore();
  store.receive(message(1, first));
  store.pin();
  store.change({ reduction: 'sum' });
  expect(drawn(store)).toContain("A: float32 B: float32, reduction='sum'");
});

test('of a batch with more samples than pins keep, the values are compared', async () => {
  const { store, answer } = newStore();
  const rows = new Array(mostPinnedSamples + 1).fill('[1.0, 2.0]').join(', ');
  store.receive(message(1, `x = [${rows}]`));
  await answer();
  store.pin();
  expect(drawn(store)).toContain('CrossEntropyLoss 0.3133 0.3133 0.0000');
  expect(drawn(store)).toContain(`Pins keep ${mostPinnedSamples} samples together`);
});

test('the cards say how far their values are from the pin, and nothing of what float32 rounds', () => {
  const { store } = newStore();
  store.receive(message(1, first));
  store.pin();
  const page = () => renderToString(h(App, { store }));
  expect(page()).not.toContain('value-change');
  store.receive(message(2, second));
  expect(page()).toContain('title="Since 1 · a.py:1">▲ 0.9366');
});

test('nothing is shown without a pin', () => {
  const { store } = newStore();
  store.receive(message(1, first));
  expect(drawn(store)).toBe('');
});
