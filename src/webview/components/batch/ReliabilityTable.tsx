import { type Calibration, formatNumber } from '../../../core';
import type { Store } from '../../state/store';
import { batchStrings } from '../../strings/batch';
import { binName } from '../../view/batch/binName';
import { Foldable } from '../controls/Foldable';
import { TableHead } from '../controls/TableHead';

const strings = batchStrings.calibration;

/** The diagram for those who cannot see it. */
export function ReliabilityTable({ bins, store }: Calibration & { readonly store: Store }) {
  const number = (value: number) => (Number.isNaN(value) ? '–' : formatNumber(value, 'float64'));
  return (
    <Foldable part="reliability" store={store}>
      <summary>{strings.table}</summary>
      <table class="plain-table">
        <TableHead
          first={strings.confidence}
          numbers={[strings.count, strings.accuracy, strings.meanConfidence]}
        />
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">{binName(bin)}</th>
              <td class="number">{bin.count}</td>
              <td class="number">{number(bin.accuracy)}</td>
              <td class="number">{number(bin.confidence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Foldable>
  );
}
