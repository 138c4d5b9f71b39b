import { formatNumber } from '../../../core';
import type { Run } from '../../../messages/comparison';
import { strings as common } from '../../strings';
import { compareStrings as strings } from '../../strings/compare';
import { isRightIn, type SampleDifferences } from '../../view/compare/runDifferences';
import { labelOf } from '../../view/samples';
import { VirtualTable } from '../controls/VirtualTable';
import type { SampleDifferencesProps } from './SampleDifferences';
import { signed } from './SummaryTable';

interface DifferenceRowsProps extends SampleDifferencesProps {
  readonly found: SampleDifferences;
}

/** A row for each sample that changed: its losses, what is predicted, and whether that is right. */
export function DifferenceRows({ a, b, listing, loss, sample, onSelect, found }: DifferenceRowsProps) {
  const { changed } = found;
  const columns: readonly (readonly [title: string, text: (sample: number) => string])[] = [
    ['A', (at) => formatNumber(found.a[at], a.dtype)],
    ['B', (at) => formatNumber(found.b[at], b.dtype)],
    ['B − A', (at) => signed(found.b[at] - found.a[at])],
    [strings.predicted, (at) => change(predictedIn(a, at), predictedIn(b, at))],
    [strings.right, (at) => change(markIn(a, at), markIn(b, at))],
  ];
  return (
    <VirtualTable
      caption={strings.caption}
      hint={common.loss.perSampleHint}
      rowTitle={common.loss.selectSample}
      corner={common.loss.sample}
      numRows={changed.length}
      numColumns={columns.length}
      columnEms={6}
      columnHeader={(column) => columns[column][0]}
      rowHeader={(row) => labelOf(a, changed[row]) || '–'}
      cell={(row, column) => ({ text: columns[column][1](changed[row]) })}
      selectedRow={changed.indexOf(sample)}
      selected={sample}
      listing={`${listing} ${loss}`}
      onSelectRow={(row) => onSelect(changed[row])}
    />
  );
}

function change(a: string, b: string): string {
  return a === b ? a : `${a} → ${b}`;
}

function predictedIn({ predicted }: Run, sample: number): string {
  return predicted ? String(predicted[sample]) : '–';
}

function markIn(run: Run, sample: number): string {
  const isRight = isRightIn(run, sample);
  return isRight === true ? '✓' : isRight === false ? '✗' : '–';
}
