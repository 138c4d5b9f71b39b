import { expect, test } from 'vitest';
import { evaluateParsed, parseText } from '../../../../src/core';
import { type Report, Store } from '../../../../src/webview/store';
import { reportPartsOf } from '../../../../src/webview/view/reportParts';

const store = new Store({
  post: () => undefined,
  save: () => undefined,
  evaluate: evaluateParsed,
  defer: (task) => task(),
  now: () => 0,
});

function reportOf(text: string): Report {
  const parsed = parseText(text);
  const source = {
    uri: 'file:///a.py',
    label: 'a.py',
    line: 1,
    pieces: [],
    ranges: [],
    isBox: false,
    readings: {},
  };
  return { source, parsed, options: {}, evaluation: evaluateParsed(parsed) };
}

const pair = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ntarget = [0, 1]';

test('a report with losses has its input, target and samples', () => {
  const parts = reportPartsOf(reportOf(pair), 1, store);
  expect(parts?.input.name).toBe('logits');
  expect(parts?.target?.name).toBe('target');
  expect([parts?.samples.count, parts?.sample]).toEqual([2, 1]);
});

test('a selected sample that is no longer there becomes the nearest one', () => {
  expect(reportPartsOf(reportOf(pair), 9, store)?.sample).toBe(1);
  expect(reportPartsOf(reportOf(pair), -1, store)?.sample).toBe(0);
});

test('a report without losses has no parts', () => {
  expect(reportPartsOf(reportOf('nothing here'), 0, store)).toBeNull();
});
