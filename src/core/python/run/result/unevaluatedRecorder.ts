import * as l10n from '../../../l10n';
import type { TextRange } from '../../../textRange';
import type { NotEvaluated } from '../../values/pythonError';
import type { Lines } from '../lines';
import { messageOf } from './messageOf';
import type { Unevaluated } from './snippetResult';

/** Takes down what could not be evaluated, and why names are unknown. */
export class UnevaluatedRecorder {
  /** In the order in which it was come to. */
  readonly found: Unevaluated[] = [];
  private readonly reasons = new Map<number, Unevaluated>();

  constructor(private readonly lines: Lines) {}

  add({ from, to }: TextRange, message: string): void {
    this.found.push(this.at({ from, to }, message));
  }

  /** What was left in a statement, once however often; it only gives a reason where it is not shown. */
  leave(error: NotEvaluated, statement: TextRange, isShown: boolean): void {
    const { from, to } = error.range ?? statement;
    const left = this.at({ from, to }, messageOf(error));
    if (!this.reasons.has(from)) this.reasons.set(from, left);
    if (!isShown || this.found.some((one) => one.from === from && one.to === to)) return;
    this.found.push(left);
  }

  /** Why names are unknown since an expression. */
  reasonOf(since: TextRange): Unevaluated {
    return this.reasons.get(since.from) ?? this.at(since, l10n.t('not evaluated'));
  }

  /** The last that begins no later than `offset`, else the first of all. */
  lastBefore(offset: number): Unevaluated | undefined {
    return this.found.filter(({ from }) => from <= offset).at(-1) ?? this.found.at(0);
  }

  private at({ from, to }: TextRange, message: string): Unevaluated {
    return { from, to, line: this.lines.lineOf(from), message };
  }
}
