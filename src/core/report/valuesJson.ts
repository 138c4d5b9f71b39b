import { shortestDigits } from '../tensor/code/shortestDigits';
import type { DType } from '../tensor/dtype';
import type { Tensor } from '../tensor/tensor';
import { type ReportInput, tensorOfRole } from './reportInput';
import { sampleValues } from './sampleValues';

/**
 * The report's values as JSON, piece by piece: options, both results, and the samples as rows under `columns`. Numbers
 * have the fewest digits that give them back in their dtype; JSON has no nan and inf, so these are strings.
 */
export function* valuesJson(report: ReportInput): Generator<string> {
  const { losses, options } = report.evaluation;
  const { count, columns } = sampleValues(report);
  const input = tensorOfRole(report, 'input')?.tensor;
  const head = {
    title: report.title,
    note: 'nan and inf are the strings "nan", "inf" and "-inf"',
    reduction: options.reduction,
    ignore_index: options.ignoreIndex,
    label_smoothing: options.labelSmoothing,
    temperature: report.temperature,
    dtype: input?.dtype ?? null,
    shape: input?.shape ?? null,
  };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n`;
  yield `  "weight": ${options.weight ? listOf(options.weight) : 'null'},\n`;
  for (const [name, result] of [
    ['cross_entropy', losses?.crossEntropyLoss],
    ['nll', losses?.nllLoss],
  ] as const) {
    const output = result?.output;
    const value = !output
      ? 'null'
      : output.shape.length > 0
        ? listOf(output)
        : jsonNumber(output.data[0], output.dtype);
    yield `  "${name}": ${value},\n`;
    if (result?.error)
      yield `  "${name}_error": ${JSON.stringify(`${result.error.type}: ${result.error.message}`)},\n`;
  }
  yield `  "columns": ${JSON.stringify(columns.map(({ name }) => name))},\n  "samples": [`;
  for (let sample = 0; sample < count; sample++) {
    const row = columns.map(({ dtype, valueAt }) => jsonNumber(valueAt(sample), dtype));
    yield `${sample === 0 ? '' : ','}\n    [${row.join(', ')}]`;
  }
  yield '\n  ]\n}\n';
}

function listOf({ data, dtype }: Tensor): string {
  return `[${Array.from(data, (value) => jsonNumber(value, dtype)).join(', ')}]`;
}

function jsonNumber(value: number, dtype: DType): string {
  if (Number.isNaN(value)) return '"nan"';
  if (!Number.isFinite(value)) return value > 0 ? '"inf"' : '"-inf"';
  return shortestDigits(value, dtype);
}
