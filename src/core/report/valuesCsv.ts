import { shortestDigits } from '../tensor/code/shortestDigits';
import type { DType } from '../tensor/dtype';
import type { ReportInput } from './reportInput';
import { sampleValues } from './sampleValues';

/**
 * The values by sample as CSV (RFC 4180), line by line: a header, then one line for each sample. Numbers have the
 * fewest digits that give them back in their dtype; nan and inf are written as PyTorch prints them.
 */
export function* valuesCsv(report: ReportInput): Generator<string> {
  const { count, columns } = sampleValues(report);
  yield `${columns.map(({ name }) => name).join(',')}\r\n`;
  for (let sample = 0; sample < count; sample++) {
    yield `${columns.map(({ dtype, valueAt }) => csvNumber(valueAt(sample), dtype)).join(',')}\r\n`;
  }
}

function csvNumber(value: number, dtype: DType): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return shortestDigits(value, dtype);
}
