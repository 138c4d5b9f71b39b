import { useMemo } from 'preact/hooks';
import { formatNumber, type Tensor } from '../../core';
import { strings } from '../strings';
import { heatOf, largestMagnitude } from '../view/heat';
import type { ReportParts } from '../view/reportParts';
import { labelOf, targetOf } from '../view/samples';
import type { LossKey } from '../view/verdict';
import { lossNames } from '../view/verdict';
import { VirtualTable } from './VirtualTable';

/** The gradient as a heat map that is a table: the sign is in the numbers, the colour only repeats it. */
export function GradientTable(props: ReportParts & { loss: LossKey; gradInput: Tensor }) {
  const { loss, gradInput, evaluation, target, samples, sample, store } = props;
  const { data, dtype } = gradInput;
  const largest = useMemo(() => largestMagnitude(data), [data]);
  if (data.length !== samples.count * samples.numClasses) return null;
  const targetClass = (row: number) => targetOf(samples, target?.tensor, row)?.klass;
  const cell = (row: number, klass: number) => {
    const value = data[samples.offsetOf(row, klass)];
    const { className, share } = heatOf(value, largest);
    const isTarget = targetClass(row) === klass;
    return {
      text: formatNumber(value, dtype),
      className: isTarget ? `${className} is-target` : className,
      heat: share,
    };
  };
  return (
    <div>
      <h3>
        {strings.loss.gradient}
        {evaluation.options.reduction === 'none' && <span class="muted"> {strings.loss.gradientOfSum}</span>}
      </h3>
      <VirtualTable
        caption={strings.loss.gradientCaption(lossNames[loss])}
        corner={strings.loss.sample}
        numRows={samples.count}
        numColumns={samples.numClasses}
        columnEms={6.5}
        rowHeader={(row) => labelOf(samples, row) || '–'}
        columnHeader={(klass) => String(klass)}
        cell={cell}
        selectedRow={sample}
        focusColumn={targetClass(sample)}
        onSelectRow={(row) => store.select(row)}
      />
      <p class="muted legend">{strings.loss.legend}</p>
    </div>
  );
}
