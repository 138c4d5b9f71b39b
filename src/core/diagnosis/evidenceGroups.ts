import type { Evidence } from './finding';

/** Measurements that are evidence of the same. */
export interface EvidenceGroup {
  readonly says: string;
  readonly evidence: readonly Evidence[];
}

/** Evidence by what it is evidence of, in the order in which that comes. */
export function evidenceGroups(evidence: readonly Evidence[]): readonly EvidenceGroup[] {
  const all = [...new Set(evidence.map(({ says }) => says))];
  return all.map((says) => ({ says, evidence: evidence.filter((one) => one.says === says) }));
}

/** The limit with a mark of whether the value keeps to it: `✗ ≤ 0`. */
export function markedLimit({ isMet, limit }: Evidence): string {
  return `${isMet ? '✓' : '✗'} ${limit}`;
}
