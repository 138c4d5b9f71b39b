import { type Calibration, formatNumber } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { binName } from '../../view/batch/binName';
import { TableHead } from '../controls/TableHead';

const strings = batchStrings.calibration;

/** The diagram for those who cannot see it. */
export function ReliabilityTable({ bins }: Calibration) {
  const number = (value: number) => (Number.isNaN(value) ? '–' : formatNumber(value, 'float64'));
  return (
    <details>
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
    </details>
  );
}
