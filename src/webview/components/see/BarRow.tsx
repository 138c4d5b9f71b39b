import { formatNumber } from '../../../core';
import { changeValues } from '../../state/edits';
import { seeStrings } from '../../strings/see';
import { classLabel } from '../../view/classLabel';
import type { ReportParts } from '../../view/reportParts';
import { samplesOf } from '../../view/samples';
import { roundOnAxis, type SampleView } from '../../view/see/sampleView';
import { valueDType } from '../../view/valueDType';
import { ClassLabel } from '../controls/ClassLabel';
import { LogitBar } from './LogitBar';

const strings = seeStrings.sample;

interface BarRowProps {
  readonly klass: number;
  readonly shown: SampleView;
  /** Null where the loss has no value. */
  readonly gradient: number | null;
  /** Largest magnitude of the row's gradient. */
  readonly largest: number;
  readonly domain: readonly [number, number];
  readonly gesture: string;
  readonly onDrag: (isDragging: boolean) => void;
  readonly parts: ReportParts;
}

/** One class: name, bar with its arrow, value, probability and gradient. */
export function BarRow(props: BarRowProps) {
  const { klass, shown, gradient, largest, domain, gesture, onDrag, parts } = props;
  const { live, options, sample, store, evaluation } = parts;
  const value = shown.row[klass];
  const probability = shown.probs[klass];
  const isTarget = klass === shown.target;
  const dtype = valueDType(evaluation);
  const change = (next: number, name: string) => {
    const temperature = options.temperature ?? 1;
    const at = samplesOf(live.shape).offsetOf(sample, klass);
    store.apply((report, now) => changeValues(report, now, 'input', [at], [next * temperature]), name);
  };
  const texts = {
    value: formatNumber(value, evaluation.options.dtype),
    probability: formatNumber(probability, dtype),
    gradient: gradient === null ? '–' : formatNumber(gradient, dtype),
  };
  return (
    <tr class={isTarget ? 'is-target' : undefined}>
      <th scope="row" class="bar-class">
        {isTarget && <span aria-hidden="true">▸ </span>}
        <ClassLabel text={classLabel(evaluation, klass)} />
        {isTarget && <span class="target-mark"> {strings.target}</span>}
      </th>
      <td class="bar-cell">
        <LogitBar
          label={strings.slider(classLabel(evaluation, klass))}
          text={strings.sliderText(texts.value, texts.probability, texts.gradient)}
          value={value}
          domain={domain}
          push={gradient === null || largest === 0 ? 0 : -gradient / largest}
          onChange={(next) => change(roundOnAxis(next, domain), gesture)}
          onStep={(next) => change(Number(next.toPrecision(6)), gesture)}
          onDrag={onDrag}
          onCancel={() => store.undo()}
        />
      </td>
      <td class="number">{texts.value}</td>
      <td class="probability-cell">
        <span class="probability-track">
          <span class="probability-bar" style={{ width: `${(probability * 100 || 0).toFixed(2)}%` }} />
        </span>
      </td>
      <td class="number probability-number">{texts.probability}</td>
      <td class="number">{texts.gradient}</td>
    </tr>
  );
}
