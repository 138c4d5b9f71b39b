import type { ReportParts } from '../../view/reportParts';
import { NumberSheet } from './NumberSheet';
import { Temperature } from './Temperature';

/** The numbers of the tensors, to be changed in place. */
export function NumbersTab(parts: ReportParts) {
  return (
    <>
      <NumberSheet key={parts.pairKey} {...parts} />
      <Temperature {...parts} />
    </>
  );
}
