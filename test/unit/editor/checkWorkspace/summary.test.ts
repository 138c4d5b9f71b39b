import { expect, test } from 'vitest';
import { formatReport, formatSummary } from '../../../../src/editor/checkWorkspace/summary';

const report = (numFindings: number, notRead: readonly string[] = []) => ({
  path: 'a.py',
  numFindings,
  notRead,
});

test.each([
  [[], 'Checked 0 files, 0 findings'],
  [[report(1)], 'Checked 1 file, 1 finding'],
  [[report(1), report(2, ['x', 'y'])], 'Checked 2 files, 3 findings, 1 file not fully read'],
])('%j is told as %s', (reports, summary) => {
  expect(formatSummary(reports)).toBe(summary);
});

test('a line of the log says what was not read, and why', () => {
  expect(formatReport(report(0))).toBe('read a.py');
  expect(formatReport(report(2, ['too long', 'gone']))).toBe(
    'not fully read a.py: 2 findings: too long; gone',
  );
});
