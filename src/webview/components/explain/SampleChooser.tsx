import previous from '@vscode/codicons/src/icons/chevron-left.svg';
import next from '@vscode/codicons/src/icons/chevron-right.svg';
import { useId } from 'preact/hooks';
import { classDimOf } from '../../../core';
import { explainStrings } from '../../strings/explain';
import type { ReportParts } from '../../view/reportParts';
import { positionOf, sampleAt } from '../../view/samplePosition';
import { Button, IconButton } from '../controls/Button';

const strings = explainStrings.sample;

/** Which sample is looked at: one field for each axis, the neighbours, and the one with the largest loss. */
export function SampleChooser(parts: ReportParts) {
  const { samples, sample, input, losses, store } = parts;
  if (samples.count <= 1) return null;
  const position = positionOf(samples.shape, sample);
  const dim = classDimOf(input.tensor.shape);
  const perSample = losses.crossEntropyLoss.perSample?.data;
  const choose = (axis: number, index: number) => {
    const size = samples.shape[axis];
    if (!Number.isInteger(index) || index < 0 || index >= size) return;
    store.select(
      sampleAt(
        samples.shape,
        position.map((own, i) => (i === axis ? index : own)),
      ),
    );
  };
  return (
    <fieldset class="sample-chooser" aria-label={strings.title}>
      <IconButton
        label={strings.previous}
        icon={previous}
        isDisabled={sample === 0}
        onClick={() => store.select(sample - 1)}
      />
      {position.map((index, axis) => (
        <AxisField
          key={String(axis)}
          label={axisName(axis, axis < dim ? axis : axis + 1, samples.shape.length)}
          index={index}
          size={samples.shape[axis]}
          onChange={(value) => choose(axis, value)}
        />
      ))}
      <IconButton
        label={strings.next}
        icon={next}
        isDisabled={sample === samples.count - 1}
        onClick={() => store.select(sample + 1)}
      />
      {perSample && <Button onClick={() => store.select(worstOf(perSample))}>{strings.worst}</Button>}
    </fieldset>
  );
}

interface AxisFieldProps {
  readonly label: string;
  readonly index: number;
  readonly size: number;
  readonly onChange: (index: number) => void;
}

function AxisField({ label, index, size, onChange }: AxisFieldProps) {
  const id = useId();
  return (
    <span class="axis-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="vscode-textfield"
        type="number"
        min={0}
        max={size - 1}
        step={1}
        value={index}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <span class="muted">{strings.ofCount(String(size))}</span>
    </span>
  );
}

/** `Sample` for (N); `dim 0 (N)`, `dim 2 (d1)` where there are more. */
function axisName(axis: number, dim: number, count: number): string {
  if (count === 1) return strings.title;
  return strings.axis(String(dim), axis === 0 ? 'N' : `d${axis}`);
}

function worstOf(losses: Float64Array): number {
  let worst = 0;
  for (let i = 1; i < losses.length; i++) if (losses[i] > losses[worst] || Number.isNaN(losses[i])) worst = i;
  return worst;
}
