import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { evaluateParsed, newIndex, noEdit, parsePieces } from '../../../../src/core';
import { initialView } from '../../../../src/messages/viewState';
import { BatchTab } from '../../../../src/webview/components/see/BatchTab';
import { reportPartsOf } from '../../../../src/webview/view/reportParts';
import { newStore } from '../newStore';

const text = '# log\n{"logits": [2.0, 1.0], "label": 0}\n\n{"logits": [0.5, 2.5], "label": 1}\n';

function partsOf(selected: string, options = {}) {
  const ranges = [{ from: 0, to: selected.length }];
  const pieces = [{ from: 0, text: selected, ranges }];
  const parsed = parsePieces(pieces, { isPasted: true });
  const source = { uri: 'file:///a.jsonl', label: 'a', line: 1, pieces, ranges, isBox: false, readings: {} };
  const report = { source, parsed, options, evaluation: evaluateParsed(parsed, options) };
  const parts = reportPartsOf(report, options, { ...initialView, sample: 1 }, newStore().store);
  if (!parts) throw new Error('the text has no losses');
  return parts;
}

test('rows that are records have the line of each', () => {
  const { rowPlaces } = partsOf(text);
  expect(rowPlaces?.map((place) => place && [place.line, text.slice(place.from, place.to)])).toEqual([
    [2, '[2.0, 1.0]'],
    [4, '[0.5, 2.5]'],
  ]);
  expect(partsOf('logits = [[2.0, 1.0]]\nlabel = [0]').rowPlaces).toBeNull();
});

test('rows move with what the user removes and adds', () => {
  const edit = { ...noEdit, dims: [[1, newIndex], null] };
  const { rowPlaces } = partsOf(text, { edits: { 0: edit } });
  expect(rowPlaces?.map((place) => place?.line ?? null)).toEqual([4, null]);
});

test('the batch shows the lines, and the chosen one', () => {
  const words = renderToString(h(BatchTab, partsOf(text)))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(words).toContain('Sample 1: line 4');
  expect(words).toContain('line target predicted');
});
