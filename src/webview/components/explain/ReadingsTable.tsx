import {
  type DType,
  formatNumber,
  inputReadings,
  lossKeys,
  type ReadingCell,
  type ReadingTable,
  shownLosses,
} from '../../../core';
import { explainStrings } from '../../strings/explain';
import { cellOf, gradientShare } from '../../view/explain/readingRows';

const strings = explainStrings.readings;

const handed = {
  logits: 'logits',
  'log-probabilities': 'log_softmax(logits)',
  probabilities: 'softmax(logits)',
} as const;

interface ReadingsTableProps {
  readonly table: ReadingTable;
  readonly dtype: DType;
  /** The least value of CrossEntropyLoss after a softmax, as text; null where there is no such number. */
  readonly least: string | null;
}

/** Two losses by three forms: value, size of the gradient, and whether that is right. */
export function ReadingsTable({ table, dtype, least }: ReadingsTableProps) {
  return (
    <table class="readings-table">
      <caption class="visually-hidden">{strings.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.corner}</th>
          {inputReadings.map((form) => (
            <th key={form} scope="col" class={form === table.reading ? 'is-yours' : undefined}>
              <code>{handed[form]}</code>
              {form === table.reading && <span class="badge">{strings.yours}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lossKeys.map((loss) => (
          <tr key={loss}>
            <th scope="row">{shownLosses[loss].name}</th>
            {inputReadings.map((form) => (
              <Cell
                key={form}
                cell={cellOf(table, loss, form)}
                dtype={dtype}
                least={least}
                isYours={form === table.reading}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly cell: ReadingCell;
  readonly dtype: DType;
  readonly least: string | null;
  readonly isYours: boolean;
}

function Cell({ cell, dtype, least, isYours }: CellProps) {
  const { loss, form, value, verdict, gradNorm, error } = cell;
  const reason =
    loss === 'crossEntropyLoss' && form === 'probabilities'
      ? least === null
        ? strings.softmaxTwice
        : strings.reasons.crossEntropyLoss.probabilities(least)
      : strings.reasons[loss][form];
  if (value === null) {
    return (
      <td class={isYours ? 'reading-cell is-yours' : 'reading-cell'}>
        <code class="reading-form">{handed[form]}</code>
        <span title={error?.message}>{strings.refused}</span>
      </td>
    );
  }
  return (
    <td class={`reading-cell verdict-${verdict}${isYours ? ' is-yours' : ''}`}>
      <code class="reading-form">{handed[form]}</code>
      <span class="reading-verdict">
        <span class="verdict-mark" aria-hidden="true">
          {strings.marks[verdict]}
        </span>
        {strings.verdicts[verdict]}
      </span>
      <span class="reading-value">{formatNumber(value, dtype)}</span>
      <span class="reading-gradient" title={strings.gradientTitle}>
        <span class="muted">{strings.gradient}</span> {formatNumber(gradNorm, dtype)}
      </span>
      <span class="gradient-bar" aria-hidden="true">
        <span style={{ width: `${(gradientShare(gradNorm) * 100).toFixed(0)}%` }} />
      </span>
      <span class="reading-reason">{reason}</span>
    </td>
  );
}
