import { formatNumber, type LossKey, shownLosses } from '../../../core';
import type { SampleColumn } from '../../../messages/batchView';
import { strings as pageStrings } from '../../strings';
import { predictionStrings } from '../../strings/predictions';
import type { SampleFacts } from '../../view/batch/sampleFacts';
import { nextSort, type SampleSort } from '../../view/batch/sampleOrder';
import { classLabel } from '../../view/classLabel';
import type { ReportParts } from '../../view/reportParts';
import type { RowPlace } from '../../view/rowPlaces';
import { positionOf } from '../../view/samplePosition';
import { type Samples, targetOf } from '../../view/samples';
import type { Cell } from '../controls/VirtualRows';
import { RowsOfSamples } from './RowsOfSamples';

const strings = predictionStrings.table;

interface SampleTableProps {
  readonly loss: LossKey;
  readonly facts: SampleFacts;
  /** The samples to show, in this order. */
  readonly order: Uint32Array;
  readonly listing: string;
  readonly sort: SampleSort;
  readonly onSort: (sort: SampleSort) => void;
  readonly parts: ReportParts;
}

/** The line of each sample, in whose order samples are. */
function lineColumn(places: readonly (RowPlace | null)[], samples: Samples): Column {
  return {
    id: 'sample',
    name: strings.line,
    cell: (sample) => ({ text: String(places[positionOf(samples.shape, sample)[0]]?.line ?? '–') }),
  };
}

interface Column {
  readonly id: SampleColumn;
  readonly name: string;
  readonly title?: string;
  readonly cell: (sample: number) => Cell;
}

/** Each sample in a row: what it is, what is predicted, and both losses; choosing a row chooses the sample everywhere. */
export function SampleTable({ loss, facts, order, listing, sort, onSort, parts }: SampleTableProps) {
  const { evaluation, losses, target, samples } = parts;
  const { dtype } = evaluation.options;
  const number = (value: number): Cell => ({ text: formatNumber(value, dtype) });
  const hasGradient = evaluation.batch?.gradients[loss] != null;
  const targetCell = (sample: number): Cell => {
    const found = targetOf(samples, target?.tensor, sample);
    if (!found) return { text: '–' };
    if (facts.target(sample) === null) {
      const isIgnored = evaluation.batch?.accuracy !== null;
      const text = String(found.klass);
      return isIgnored
        ? { text, className: 'is-ignored', title: `${text} (${pageStrings.loss.ignored})` }
        : { text };
    }
    const text = classLabel(evaluation, facts.target(sample) ?? found.klass);
    const title = found.probability === 1 ? text : `${text} (p ${formatNumber(found.probability, dtype)})`;
    return { text, title };
  };
  const predictedCell = (sample: number): Cell => {
    const klass = facts.predicted(sample);
    if (klass === null) return { text: '–' };
    const isRight = facts.isRight(sample);
    const text = classLabel(evaluation, klass);
    if (isRight === null) return { text };
    return {
      // The mark comes first: a long name is cut off at its end.
      text: `${isRight ? '✓' : '✗'} ${text}`,
      className: isRight ? 'is-right' : 'is-wrong',
      title: strings.marked(text, isRight ? strings.right : strings.wrong),
    };
  };
  const { rowPlaces } = parts;
  const all: readonly Column[] = [
    ...(rowPlaces ? [lineColumn(rowPlaces, samples)] : []),
    { id: 'target', name: strings.target, cell: targetCell },
    { id: 'predicted', name: strings.predicted, title: strings.predictedTitle, cell: predictedCell },
    {
      id: 'probability',
      name: strings.probability,
      title: strings.probabilityTitle,
      cell: (sample) => (facts.target(sample) === null ? { text: '–' } : number(facts.probability(sample))),
    },
    ...(['crossEntropyLoss', 'nllLoss'] as const).flatMap((key): readonly Column[] =>
      losses[key].perSample
        ? [
            {
              id: key,
              name: strings.losses[key],
              title: pageStrings.loss.perSampleCaption(shownLosses[key].name),
              cell: (sample) => number(facts.loss(key, sample)),
            },
          ]
        : [],
    ),
    {
      id: 'gradNorm',
      name: strings.gradNorm,
      title: strings.gradNormTitle(shownLosses[loss].name),
      cell: (sample) => (hasGradient ? number(facts.gradNorm(loss, sample)) : { text: '–' }),
    },
  ];
  return (
    <RowsOfSamples
      caption={pageStrings.loss.perSampleCaption(shownLosses[loss].name)}
      order={order}
      listing={listing}
      numColumns={all.length}
      columnEms={6.4}
      columnHeader={(column) => all[column].name}
      columnTitle={(column) => all[column].title}
      cell={(sample, column) => all[column].cell(sample)}
      sort={{
        column: sort.column === 'sample' ? -1 : all.findIndex(({ id }) => id === sort.column),
        isDescending: sort.isDescending,
      }}
      onSort={(column) => onSort(nextSort(sort, column < 0 ? 'sample' : all[column].id))}
      parts={parts}
    />
  );
}
