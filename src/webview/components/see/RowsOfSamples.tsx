import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import { type Cell, VirtualTable } from '../controls/VirtualTable';

interface RowsOfSamplesProps {
  readonly caption: string;
  /** The samples to show, in this order. */
  readonly order: readonly number[];
  readonly numColumns: number;
  /** Least width of a column. Unit: the font's size. */
  readonly columnEms: number;
  readonly columnHeader: (column: number) => string;
  readonly cell: (sample: number, column: number) => Cell;
  /** Column that is brought into view with the selected row. */
  readonly focusColumn?: number;
  /** Which samples are shown, in which order: others are looked at from the first. */
  readonly listing: string;
  readonly parts: ReportParts;
}

/** A table with a row for each sample; choosing a row chooses the sample everywhere. */
export function RowsOfSamples({ order, cell, parts, ...columns }: RowsOfSamplesProps) {
  const { samples, sample, store } = parts;
  return (
    <VirtualTable
      {...columns}
      corner={strings.loss.sample}
      numRows={order.length}
      rowHeader={(row) => labelOf(samples, order[row]) || '–'}
      cell={(row, column) => cell(order[row], column)}
      selectedRow={order.indexOf(sample)}
      selected={sample}
      onSelectRow={(row) => store.select(order[row])}
    />
  );
}
