import { type Evidence, evidenceGroups, type FindingCode, markedLimit } from '../../../core';
import { strings } from '../../strings';
import { ScrollRegion } from '../controls/ScrollRegion';

interface EvidenceTableProps {
  readonly evidence: readonly Evidence[];
  /** Of the finding, which tells its table from those of others. */
  readonly code: FindingCode;
}

/** What a finding rests on: what was measured, where, against what, and what that says. */
export function EvidenceTable({ evidence, code }: EvidenceTableProps) {
  const texts = strings.findings;
  return (
    <ScrollRegion class="table-scroll" label={`${texts.evidence}: ${code}`}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{texts.row}</th>
            <th scope="col">{texts.measured}</th>
            <th scope="col" class="number">
              {texts.value}
            </th>
            <th scope="col">{texts.limit}</th>
          </tr>
        </thead>
        {evidenceGroups(evidence).map((group) => (
          <tbody key={group.says}>
            {group.says !== '' && (
              <tr>
                <th scope="rowgroup" colSpan={4}>
                  {group.says}
                </th>
              </tr>
            )}
            {group.evidence.map((one) => (
              <tr key={`${one.row} ${one.quantity}`}>
                <td>{one.row ?? texts.wholeTensor}</td>
                <td>{one.quantity}</td>
                <td class="number">{one.value}</td>
                <td>{markedLimit(one)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
