import type { Argument, LossCall } from '../python/lossUsage';
import type { SnippetLoss, SnippetStep, SnippetTensor } from '../python/run/result/snippetResult';
import { isSameTensor } from '../tensor/isSameTensor';
import type { TensorLiteral } from '../text/literal';
import type { TextRange } from '../textRange';
import { operationsOnTheWay } from './operationsOnTheWay';

/** The numbers that a computed tensor is made of. */
type Computed = Pick<SnippetTensor, 'tensor' | 'requiresGrad' | 'gradFn'>;

/**
 * Joins what losses are called with to the literals of the text. A value that goes back to no literal becomes one of
 * its own, of the form `expression`.
 */
export class LossLiterals {
  readonly literals: TensorLiteral[];
  readonly calls: LossCall[] = [];
  /** Ranges of code whose value is a literal now. */
  readonly evaluated: TextRange[] = [];
  private readonly parts = new Set<number>();
  private readonly byRange = new Map<string, number>();
  private readonly decimals: number | null;

  constructor(
    private readonly text: string,
    read: readonly TensorLiteral[],
  ) {
    this.literals = [...read];
    read.forEach((literal, index) => {
      this.byRange.set(rangeKey(literal), index);
      this.byRange.set(rangeKey(literal.body), index);
    });
    const written = read.flatMap(({ decimals }) => (decimals === null ? [] : [decimals]));
    // What is computed from rounded numbers is not known better than they are.
    this.decimals = written.length > 0 ? Math.max(...written) : null;
  }

  /** Literals that have a part in what a loss is called with. */
  get ingredients(): readonly number[] {
    return [...this.parts];
  }

  addLoss(loss: SnippetLoss): void {
    const input = this.argument(loss.input, []);
    const target = this.argument(loss.target, [input.literal]);
    const call: LossCall = {
      from: loss.from,
      to: loss.to,
      loss: loss.loss,
      input,
      target,
      weight: loss.weight && this.argument(loss.weight, [input.literal, target.literal]),
      reduction: loss.reduction,
      ignoreIndex: loss.ignoreIndex,
      labelSmoothing: loss.labelSmoothing,
      unknownOptions: loss.unknownOptions,
      before: loss.before,
      backward: loss.backward,
    };
    if (!this.calls.some((one) => isSameCall(one, call))) this.calls.push(call);
  }

  /** A name that is given the value of an expression, or an expression by itself. */
  addStep({ from, to, bound, value }: SnippetStep): void {
    for (const { name, value: shown, origin } of bound) {
      const { tensor } = shown;
      const isKnown = origin === null || this.isRead(origin) || this.isEvaluated(origin);
      if (!isKnown && tensor && tensor.shape.length > 0) this.add(origin, { ...shown, tensor }, name);
    }
    const isNew = value?.tensor && value.tensor.shape.length > 0 && !this.isRead({ from, to });
    if (isNew && value.tensor) this.add({ from, to }, { ...value, tensor: value.tensor }, null);
  }

  /** A literal that another argument goes back to already (`taken`) has one part alone. */
  private argument(given: SnippetTensor, taken: readonly number[]): Argument {
    const { from, to, tensor, requiresGrad, steps } = given;
    for (const range of given.ingredients) {
      const index = this.byRange.get(rangeKey(range));
      if (index !== undefined) this.parts.add(index);
    }
    this.evaluated.push({ from, to }, given.origin);
    const { operations, end } = operationsOnTheWay(steps, (step) => this.byRange.has(rangeKey(step)));
    const written = end === null ? undefined : this.byRange.get(rangeKey(end));
    const isFree = written !== undefined && !taken.includes(written);
    const literal = isFree ? written : this.add(given.origin, given, this.nameOf(given));
    return { from, to, literal, tensor, operations, requiresGrad };
  }

  /** The literal with the operations around it is all of the expression. */
  private isRead({ from, to }: TextRange): boolean {
    return this.literals.some((literal) => {
      const outer = literal.operations.at(-1) ?? literal;
      return Math.min(outer.from, literal.from) <= from && Math.max(outer.to, literal.to) >= to;
    });
  }

  private isEvaluated({ from, to }: TextRange): boolean {
    return this.evaluated.some((one) => one.from === from && one.to === to);
  }

  /** The argument is a name when that is all that stands there. */
  private nameOf({ from, to }: TextRange): string | null {
    const written = this.text.slice(from, to);
    return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(written) ? written : null;
  }

  private add(origin: TextRange, { tensor, requiresGrad, gradFn }: Computed, name: string | null): number {
    const { from, to } = origin;
    const same = this.literals.findIndex(
      (one) => one.expression && one.from === from && one.to === to && isSameTensor(one.tensor, tensor),
    );
    if (same >= 0) return same;
    this.evaluated.push({ from, to });
    const text = this.text.slice(from, to);
    this.literals.push({
      from,
      to,
      body: { from, to },
      tensor,
      form: 'expression',
      callee: null,
      name,
      decimals: this.decimals,
      scientificDecimals: null,
      isDtypeWritten: false,
      keywords: [],
      gradFn,
      requiresGrad,
      expression: { text, names: namesIn(text) },
      operations: [],
    });
    return this.literals.length - 1;
  }
}

/** A loop may call a loss again on the same numbers. */
function isSameCall(a: LossCall, b: LossCall): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    isSameTensor(a.input.tensor, b.input.tensor) &&
    isSameTensor(a.target.tensor, b.target.tensor) &&
    (a.weight === null || b.weight === null
      ? a.weight === b.weight
      : isSameTensor(a.weight.tensor, b.weight.tensor)) &&
    a.reduction === b.reduction &&
    a.ignoreIndex === b.ignoreIndex &&
    a.labelSmoothing === b.labelSmoothing &&
    a.unknownOptions.join() === b.unknownOptions.join() &&
    a.before?.from === b.before?.from
  );
}

/** The names that a piece of code starts from: those behind a dot and of arguments are none. */
function namesIn(code: string): readonly string[] {
  return [...code.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_]|\s*=[^=])/gu)].map(
    ([name]) => name,
  );
}

function rangeKey({ from, to }: TextRange): string {
  return `${from}:${to}`;
}
