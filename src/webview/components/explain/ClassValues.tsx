import { type DType, formatNumber } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { seeStrings } from '../../strings/see';
import { ClassLabel } from '../controls/ClassLabel';
import { ScrollRegion } from '../controls/ScrollRegion';

const strings = explainStrings.steps;

/** As many classes as are written out; the target's is always among them. */
const mostShown = 12;

interface ClassValuesProps {
  readonly label: string;
  /** One for each class. */
  readonly values: Float64Array;
  readonly target: number | null;
  readonly dtype: DType;
  /** The classes with their names. */
  readonly nameOf: (klass: number) => string;
  /** What stands under a value, where something has to be said of it. */
  readonly noteOf?: (klass: number) => string | null;
}

/** Values by class, side by side. */
export function ClassValues({ label, values, target, dtype, nameOf, noteOf }: ClassValuesProps) {
  const classes = Array.from({ length: Math.min(values.length, mostShown) }, (_, c) => c);
  if (target !== null && target >= mostShown && target < values.length) classes[mostShown - 1] = target;
  return (
    <ScrollRegion class="table-scroll" label={label}>
      <table class="plain-table class-values">
        <thead>
          <tr>
            <th scope="col">{strings.klass}</th>
            {classes.map((klass) => (
              <th key={klass} scope="col" class={klass === target ? 'number is-target' : 'number'}>
                <ClassLabel text={nameOf(klass)} />
                {klass === target && <span class="target-mark"> {seeStrings.sample.target}</span>}
              </th>
            ))}
            {classes.length < values.length && <th scope="col">…</th>}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td />
            {classes.map((klass) => (
              <td key={klass} class={klass === target ? 'number is-target' : 'number'}>
                {formatNumber(values[klass], dtype)}
                {noteOf?.(klass) && <span class="value-loss">{noteOf(klass)}</span>}
              </td>
            ))}
            {classes.length < values.length && <td>…</td>}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
