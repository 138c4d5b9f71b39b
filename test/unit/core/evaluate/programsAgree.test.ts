import { describe, expect, it } from 'vitest';
import { readPrograms } from './programs/fixture';
import {
  type Judged,
  judgeChecker,
  judgePanel,
  judgeSnippets,
  ofOutcome,
  shareRight,
} from './programs/table';

const programs = readPrograms();

/** Programs that are still wrong, and the share that is right; each may only come nearer to 0 and to 1. */
const known = {
  panel: { wrong: 0, share: 0.9 },
  snippet: { wrong: 0, share: 0.9 },
  checker: { wrong: 0, share: 0.99 },
};

function wrongOf(judged: readonly Judged[]): number {
  return ofOutcome(judged, 'wrong').length;
}

describe('programs of which PyTorch says what each loss is', { timeout: 120_000 }, () => {
  it('are many', () => {
    expect(programs.length).toBeGreaterThanOrEqual(2000);
  });

  it('show the same losses in the panel, or what is not evaluated', () => {
    const judged = judgePanel(programs);
    expect(wrongOf(judged)).toBeLessThanOrEqual(known.panel.wrong);
    expect(shareRight(judged)).toBeGreaterThan(known.panel.share);
  });

  it('run as snippets with the same losses, or say what is not evaluated', () => {
    const judged = judgeSnippets(programs);
    expect(wrongOf(judged)).toBeLessThanOrEqual(known.snippet.wrong);
    expect(shareRight(judged)).toBeGreaterThan(known.snippet.share);
  });

  it('get no error and no alarm from the checker that PyTorch does not confirm', () => {
    const judged = judgeChecker(programs);
    expect(wrongOf(judged)).toBeLessThanOrEqual(known.checker.wrong);
    expect(shareRight(judged)).toBeGreaterThan(known.checker.share);
  });
});
