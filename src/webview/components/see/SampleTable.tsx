import { useMemo } from 'preact/hooks';
import { formatNumber, type LossKey, shownLosses, type Tensor } from '../../../core';
import { strings } from '../../strings';
import { seeStrings } from '../../strings/see';
import { formatPlain } from '../../view/formatPlain';
import type { ReportParts } from '../../view/reportParts';
import { targetOf } from '../../view/samples';
import { gradNorms } from '../../view/see/batch';
import { RowsOfSamples } from './RowsOfSamples';

interface SampleTableProps {
  readonly loss: LossKey;
  readonly perSample: Tensor;
  /** The samples to show, in this order. */
  readonly order: readonly number[];
  readonly listing: string;
  readonly parts: ReportParts;
}

/** Target, probability, loss and gradient of each sample; choosing a row chooses the sample everywhere. */
export function SampleTable({ loss, perSample, order, listing, parts }: SampleTableProps) {
  const { evaluation, losses, target, samples } = parts;
  const { gradInput } = losses[loss];
  const norms = useMemo(() => gradInput && gradNorms(gradInput.data, samples), [gradInput, samples.count]);
  const logProbs = evaluation.logProbs?.data;
  const targetAt = (row: number) => targetOf(samples, target?.tensor, row);
  const targetText = (row: number) => {
    const found = targetAt(row);
    if (!found) return '';
    if (found.klass === evaluation.options.ignoreIndex) return `${found.klass} (${strings.loss.ignored})`;
    return found.probability === 1
      ? formatPlain(found.klass)
      : `${found.klass} (p ${formatPlain(found.probability)})`;
  };
  const probabilityText = (row: number) => {
    const klass = targetAt(row)?.klass;
    const isClass = klass !== undefined && klass >= 0 && klass < samples.numClasses;
    const logProb = isClass ? logProbs?.[samples.offsetOf(row, klass)] : undefined;
    return logProb === undefined ? '–' : formatNumber(Math.exp(logProb), perSample.dtype);
  };
  const columns: readonly (readonly [title: string, text: (row: number) => string])[] = [
    [strings.loss.target, targetText],
    [seeStrings.batch.probability, probabilityText],
    [strings.loss.loss, (row) => formatNumber(perSample.data[row], perSample.dtype)],
    [
      seeStrings.batch.gradNorm,
      (row) => (norms ? formatNumber(norms[row], gradInput?.dtype ?? perSample.dtype) : '–'),
    ],
  ];
  return (
    <div>
      <h3>{seeStrings.batch.samples}</h3>
      <RowsOfSamples
        caption={strings.loss.perSampleCaption(shownLosses[loss].name)}
        order={order}
        listing={listing}
        numColumns={columns.length}
        columnEms={8}
        columnHeader={(column) => columns[column][0]}
        cell={(row, column) => ({ text: columns[column][1](row) })}
        parts={parts}
      />
    </div>
  );
}
