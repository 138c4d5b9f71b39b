import { useRef, useState } from 'preact/hooks';
import { seeStrings } from '../../strings/see';
import type { ReportParts } from '../../view/reportParts';
import { classesShown, logitDomain, type SampleLoss, type SampleView } from '../../view/see/sampleView';
import { Button } from '../controls/Button';
import { BarRow } from './BarRow';

const strings = seeStrings.sample;

/** Classes that are drawn at first, and with each click more. */
const page = 24;

interface Frozen {
  readonly domain: readonly [number, number];
  readonly classes: readonly number[];
}

interface BarsProps {
  readonly shown: SampleView;
  readonly own: SampleLoss | null;
  readonly parts: ReportParts;
}

/** A row for each class: its value as a bar to drag, the probability that it gives, and the gradient. */
export function Bars({ shown, own, parts }: BarsProps) {
  const [limit, setLimit] = useState(page);
  // While a bar is dragged, neither the axis nor the rows move under the pointer.
  const [frozen, setFrozen] = useState<Frozen | null>(null);
  const gesture = useRef(0);
  const domain = frozen?.domain ?? logitDomain(shown.row);
  const classes = frozen?.classes ?? classesShown(shown, limit);
  const largest = own ? own.gradient.reduce((max, g) => Math.max(max, Math.abs(g) || 0), 0) : 0;
  const hidden = shown.row.length - classes.length;
  const onDrag = (isDragging: boolean) => {
    if (isDragging) gesture.current++;
    else parts.store.endGesture();
    setFrozen(isDragging ? { domain, classes } : null);
  };
  return (
    <>
      <table class="bars">
        <caption class="visually-hidden">{strings.barsName}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.klass}</th>
            <th scope="col" class="bar-cell" colSpan={2}>
              {strings.value}
            </th>
            <th scope="col" class="probability-cell" colSpan={2}>
              {strings.probability}
            </th>
            <th scope="col" class="number">
              {strings.gradient}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((klass) => (
            <BarRow
              key={klass}
              klass={klass}
              shown={shown}
              gradient={own ? own.gradient[klass] : null}
              largest={largest}
              domain={domain}
              gesture={`bar:${klass}:${gesture.current}`}
              onDrag={onDrag}
              parts={parts}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <p class="bars-more">
          <span class="muted">{strings.hidden(String(hidden))}</span>
          <Button onClick={() => setLimit(limit + page)}>{strings.more}</Button>
        </p>
      )}
    </>
  );
}
