import type { Tree } from '@lezer/common';
import * as l10n from '../../l10n';
import type { TextRange } from '../../textRange';
import type { Statement } from '../syntax/ast';
import { parsedText } from '../syntax/parsePython';
import { readModule } from '../syntax/readModule';
import { Libraries } from '../torch/library/libraries';
import type { LossName } from '../torch/losses';
import type { LossInputs } from '../torch/tensor/lossInputs';
import { TorchContext } from '../torch/tensor/torchContext';
import { LimitReached, NotEvaluated, PythonError } from '../values/pythonError';
import { Unknown } from '../values/values';
import type { BuiltinHost } from './builtins/builtinHost';
import { builtins } from './builtins/builtins';
import { standardFunctions } from './builtins/standardModules';
import { Aftermath } from './effects/aftermath';
import { boundNames } from './effects/boundNames';
import { attributeOf } from './expressions/attributes';
import { callValue } from './expressions/calls/callValue';
import type { Evaluator } from './expressions/evaluator';
import { ExpressionEvaluator } from './expressions/expressionEvaluator';
import { Lines } from './lines';
import { withoutLongLists } from './literalLists';
import { LossRecorder } from './losses/lossRecorder';
import { type MissedLossesHost, noteMissed, tryLosses } from './losses/missedLosses';
import { Provenance } from './losses/provenance';
import { runUnreached } from './losses/unreached';
import { type ReadLiteral, tensorRead } from './readLiteral';
import { fixFor } from './result/fixes';
import { klTargetMessage } from './result/klTarget';
import { messageOf } from './result/messageOf';
import { NanWatch } from './result/nanWatch';
import type { LineNote, SnippetError, SnippetResult } from './result/snippetResult';
import { StepRecorder } from './result/stepRecorder';
import { UnevaluatedRecorder } from './result/unevaluatedRecorder';
import { Scope } from './scope';
import { bindCustomaryNames } from './statements/imports';
import { Statements } from './statements/statements';
import { StepBudget } from './stepBudget';
import { syntaxErrorOf } from './syntaxError';

export interface SnippetOptions {
  /** Most steps: an expression is one, and so are 32 elements that an operation touches. */
  readonly maxSteps?: number;
  /** Asked now and then; once it says true the run ends. */
  readonly isCancelled?: () => boolean;
  /** What of the text is the snippet; what stands above it runs for its names alone, what follows does not run. */
  readonly selection?: TextRange;
  /**
   * Set for a text that may be a part of a program, to see what its losses are called with: names that it does not bind
   * are not evaluated, where Python would stop the rest goes on, and what is never called is looked into. `literals` are
   * the tensors written in the text.
   */
  readonly excerpt?: { readonly literals: readonly ReadLiteral[] };
  /** The syntax tree of the text, where it is there already: `parsedText`. */
  readonly tree?: Tree | null;
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
    (elements) => this.budget.touch(elements),
  );
  private readonly lines: Lines;
  private readonly evaluator: Evaluator;
  private readonly statements: Statements;
  private readonly scope = new Scope('module', null);
  private readonly aftermath: Aftermath;
  private readonly provenance = new Provenance((node, value, parts) => {
    if (!this.options.excerpt) this.nan.onValue(node, value, parts);
  });
  private readonly nan: NanWatch;
  private readonly klNotes: LineNote[] = [];
  private readonly recorder: LossRecorder;
  private readonly steps: StepRecorder;
  private readonly unevaluated: UnevaluatedRecorder;
  private readonly budget: StepBudget;
  private body: readonly Statement[] = [];
  private isSilent = false;

  constructor(
    private readonly text: string,
    private readonly options: SnippetOptions,
  ) {
    this.lines = new Lines(text);
    this.nan = new NanWatch({ lines: this.lines, valueOf: (node) => this.provenance.valueOf(node) });
    this.budget = new StepBudget(options.maxSteps, options.isCancelled);
    this.steps = new StepRecorder({ text, lines: this.lines, scope: this.scope });
    this.unevaluated = new UnevaluatedRecorder(this.lines);
    this.recorder = new LossRecorder({
      provenance: this.provenance,
      lines: this.lines,
      originOf: (tensor) => this.steps.originOf(tensor),
      reasonOf: (since) => this.unevaluated.reasonOf(since),
    });
    const { context } = this;
    const step = () => this.budget.step();
    const host: BuiltinHost = {
      context,
      print: (written) => {
        if (!this.isSilent) this.steps.print(written);
      },
      call: (callee, args) => callValue(context, callee, args),
      attribute: (object, name) => attributeOf(this.evaluator.host, object, name),
    };
    const builtIn = builtins(host);
    const libraries = new Libraries(host, standardFunctions(host));
    this.evaluator = new ExpressionEvaluator({
      context,
      libraries,
      builtins: builtIn,
      text,
      onBackward: (reached) => this.steps.onBackward(reached),
      call: host.call,
      step,
      functionOf: (node, scope) => this.statements.functions.lambda(node, scope),
      onCall: (node, value) => this.steps.onCall(node, value),
      provenance: this.provenance,
      isExcerpt: options.excerpt !== undefined,
      recover: (node) => tensorRead(options.excerpt?.literals ?? [], node),
      onLossFailed: (node, loss, error) => this.recorder.miss(node, loss, messageOf(error)),
      beforeCall: (node, callee, args) => this.recorder.beforeCall(node, callee, args),
    });
    this.aftermath = new Aftermath({
      context,
      builtins: builtIn,
      step,
      onPatch: (since) => libraries.forget(since),
    });
    this.statements = new Statements({
      context,
      libraries,
      evaluator: this.evaluator,
      aftermath: this.aftermath,
      builtins: builtIn,
      onValue: (value, node, isNamed) => this.steps.onValue(value, node, isNamed),
      onNotEvaluated: (error, statement, scope) => {
        this.unevaluated.leave(error, statement, !this.isSilent);
        if (options.excerpt) tryLosses(this.forLosses, statement, scope, error);
      },
    });
  }

  run(): SnippetResult {
    const short = withoutLongLists(this.text, this.options.excerpt?.literals);
    for (const [name, { list, from, to }] of short.lists) {
      this.scope.set(name, list);
      this.provenance.place(list, { from, to });
    }
    this.scope.set('__name__', '__main__');
    const { tree = parsedText(short.text) } = short.text === this.text ? this.options : {};
    if (!tree) return this.unread(new NotEvaluated(l10n.t('code nested this deeply')));
    const { body } = readModule(tree, short.text);
    this.body = body;
    const refused = syntaxErrorOf(tree, body, this.text, this.options.selection);
    if (refused && !this.options.excerpt)
      return refused instanceof NotEvaluated
        ? this.unread(refused)
        : this.result(this.errorOf(refused), null);
    if (!body.some(({ type }) => type === 'import' || type === 'from')) bindCustomaryNames(this.scope);
    const { from, to } = this.options.selection ?? { from: 0, to: this.text.length };
    let stop: SnippetError | null = null;
    for (const statement of body) {
      if (statement.from >= to && statement.from > from) break;
      this.isSilent = statement.to <= from;
      const ended = this.isSilent ? this.runSilently(statement) : this.runVisibly(statement);
      if (!ended) continue;
      if (ended.by !== null && this.options.excerpt) this.noteMissed(ended.by);
      if (ended.by !== null || !this.options.excerpt) return this.result(ended.error, ended.by);
      if (stop === null) this.recorder.stop();
      stop ??= ended.error;
      this.aftermath.of(statement, this.scope);
    }
    return this.result(stop, this.options.excerpt ? this.runUnreached() : null);
  }

  /** Nothing of a program is evaluated that cannot be read as a whole. */
  private unread(error: NotEvaluated): SnippetResult {
    this.unevaluated.add(error.range ?? { from: 0, to: this.text.length }, messageOf(error));
    return this.result(null, null);
  }

  /** What the program does not come to is looked into for the losses there. */
  private runUnreached(): SnippetResult['endedBy'] {
    this.isSilent = true;
    let endedBy: SnippetResult['endedBy'] = null;
    try {
      runUnreached(this.body, this.statements, this.scope);
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      endedBy = error.limit;
    }
    this.noteMissed(endedBy);
    return endedBy;
  }

  private noteMissed(endedBy: SnippetResult['endedBy']): void {
    noteMissed(this.forLosses, endedBy && this.limitMessage(endedBy));
  }

  private get forLosses(): MissedLossesHost {
    const { body, evaluator, recorder, unevaluated } = this;
    return { body, evaluator, recorder, unevaluated };
  }

  private limitMessage(endedBy: SnippetResult['endedBy']): string {
    return endedBy === 'steps'
      ? l10n.t('not evaluated: more than {0} steps', this.budget.maxSteps)
      : l10n.t('not evaluated');
  }

  private runVisibly(
    statement: Statement,
  ): { error: SnippetError | null; by: SnippetResult['endedBy'] } | null {
    this.steps.begin();
    this.evaluator.failedCalls = [];
    try {
      this.statements.run(statement, this.scope);
      this.steps.end(statement);
      return null;
    } catch (error) {
      const end = this.endOf(error, statement);
      this.steps.end(statement);
      return end;
    }
  }

  /** What stands above the selection only gives its names; where it fails, they are unknown. */
  private runSilently(statement: Statement): { error: null; by: SnippetResult['endedBy'] } | null {
    try {
      this.statements.run(statement, this.scope);
    } catch (error) {
      if (error instanceof PythonError) this.aftermath.of(statement, this.scope);
      else return { error: null, by: this.endOf(error, statement).by };
    }
    return null;
  }

  /** What ends the run for good. */
  private endOf(
    error: unknown,
    statement: Statement,
  ): { error: SnippetError | null; by: SnippetResult['endedBy'] } {
    if (error instanceof PythonError) {
      return { error: error.type === 'SystemExit' ? null : this.errorOf(error), by: null };
    }
    // It was reported where it stands; nothing behind it is executed.
    if (error instanceof NotEvaluated) return { error: null, by: null };
    if (!(error instanceof LimitReached)) throw error;
    // What a statement bound before a limit ended it is no value of the snippet.
    for (const name of boundNames(statement)) this.scope.set(name, new Unknown(null, statement));
    if (error.limit === 'steps') {
      this.unevaluated.add(error.range ?? statement, this.limitMessage('steps'));
    }
    return { error: null, by: error.limit };
  }

  private onLoss(loss: LossName, inputs: LossInputs): void {
    const call = this.evaluator.calls.at(-1);
    if (!call) return;
    const { unknownOptions, isRefused } = inputs;
    const isKnown = unknownOptions.length === 0 && call.assumptions.length === 0 && !isRefused;
    if (this.options.excerpt || (isKnown && !this.isSilent)) this.recorder.add(loss, inputs, call);
    if (loss === 'KLDivLoss' && isKnown && !this.options.excerpt) this.noteTarget(inputs, call.node);
  }

  private noteTarget(inputs: LossInputs, { from, to }: TextRange): void {
    const message = klTargetMessage(inputs);
    if (message === null || this.klNotes.some((note) => note.from === from)) return;
    this.klNotes.push({ from, to, line: this.lines.lineOf(from), message });
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

  private result(error: SnippetError | null, endedBy: SnippetResult['endedBy']): SnippetResult {
    const { losses, numLossesAfterStop, constructorCalls, failures: lossFailures } = this.recorder;
    const { steps, printed } = this.steps;
    return {
      printed,
      ...(error && { error }),
      steps,
      unevaluated: this.unevaluated.found,
      notes: [...this.klNotes, ...(this.nan.found ? [this.nan.found] : [])],
      losses,
      numLossesAfterStop,
      constructorCalls,
      lossFailures,
      endedBy,
    };
  }
}
