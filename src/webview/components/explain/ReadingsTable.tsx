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
import { cellOf, type GradientScale, gradientScaleOf } from '../../view/explain/readingRows';

const strings = explainStrings.readings;

/** What is handed over, as a function and its argument, between which a narrow column breaks. */
const handed = {
  logits: ['', 'logits'],
  'log-probabilities': ['log_softmax', '(logits)'],
  probabilities: ['softmax', '(logits)'],
} as const;

interface ReadingsTableProps {
  readonly table: ReadingTable;
  readonly dtype: DType;
  /** The least value of CrossEntropyLoss after a softmax, as text; null where there is no such number. */
  readonly least: string | null;
}

/** Three forms by two losses: value, size of the gradient, and whether that is right. */
export function ReadingsTable({ table, dtype, least }: ReadingsTableProps) {
  return (
    <table class="readings-table">
      <caption class="visually-hidden">{strings.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{strings.corner}</th>
          {lossKeys.map((loss) => (
            <th key={loss} scope="col">
              {shownLosses[loss].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inputReadings.map((form) => (
          <tr key={form} class={form === table.reading ? 'is-yours' : undefined}>
            <th scope="row">
              <code>
                {handed[form][0]}
                <wbr />
                {handed[form][1]}
              </code>
              {form === table.reading && <span class="badge">{strings.yours}</span>}
            </th>
            {lossKeys.map((loss) => (
              <Cell
                key={loss}
                cell={cellOf(table, loss, form)}
                scale={gradientScaleOf(table, loss)}
                dtype={dtype}
                least={least}
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
  readonly scale: GradientScale | null;
  readonly dtype: DType;
  readonly least: string | null;
}

function Cell({ cell, scale, dtype, least }: CellProps) {
  const { loss, form, value, verdict, gradNorm, error } = cell;
  const reason =
    loss === 'crossEntropyLoss' && form === 'probabilities'
      ? least === null
        ? strings.softmaxTwice
        : strings.reasons.crossEntropyLoss.probabilities(least)
      : strings.reasons[loss][form];
  const name = <span class="cell-column">{shownLosses[loss].name}</span>;
  if (value === null) {
    return (
      <td class="reading-cell">
        {name}
        <span title={error?.message}>{strings.refused}</span>
      </td>
    );
  }
  return (
    <td class={`reading-cell verdict-${verdict}`}>
      {name}
      <span class="reading-verdict">
        <span class="verdict-mark" aria-hidden="true">
          {strings.marks[verdict]}
        </span>
        {strings.verdicts[verdict]}
      </span>
      <span class="reading-value">{formatNumber(value, dtype)}</span>
      <span class="reading-gradient" title={strings.gradientTitle}>
        <span class="muted">{strings.gradient}</span> {formatNumber(gradNorm, dtype)}
        {scale && <span class="muted"> · {strings.share(scale.percentOf(gradNorm))}</span>}
      </span>
      {scale && (
        <span class="gradient-bar" aria-hidden="true">
          <span style={{ width: `${scale.lengthOf(gradNorm)}%` }} />
          <span class="gradient-right" style={{ left: `${scale.right}%` }} />
        </span>
      )}
      <span class="reading-reason">{reason}</span>
    </td>
  );
}
