import type { Evidence } from '../../../core';
import { strings } from '../../strings';
import { ScrollRegion } from '../controls/ScrollRegion';

/** What a finding rests on: what was measured, where, and against what. */
export function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }) {
  const texts = strings.findings;
  return (
    <ScrollRegion class="table-scroll" label={texts.evidence}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{texts.row}</th>
            <th scope="col">{texts.measured}</th>
            <th scope="col" class="number">
              {texts.value}
            </th>
            <th scope="col">{texts.expected}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ row, quantity, value, limit }) => (
            <tr key={`${row} ${quantity}`}>
              <td>{row ?? texts.wholeTensor}</td>
              <td>{quantity}</td>
              <td class="number">{value}</td>
              <td>{limit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
