import { expect, test } from 'vitest';
import { initialView } from '../../../../src/messages/viewState';
import { changeValues } from '../../../../src/webview/state/edits';
import { reportPartsOf } from '../../../../src/webview/view/reportParts';
import { goodText, newStore, reportOf } from '../newStore';

const { store } = newStore();
const report = reportOf(goodText);

function partsAt(sample: number) {
  return reportPartsOf(report, {}, { ...initialView, sample }, store);
}

test('a report with losses has its input, target and samples', () => {
  const parts = partsAt(1);
  expect(parts?.input.name).toBe('logits');
  expect(parts?.target?.name).toBe('y');
  expect([parts?.samples.count, parts?.sample]).toEqual([2, 1]);
});

test('a selected sample that is no longer there becomes the nearest one', () => {
  expect(partsAt(9)?.sample).toBe(1);
  expect(partsAt(-1)?.sample).toBe(0);
});

test('the row has the present values of the sample, edits and temperature included, ahead of the report', () => {
  const edited = changeValues(report.evaluation, { temperature: 2 }, 'input', [4], [5]);
  const parts = reportPartsOf(report, edited, { ...initialView, sample: 1 }, store);
  expect(Array.from(parts?.row ?? [])).toEqual([0.25, 2.5, Math.fround(Math.fround(0.3) / 2)]);
  expect(parts?.live.valueAt(4)).toBe(5);
});

test('the reading goes by the values until the user says another', () => {
  expect(partsAt(0)?.reading).toBe('logits');
  const said = reportPartsOf(report, {}, { ...initialView, reading: 'probabilities' }, store);
  expect(said?.reading).toBe('probabilities');
});

test('a report without losses has no parts', () => {
  expect(reportPartsOf(reportOf('nothing here'), {}, initialView, store)).toBeNull();
});
