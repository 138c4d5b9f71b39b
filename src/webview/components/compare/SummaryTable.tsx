import { formatNumber, shownLosses } from '../../../core';
import type { Run } from '../../../messages/comparison';
import { compareStrings as strings } from '../../strings/compare';
import { type Difference, differencesOf } from '../../view/compare/runDifferences';
import { ScrollRegion } from '../controls/ScrollRegion';
import { TableHead } from '../controls/TableHead';

/** Both runs as a whole: losses, norms of gradients and accuracy, with their differences. */
export function SummaryTable({ a, b }: { readonly a: Run; readonly b: Run }) {
  const rows = differencesOf(a, b);
  if (rows.length === 0) return null;
  return (
    <ScrollRegion class="table-scroll" label={strings.summary}>
      <table class="plain-table">
        <caption class="visually-hidden">{strings.summary}</caption>
        <TableHead first={strings.measure} numbers={['A', 'B', 'B − A']} />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.loss} ${row.kind}`}>
              <th scope="row">{nameOf(row)}</th>
              <td class="number">{formatNumber(row.a, a.dtype)}</td>
              <td class="number">{formatNumber(row.b, b.dtype)}</td>
              <td class="number">{signed(row.b - row.a)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function nameOf({ loss, kind }: Difference): string {
  if (loss === null) return strings.accuracy;
  const { name } = shownLosses[loss];
  return kind === 'value' ? name : strings.gradNorm(name);
}

/** A difference of two values, with its sign. */
export function signed(difference: number): string {
  return `${difference > 0 ? '+' : ''}${formatNumber(difference, 'float64')}`;
}
