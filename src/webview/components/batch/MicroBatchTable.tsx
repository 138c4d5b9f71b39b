import type { MicroBatch, MicroBatches } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { formatPlain } from '../../view/formatPlain';
import { ScrollRegion } from '../controls/ScrollRegion';
import { TableHead } from '../controls/TableHead';

const strings = batchStrings.microBatches;

interface MicroBatchTableProps {
  readonly found: MicroBatches;
  /** First row of the second part. */
  readonly at: number;
  readonly batchSize: number;
  readonly number: (value: number) => string;
}

/** Both parts with what their means are made of; below them the mean of the means, above the right one. */
export function MicroBatchTable({ found, at, batchSize, number }: MicroBatchTableProps) {
  const { parts, whole, meanOfMeans } = found;
  const rows = (from: number, to: number) => strings.rows(String(from), String(to - 1));
  return (
    <ScrollRegion class="table-scroll" label={strings.caption}>
      <table class="plain-table micro-batches">
        <caption class="visually-hidden">{strings.caption}</caption>
        <TableHead
          first={strings.part}
          numbers={[strings.counted, strings.divisor, strings.sum, strings.mean]}
        />
        <tbody>
          <Row name={rows(0, at)} part={parts[0]} number={number} />
          <Row name={rows(at, batchSize)} part={parts[1]} number={number} />
          <tr>
            <th scope="row" colSpan={4}>
              {strings.meanOfMeans}
            </th>
            <td class="number">{number(meanOfMeans)}</td>
          </tr>
          <Row name={strings.whole} part={whole} number={number} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps {
  readonly name: string;
  readonly part: MicroBatch;
  readonly number: (value: number) => string;
}

function Row({ name, part, number }: RowProps) {
  const { count, ignoredCount, divisor, sum, mean } = part;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{strings.ofCount(String(count - ignoredCount), String(count))}</td>
      <td class="number">{formatPlain(divisor)}</td>
      <td class="number">{number(sum)}</td>
      <td class="number">{number(mean)}</td>
    </tr>
  );
}
