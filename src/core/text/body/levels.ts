import * as l10n from '../../l10n';
import type { TextRange } from '../../textRange';

/** Rows that do not fit: what to say, and where. */
export interface Mismatch extends TextRange {
  readonly message: string;
}

/** How deep brackets may be nested; PyTorch itself stops at 64 dimensions. */
export const maxDepth = 64;

/**
 * The open brackets of a literal, and how many elements each has. The first list at each depth sets the shape,
 * every later one is held against it.
 */
export class Levels {
  depth = 0;
  mismatch: Mismatch | null = null;
  private readonly opened: number[] = [];
  private readonly counts: number[] = [];
  private readonly round: boolean[] = [];
  private readonly commas: boolean[] = [];
  private readonly expected: number[] = [];
  /** Depth of the lists that hold numbers; 0 until the first number. */
  private leafDepth = 0;

  get opener(): number {
    return this.opened[this.depth - 1];
  }

  get isRound(): boolean {
    return this.round[this.depth - 1];
  }

  /** Sizes from the outside in. */
  get shape(): readonly number[] {
    return this.expected.slice();
  }

  open(at: number, isRound: boolean): void {
    if (this.depth > 0) this.counts[this.depth - 1]++;
    if (this.leafDepth > 0 && this.depth >= this.leafDepth) {
      this.note(at, at + 1, l10n.t('{0} is a list, expected a number', this.label(this.depth)));
    }
    this.opened[this.depth] = at;
    this.counts[this.depth] = 0;
    this.round[this.depth] = isRound;
    this.commas[this.depth] = false;
    this.depth++;
  }

  addComma(): void {
    this.commas[this.depth - 1] = true;
  }

  addNumber(from: number, to: number): void {
    this.counts[this.depth - 1]++;
    if (this.leafDepth === 0) this.leafDepth = this.depth;
    else if (this.depth < this.leafDepth) {
      this.note(
        from,
        to,
        l10n.t('{0} is a number, expected a list like the rows before it', this.label(this.depth)),
      );
    }
  }

  /** Closes the innermost bracket, which ends at `to`; false for `(1)`, which is no tuple but its element. */
  close(to: number): boolean {
    this.depth--;
    const { depth } = this;
    const count = this.counts[depth];
    if (this.round[depth] && count === 1 && !this.commas[depth]) return false;
    if (this.expected[depth] === undefined) this.expected[depth] = count;
    else if (this.expected[depth] !== count) {
      this.note(this.opened[depth], to, this.wrongSize(depth, count));
    }
    return true;
  }

  private wrongSize(depth: number, count: number): string {
    const label = this.label(depth);
    const expected = this.expected[depth];
    const first = rowLabel(new Array<number>(depth).fill(0));
    if (this.leafDepth === depth + 1) {
      return count === 1
        ? l10n.t('{0} has 1 value, expected {1} as in {2}', label, expected, first)
        : l10n.t('{0} has {1} values, expected {2} as in {3}', label, count, expected, first);
    }
    return count === 1
      ? l10n.t('{0} has 1 row, expected {1} as in {2}', label, expected, first)
      : l10n.t('{0} has {1} rows, expected {2} as in {3}', label, count, expected, first);
  }

  /** Where the element at `depth` that is being read stands. */
  private label(depth: number): string {
    return rowLabel(this.counts.slice(0, depth).map((count) => count - 1));
  }

  private note(from: number, to: number, message: string): void {
    this.mismatch ??= { from, to, message };
  }
}

function rowLabel(indices: readonly number[]): string {
  return l10n.t('row {0}', indices.length === 1 ? indices[0] : `[${indices.join(', ')}]`);
}
