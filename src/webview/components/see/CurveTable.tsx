import { type DType, formatNumber, type LossKey, shownLosses } from '../../../core';
import type { Store } from '../../state/store';
import { seeStrings } from '../../strings/see';
import { Foldable } from '../controls/Foldable';

const strings = seeStrings.sample;

/** Every so many points of a curve stand in its table. */
const every = 8;

interface CurveTableProps {
  readonly curves: readonly {
    readonly key: LossKey;
    readonly points: readonly (readonly [number, number])[];
  }[];
  /** Its value is that of the rows. */
  readonly klass: string;
  readonly dtype: DType;
  readonly store: Store;
}

/** The curve for those who cannot see it. */
export function CurveTable({ curves, klass, dtype, store }: CurveTableProps) {
  const rows = (curves[0]?.points ?? []).filter((_, index) => index % every === 0);
  const at = (key: LossKey, x: number) =>
    curves.find((curve) => curve.key === key)?.points.find(([px]) => px === x)?.[1];
  return (
    <Foldable part="curve" store={store}>
      <summary>{strings.curveTable}</summary>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{strings.xAxis(klass)}</th>
            {curves.map(({ key }) => (
              <th key={key} scope="col" class="number">
                {shownLosses[key].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([x]) => (
            <tr key={x}>
              <th scope="row" class="number">
                {formatNumber(x, dtype)}
              </th>
              {curves.map(({ key }) => (
                <td key={key} class="number">
                  {formatNumber(at(key, x) ?? Number.NaN, dtype)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Foldable>
  );
}
