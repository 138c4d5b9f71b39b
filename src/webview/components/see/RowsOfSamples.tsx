import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import type { Cell, VirtualTableProps } from '../controls/VirtualRows';
import { VirtualTable } from '../controls/VirtualTable';

type Columns = Pick<
  VirtualTableProps,
  | 'caption'
  | 'numColumns'
  | 'columnEms'
  | 'columnHeader'
  | 'columnTitle'
  | 'focusColumn'
  | 'listing'
  | 'sort'
  | 'onSort'
>;

interface RowsOfSamplesProps extends Columns {
  /** The samples to show, in this order. */
  readonly order: Uint32Array;
  readonly cell: (sample: number, column: number) => Cell;
  readonly parts: ReportParts;
}

/** A table with a row for each sample; choosing a row chooses the sample everywhere. */
export function RowsOfSamples({ order, cell, parts, ...columns }: RowsOfSamplesProps) {
  const { samples, sample, store } = parts;
  return (
    <VirtualTable
      {...columns}
      hint={strings.loss.perSampleHint}
      corner={strings.loss.sample}
      numRows={order.length}
      rowHeader={(row) => labelOf(samples, order[row]) || '–'}
      rowTitle={strings.loss.selectSample}
      cell={(row, column) => cell(order[row], column)}
      selectedRow={order.indexOf(sample)}
      selected={sample}
      onSelectRow={(row) => store.select(order[row])}
    />
  );
}
