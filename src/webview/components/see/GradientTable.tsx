import { useMemo, useState } from 'preact/hooks';
import { formatNumber, type LossKey, shownLosses, type Tensor } from '../../../core';
import { strings } from '../../strings';
import { predictionStrings } from '../../strings/predictions';
import { seeStrings } from '../../strings/see';
import { classLabel } from '../../view/classLabel';
import { heatOf, largestPeak } from '../../view/heat';
import type { ReportParts } from '../../view/reportParts';
import { targetOf } from '../../view/samples';
import { LabelledChoice } from '../controls/LabelledChoice';
import { RowsOfSamples } from './RowsOfSamples';

interface GradientTableProps {
  readonly loss: LossKey;
  readonly gradInput: Tensor;
  /** The samples to show, in this order. */
  readonly order: Uint32Array;
  readonly listing: string;
  readonly parts: ReportParts;
}

/** The gradient as a heat map that is a table: the sign is in the numbers, the colour only repeats it. */
export function GradientTable({ loss, gradInput, order, listing, parts }: GradientTableProps) {
  const { evaluation, target, samples, sample } = parts;
  const { data, dtype } = gradInput;
  const peaks = evaluation.batch?.gradients[loss]?.peaks;
  const largest = useMemo(() => (peaks ? largestPeak(peaks) : 0), [peaks]);
  const [scale, setScale] = useState<'batch' | 'sample'>('batch');
  if (!peaks || data.length !== samples.count * samples.numClasses) return null;
  const targetClass = (row: number) => targetOf(samples, target?.tensor, row)?.klass;
  const cell = (row: number, klass: number) => {
    const value = data[samples.offsetOf(row, klass)];
    const { className, share, isDot } = heatOf(value, scale === 'batch' ? largest : peaks[row]);
    const text = `${value > 0 ? '+' : ''}${formatNumber(value, dtype)}`;
    const isTarget = targetClass(row) === klass;
    return {
      text: isDot ? '·' : text,
      title: isDot ? text : undefined,
      className: isTarget ? `${className} is-target` : className,
      heat: share,
    };
  };
  const { batch } = seeStrings;
  const { heat } = predictionStrings;
  return (
    <>
      <div class="sample-head">
        <p>{evaluation.options.reduction === 'none' ? batch.gradientOfSum : batch.gradient}</p>
        <LabelledChoice
          label={heat.scale}
          value={scale}
          choices={['batch', 'sample']}
          nameOf={(choice) => heat.scales[choice]}
          onChange={setScale}
        />
      </div>
      <RowsOfSamples
        caption={strings.loss.gradientCaption(shownLosses[loss].name)}
        order={order}
        listing={listing}
        numColumns={samples.numClasses}
        columnEms={6.5}
        columnHeader={(klass) => classLabel(evaluation, klass)}
        columnTitle={(klass) => classLabel(evaluation, klass)}
        cell={cell}
        focusColumn={targetClass(sample)}
        parts={parts}
      />
      <p class="heat-legend muted">
        <span class="heat-scale" aria-hidden="true" />
        {scale === 'batch' && `${batch.scale(formatNumber(largest, dtype))}. `}
        {batch.legend} {heat.dot}
      </p>
    </>
  );
}
