import { useMemo } from 'preact/hooks';
import { formatNumber, type LossKey, shownLosses, type Tensor } from '../../../core';
import { strings } from '../../strings';
import { seeStrings } from '../../strings/see';
import { heatOf, largestMagnitude } from '../../view/heat';
import type { ReportParts } from '../../view/reportParts';
import { targetOf } from '../../view/samples';
import { RowsOfSamples } from './RowsOfSamples';

interface GradientTableProps {
  readonly loss: LossKey;
  readonly gradInput: Tensor;
  /** The samples to show, in this order. */
  readonly order: readonly number[];
  readonly listing: string;
  readonly parts: ReportParts;
}

/** The gradient as a heat map that is a table: the sign is in the numbers, the colour only repeats it. */
export function GradientTable({ loss, gradInput, order, listing, parts }: GradientTableProps) {
  const { evaluation, target, samples, sample } = parts;
  const { data, dtype } = gradInput;
  const largest = useMemo(() => largestMagnitude(data), [data]);
  if (data.length !== samples.count * samples.numClasses) return null;
  const targetClass = (row: number) => targetOf(samples, target?.tensor, row)?.klass;
  const cell = (row: number, klass: number) => {
    const value = data[samples.offsetOf(row, klass)];
    const { className, share } = heatOf(value, largest);
    const isTarget = targetClass(row) === klass;
    return {
      text: `${value > 0 ? '+' : ''}${formatNumber(value, dtype)}`,
      className: isTarget ? `${className} is-target` : className,
      heat: share,
    };
  };
  const { batch } = seeStrings;
  return (
    <div>
      <h3>{evaluation.options.reduction === 'none' ? batch.gradientOfSum : batch.gradient}</h3>
      <RowsOfSamples
        caption={strings.loss.gradientCaption(shownLosses[loss].name)}
        order={order}
        listing={listing}
        numColumns={samples.numClasses}
        columnEms={6.5}
        columnHeader={(klass) => String(klass)}
        cell={cell}
        focusColumn={targetClass(sample)}
        parts={parts}
      />
      <p class="heat-legend muted">
        <span class="heat-scale" aria-hidden="true" />
        {batch.scale(formatNumber(largest, dtype))}. {batch.legend}
      </p>
    </div>
  );
}
