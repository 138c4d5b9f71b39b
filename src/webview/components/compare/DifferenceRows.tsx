import { useRef } from 'preact/hooks';
import { formatNumber } from '../../../core';
import type { Run } from '../../../messages/comparison';
import { strings as common } from '../../strings';
import { compareStrings as strings } from '../../strings/compare';
import { isRightIn, type SampleDifferences } from '../../view/compare/runDifferences';
import { labelOf } from '../../view/samples';
import { useViewport } from '../controls/useViewport';
import { VirtualTable } from '../controls/VirtualTable';
import type { SampleDifferencesProps } from './SampleDifferences';
import { signed } from './SummaryTable';

interface DifferenceRowsProps extends SampleDifferencesProps {
  readonly found: SampleDifferences;
}

type Column = readonly [title: string, text: (sample: number) => string];

/** Where there is less room, what is predicted stands below the loss. Unit: the font's size. */
const narrowEms = 37;

/** A row for each sample that changed: its losses, what is predicted, and whether that is right. */
export function DifferenceRows({ a, b, listing, loss, sample, onSelect, found }: DifferenceRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { width, em } = useViewport(place);
  const isNarrow = place.current !== null && width < narrowEms * em;
  const { changed } = found;
  const under = (run: Run, at: number) =>
    isNarrow && run.predicted ? `\n${[predictedIn(run, at), markIn(run, at)].join(' ')}` : '';
  const losses: readonly Column[] = [
    ['A', (at) => formatNumber(found.a[at], a.dtype) + under(a, at)],
    ['B', (at) => formatNumber(found.b[at], b.dtype) + under(b, at)],
    ['B − A', (at) => signed(found.b[at] - found.a[at])],
  ];
  const predictions: readonly Column[] = [
    [strings.predicted, (at) => change(predictedIn(a, at), predictedIn(b, at))],
    [strings.right, (at) => change(markIn(a, at), markIn(b, at))],
  ];
  const columns = isNarrow ? losses : [...losses, ...predictions];
  return (
    <div class={isNarrow ? 'differences is-narrow' : 'differences'} ref={place}>
      <VirtualTable
        caption={strings.caption}
        hint={common.loss.perSampleHint}
        rowTitle={common.loss.selectSample}
        corner={common.loss.sample}
        numRows={changed.length}
        numColumns={columns.length}
        columnEms={isNarrow ? 4.5 : 6}
        linesPerRow={isNarrow ? 2 : 1}
        columnHeader={(column) => columns[column][0]}
        rowHeader={(row) => labelOf(a, changed[row]) || '–'}
        cell={(row, column) => {
          const text = columns[column][1](changed[row]);
          return { text, title: text };
        }}
        selectedRow={changed.indexOf(sample)}
        selected={sample}
        listing={`${listing} ${loss}`}
        onSelectRow={(row) => onSelect(changed[row])}
      />
    </div>
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
