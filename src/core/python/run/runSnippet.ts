import { parser } from '@lezer/python';
import * as l10n from '../../l10n';
import type { TextRange } from '../../textRange';
import type { LossName } from '../lossUsage';
import type { Call, Statement } from '../syntax/ast';
import { parsableText } from '../syntax/parsableText';
import { readModule } from '../syntax/readModule';
import { Libraries } from '../torch/library/libraries';
import type { LossInputs } from '../torch/tensor/lossInputs';
import { TorchContext } from '../torch/tensor/torchContext';
import { TorchTensor } from '../torch/tensor/torchTensor';
import { LimitReached, type NotEvaluated, PythonError } from '../values/pythonError';
import type { Value } from '../values/values';
import { boundNames } from './boundNames';
import { builtins } from './builtins';
import { Evaluator } from './evaluator';
import { fixFor } from './fixes';
import { bindCustomaryNames } from './imports';
import { Lines } from './lines';
import { withoutLongLists } from './literalLists';
import { Scope } from './scope';
import { shownValue, snapshot } from './shownValue';
import type { SnippetError, SnippetLoss, SnippetResult, SnippetStep, Unevaluated } from './snippetResult';
import { Statements } from './statements';
import { syntaxErrorOf } from './syntaxError';

/** Most expressions that a run evaluates. */
const maxSteps = 2_000_000;

/** Steps between two questions whether to go on. */
const stepsPerCheck = 1024;

export interface SnippetOptions {
  /** Asked now and then; once it says true the run ends. */
  readonly isCancelled?: () => boolean;
  /** What of the text is the snippet; what stands above it runs for its names alone, what follows does not run. */
  readonly selection?: TextRange;
}

/**
 * Evaluates Python code that computes tensors, as PyTorch would: what it prints, or where it would stop and with
 * which words. Nothing is run or imported; only the functions that are known here are evaluated, everything else is
 * reported and the rest goes on. Never throws for any text.
 */
export function runSnippet(text: string, options: SnippetOptions = {}): SnippetResult {
  return new SnippetRun(text, options).run();
}

class SnippetRun {
  private readonly context = new TorchContext(
    (memory) => this.scope.countHolders(memory),
    (name, inputs) => this.onLoss(name, inputs),
  );
  private readonly lines: Lines;
  private readonly evaluator: Evaluator;
  private readonly statements: Statements;
  private readonly scope = new Scope(null);
  private readonly makers = new Map<TorchTensor, Call>();
  private readonly origins = new Map<TorchTensor, TextRange>();
  private lastValue: Value = null;
  private readonly steps: SnippetStep[] = [];
  private readonly unevaluated: Unevaluated[] = [];
  private readonly losses: SnippetLoss[] = [];
  private output = '';
  private body: readonly Statement[] = [];
  private gradients: readonly TorchTensor[] = [];
  private stepCount = 0;
  private isSilent = false;

  constructor(
    private readonly text: string,
    private readonly options: SnippetOptions,
  ) {
    this.lines = new Lines(text);
    const { context } = this;
    const libraries = new Libraries(context);
    this.evaluator = new Evaluator({
      context,
      libraries,
      builtins: builtins({
        context,
        print: (written) => {
          if (!this.isSilent) this.output += written;
        },
        call: (callee, args) => this.evaluator.callValue(callee, args),
      }),
      text,
      onBackward: (reached) => {
        this.gradients = [...this.gradients, ...reached];
      },
      step: () => this.step(),
      functionOf: (node, scope) => this.statements.lambda(node, scope),
      onCall: (node, value) => {
        if (value instanceof TorchTensor && !this.makers.has(value)) this.makers.set(value, node);
      },
    });
    this.statements = new Statements({
      context,
      libraries,
      evaluator: this.evaluator,
      onValue: (value, { from, to }, isNamed) => {
        if (!isNamed) this.lastValue = value;
        else if (value instanceof TorchTensor) this.origins.set(value, { from, to });
      },
      onNotEvaluated: (error, statement) => this.onNotEvaluated(error, statement),
    });
  }

  run(): SnippetResult {
    const short = withoutLongLists(this.text);
    for (const [name, list] of short.lists) this.scope.set(name, list);
    this.scope.set('__name__', '__main__');
    const tree = parser.parse(parsableText(short.text));
    const { body } = readModule(tree, short.text);
    this.body = body;
    const refused = syntaxErrorOf(tree, body, this.text, this.options.selection);
    if (refused) return this.result(this.errorOf(refused), null);
    if (!body.some(({ type }) => type === 'import' || type === 'from')) bindCustomaryNames(this.scope);
    const { from, to } = this.options.selection ?? { from: 0, to: this.text.length };
    for (const statement of body) {
      if (statement.from >= to && statement.from > from) break;
      this.isSilent = statement.to <= from;
      const ended = this.isSilent ? this.runSilently(statement) : this.runVisibly(statement);
      if (ended) return this.result(ended.error, ended.by);
    }
    return this.result(null, null);
  }

  private runVisibly(
    statement: Statement,
  ): { error: SnippetError | null; by: SnippetResult['endedBy'] } | null {
    const before = this.output.length;
    this.gradients = [];
    this.lastValue = null;
    this.evaluator.failedCalls = [];
    try {
      this.statements.run(statement, this.scope);
      this.addStep(statement, before);
      return null;
    } catch (error) {
      // What a statement bound before a limit ended it is no value of the snippet.
      if (error instanceof LimitReached)
        for (const name of boundNames(statement)) this.scope.forget(name, statement);
      this.addStep(statement, before);
      if (error instanceof LimitReached) return { error: null, by: error.limit };
      if (error instanceof PythonError) return { error: this.errorOf(error), by: null };
      throw error;
    }
  }

  /** What stands above the selection only gives its names; where it fails, they are unknown. */
  private runSilently(statement: Statement): { error: null; by: SnippetResult['endedBy'] } | null {
    try {
      this.statements.run(statement, this.scope);
    } catch (error) {
      if (error instanceof LimitReached) return { error: null, by: error.limit };
      if (!(error instanceof PythonError)) throw error;
      for (const name of boundNames(statement)) this.scope.forget(name, statement);
    }
    return null;
  }

  private addStep(statement: Statement, before: number): void {
    const printed = linesOf(this.output.slice(before));
    const names = boundNames(statement).flatMap((name) => {
      const value = this.scope.get(name);
      const shown = value === undefined ? null : shownValue(value);
      const origin = value instanceof TorchTensor ? (this.origins.get(value) ?? null) : null;
      return shown ? [{ name, value: shown, origin }] : [];
    });
    const gradients = [...new Set(this.gradients)].flatMap((tensor) => {
      const shown = tensor.grad ? shownValue(tensor.grad) : null;
      return shown ? [{ name: `${this.nameOf(tensor)}.grad`, value: shown, origin: null }] : [];
    });
    const { from, to } = statement;
    const line = this.lines.lineOf(from);
    const value = this.lastValue === null ? null : shownValue(this.lastValue);
    this.steps.push({ from, to, line, bound: [...names, ...gradients], value, printed });
  }

  /** The name of a tensor, or the call that made it. */
  private nameOf(tensor: TorchTensor): string {
    const name = this.scope.nameOf(tensor);
    if (name !== null) return name;
    const made = this.makers.get(tensor);
    return made ? `${this.text.slice(made.callee.from, made.callee.to)}(…)` : '(…)';
  }

  private onLoss(loss: LossName, inputs: LossInputs): void {
    const call = this.evaluator.calls.at(-1);
    if (!call || this.isSilent) return;
    const argument = (at: number, name: string) =>
      call.args.find((one) => one.name === name)?.value ??
      call.args.filter((one) => one.name === null)[at]?.value ??
      call;
    const part = (tensor: TorchTensor, { from, to }: TextRange) => {
      const { requiresGrad, node } = tensor;
      const origin = this.origins.get(tensor) ?? { from, to };
      return { from, to, origin, tensor: snapshot(tensor), requiresGrad, gradFn: node?.name ?? null };
    };
    const { reduction, ignoreIndex, labelSmoothing, weight } = inputs;
    this.losses.push({
      from: call.from,
      to: call.to,
      line: this.lines.lineOf(call.from),
      loss,
      input: part(inputs.input, argument(0, 'input')),
      target: part(inputs.target, argument(1, 'target')),
      reduction,
      ignoreIndex,
      labelSmoothing,
      weight: weight && part(weight, argument(Number.POSITIVE_INFINITY, 'weight')),
    });
  }

  private onNotEvaluated(error: NotEvaluated, statement: Statement): void {
    const { from, to } = error.range ?? statement;
    if (this.isSilent || this.unevaluated.some((one) => one.from === from && one.to === to)) return;
    const line = this.lines.lineOf(from);
    const message = error.isConsequence
      ? l10n.t('not evaluated: {0} is not known', error.what)
      : l10n.t('cannot evaluate {0}', error.what);
    this.unevaluated.push({ from, to, line, message });
  }

  private errorOf(error: PythonError): SnippetError {
    const { from, to } = error.range ?? { from: 0, to: this.text.length };
    const fix = fixFor(error, {
      text: this.text,
      body: this.body,
      calls: this.evaluator.failedCalls,
    });
    return { type: error.type, message: error.message, line: this.lines.lineOf(from), from, to, fix };
  }

  private step(): void {
    this.stepCount++;
    if (this.stepCount > maxSteps) throw new LimitReached('steps');
    if (this.stepCount % stepsPerCheck === 0 && this.options.isCancelled?.())
      throw new LimitReached('cancelled');
  }

  private result(error: SnippetError | null, endedBy: SnippetResult['endedBy']): SnippetResult {
    const { steps, unevaluated, losses } = this;
    return { printed: linesOf(this.output), ...(error && { error }), steps, unevaluated, losses, endedBy };
  }
}

/** A last line without its line break counts. */
function linesOf(output: string): readonly string[] {
  if (output === '') return [];
  const lines = output.split('\n');
  return output.endsWith('\n') ? lines.slice(0, -1) : lines;
}
