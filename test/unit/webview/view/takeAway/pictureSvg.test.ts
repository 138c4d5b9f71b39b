import { expect, test } from 'vitest';
import { initialView } from '../../../../../src/messages/viewState';
import { reportPartsOf } from '../../../../../src/webview/view/reportParts';
import { pictureOf } from '../../../../../src/webview/view/takeAway/pictureOf';
import { pictureSvg } from '../../../../../src/webview/view/takeAway/pictureSvg';
import { newStore, reportOf } from '../../newStore';

const colours = {
  background: '#111111',
  foreground: '#eeeeee',
  muted: '#999999',
  bar: '#0000ff',
  target: '#ff8800',
  right: '#00ff00',
  wrong: '#ff0000',
};

function pictureFor(text: string, sample = 0) {
  const parts = reportPartsOf(reportOf(text), {}, { ...initialView, sample }, newStore().store);
  if (!parts) throw new Error('no losses');
  return pictureOf(parts, 'a.py:1');
}

test('a picture has both losses, their verdicts, the first finding and the bars of the sample', () => {
  const picture = pictureFor('probs = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]\ny = [0, 1]', 1);
  const { svg } = pictureSvg(picture, colours);
  for (const text of [
    'CrossEntropyLoss',
    'NLLLoss',
    '-0.7500',
    '✗ gets probabilities, expects log-probabilities',
    'sample 1',
  ]) {
    expect(svg).toContain(text);
  }
  expect(svg.match(/<rect /g)?.length).toBe(1 + 3);
  expect(svg).toContain('▸ 1');
});

test('of many classes the most probable ones and the target are drawn, and the others are counted', () => {
  const row = Array.from({ length: 40 }, (_, c) => c / 10);
  const picture = pictureFor(`logits = [[${row.map((x) => x.toFixed(1)).join(', ')}]]\ny = [0]`);
  expect(picture.bars.map(({ klass }) => klass)).toEqual([0, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  expect(picture.hiddenCount).toBe(28);
  expect(pictureSvg(picture, colours).svg).toContain('+ 28');
});

test('a name from the text cannot break the picture', () => {
  const picture = { ...pictureFor('logits = [[1.0, 2.0]]\ny = [1]'), title: '<script>"&' };
  expect(pictureSvg(picture, colours).svg).toContain('&#60;script&#62;&#34;&#38;');
});

test('nan has no bar but a value', () => {
  const { svg } = pictureSvg(pictureFor('logits = [[nan, 1.0]]\ny = [1]'), colours);
  expect(svg).toContain('width="0.00"');
  expect(svg).toContain('>nan<');
});
