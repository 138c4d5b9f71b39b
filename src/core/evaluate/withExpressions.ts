import type { Argument, LossCall } from '../python/lossUsage';
import { runSnippet } from '../python/run/runSnippet';
import type { SnippetLoss, SnippetStep, SnippetTensor } from '../python/run/snippetResult';
import { isSameShape } from '../tensor/shape';
import type { Tensor } from '../tensor/tensor';
import type { TensorLiteral } from '../text/literal';
import type { TextRange } from '../textRange';
import type { ParsedText } from './evaluation';

/** Longer texts are not evaluated. */
const maxLength = 100_000;

/** Expressions that take longer are left: the reader's caller waits for them. */
const maxMilliseconds = 300;

/**
 * The parsed text with the tensors that its expressions compute: the arguments of its loss calls that are no literals,
 * and the variables whose value is an expression that the reader of literals refused. Everything that was read stays.
 */
export function withExpressions(text: string, parsed: ParsedText, selection: TextRange): ParsedText {
  if (text.length > maxLength || !needsEvaluation(text)) return parsed;
  const end = Date.now() + maxMilliseconds;
  const { losses, steps } = runSnippet(text, { selection, isCancelled: () => Date.now() > end });
  const builder = new ExpressionLiterals(text, parsed);
  for (const loss of losses) builder.addLoss(loss);
  for (const step of steps) builder.addStep(step);
  return builder.result();
}

/** Text that calls none of the libraries has nothing to evaluate. */
function needsEvaluation(text: string): boolean {
  return /\b(?:torch|nn|F|np|numpy)\.[A-Za-z_]/.test(text);
}

class ExpressionLiterals {
  private readonly literals: TensorLiteral[];
  private readonly calls: LossCall[];
  private readonly evaluated: TextRange[] = [];
  private readonly decimals: number | null;

  constructor(
    private readonly text: string,
    private readonly parsed: ParsedText,
  ) {
    this.literals = [...parsed.literals];
    this.calls = [...parsed.usage.calls];
    const written = parsed.literals.flatMap(({ decimals }) => (decimals === null ? [] : [decimals]));
    // What is computed from rounded numbers is not known better than they are.
    this.decimals = written.length > 0 ? Math.max(...written) : null;
  }

  /** A call whose arguments the reader could not follow to literals. */
  addLoss(loss: SnippetLoss): void {
    const at = this.calls.findIndex(({ from, to }) => from === loss.from && to === loss.to);
    const known = at < 0 ? null : this.calls[at];
    if (known && known.input.literal !== null && known.target?.literal != null) return;
    const call: LossCall = {
      loss: loss.loss,
      from: loss.from,
      to: loss.to,
      input: this.argument(known?.input ?? null, loss.input),
      target: this.argument(known?.target ?? null, loss.target),
      options: {
        reduction: loss.reduction,
        ignoreIndex: loss.ignoreIndex,
        labelSmoothing: loss.labelSmoothing,
        ...(loss.weight && { weight: this.argument(known?.options.weight ?? null, loss.weight) }),
      },
      backward: known?.backward ?? null,
    };
    if (at < 0) this.calls.push(call);
    else this.calls[at] = call;
  }

  /** A name that is given the value of an expression, or an expression by itself. */
  addStep({ from, to, bound, value }: SnippetStep): void {
    for (const { name, value: shown, origin } of bound) {
      const { tensor } = shown;
      const isKnown = origin === null || this.isRead(origin) || this.isEvaluated(origin);
      if (!isKnown && tensor && tensor.shape.length > 0) {
        this.add(origin, { ...shown, tensor }, name);
      }
    }
    const isNew = value?.tensor && value.tensor.shape.length > 0 && !this.isRead({ from, to });
    if (isNew && value.tensor) this.add({ from, to }, { ...value, tensor: value.tensor }, null);
  }

  result(): ParsedText {
    const { literals, calls, evaluated } = this;
    const { problems, usage } = this.parsed;
    const isOpen = (problem: TextRange) =>
      !evaluated.some(({ from, to }) => problem.from >= from && problem.to <= to);
    const kept = problems.filter((problem) => problem.code !== 'unsupported-operation' || isOpen(problem));
    return { literals, problems: kept, usage: { ...usage, calls } };
  }

  private argument(known: Argument | null, given: SnippetTensor): Argument {
    if (known && known.literal !== null) return known;
    const { from, to } = given;
    const { origin } = given;
    const read = this.parsed.literals.findIndex((one) => one.from === origin.from && one.to === origin.to);
    const literal = read >= 0 ? read : this.add(origin, given, this.nameOf(given));
    return { from, to, literal, operations: [] };
  }

  /** The literal with the operations around it is all of the expression. */
  private isRead({ from, to }: TextRange): boolean {
    return this.parsed.literals.some((literal) => {
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

  private add(
    origin: TextRange,
    { tensor, requiresGrad, gradFn }: Pick<SnippetTensor, 'tensor' | 'requiresGrad' | 'gradFn'>,
    name: string | null,
  ): number {
    const { from, to } = origin;
    const same = this.literals.findIndex(
      (one) => one.expression && one.from === from && one.to === to && isSameTensor(one.tensor, tensor),
    );
    if (same >= 0) return same;
    this.evaluated.push({ from, to });
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
      expression: { text: this.text.slice(from, to), names: namesIn(this.text.slice(from, to)) },
      operations: [],
    });
    return this.literals.length - 1;
  }
}

/** What a name holds may be written to between two losses. */
function isSameTensor(a: Tensor, b: Tensor): boolean {
  return isSameShape(a.shape, b.shape) && a.data.every((value, i) => Object.is(value, b.data[i]));
}

/** The names that a piece of code starts from: those behind a dot and of arguments are none. */
function namesIn(code: string): readonly string[] {
  return [...code.matchAll(/(?<![\w.])[\p{L}_][\p{L}\p{N}_]*(?!\s*=[^=])/gu)].map(([name]) => name);
}
