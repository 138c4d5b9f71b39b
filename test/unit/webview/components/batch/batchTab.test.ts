import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { BatchTab } from '../../../../../src/webview/components/see/BatchTab';
import { partsOf } from '../../view/partsOf';

/** The words of the tab, without its tags. */
function shown(text: string): string {
  const html = renderToString(h(BatchTab, partsOf(text)));
  return html
    .replace(/<(title|option)[^>]*>[^<]*<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const row = Array.from({ length: 7 }, (_, klass) => klass / 2).join(', ');

test.each([
  ['logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [0, 0]', 'Accuracy 50.0 % 1 of 2 samples'],
  [
    'logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [0, -100]',
    'One sample is ignored (ignore_index) and not counted.',
  ],
  ['logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [-100, -100]', 'All samples are ignored (ignore_index)'],
  [
    'logits = [[2.0, 1.0], [0.5, 2.5]]',
    'No accuracy: the target is not given, it was assumed from the input.',
  ],
  ['logits = [[2.0, 1.0]]\ntarget = [[0.4, 0.6]]', 'predictions are compared with their argmax'],
  [`logits = [[${row}]]\ntarget = [2]`, 'Top 100 % 1 of 1 samples'],
  ['logits = [[1.0, 1.0, 1.0]]\ntarget = [1]', 'In one sample equal values decide'],
])('of %j it is said: %s', (text, words) => {
  expect(shown(text)).toContain(words);
});

test('a sample is right or wrong by a mark, not by its colour alone', () => {
  const words = shown('logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [0, 0]');
  expect(words).toContain('✓ 0');
  expect(words).toContain('✗ 1');
});

test('what has no target is neither right nor wrong, and a single sample is not searched for', () => {
  const words = shown('logits = [[2.0, 1.0]]');
  for (const absent of ['✓', '✗', 'Wrong only', 'Find sample', 'Confusion matrix']) {
    expect(words).not.toContain(absent);
  }
});

test('only what matters first is open', () => {
  const words = shown('logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [0, 0]');
  for (const folded of ['Confusion matrix', 'By class', 'Gradient of each sample'])
    expect(words).toContain(folded);
  expect(words).not.toContain('target ╲ predicted');
});
