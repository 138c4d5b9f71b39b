import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import { type GradSource, type LogOfSoftmax, sourceOf, type TensorValue } from '../values/tensorValue';
import { addStep, chainOf } from '../values/trail';
import type { Alternative, GivenArgument, LossValue, Single, TorchValue, Value } from '../values/value';
import type { ChainStep, CodeFinding, CodeFix, FileRange, LossSite, UnreadRange } from './codeFinding';
import { constructorFix, judgeConstructor, judgeUsedAsTensor } from './lossConstructorCall';
import { judgeShift } from './lossDoubleShift';
import { LossSites } from './lossSites';
import type { LossUse } from './lossUse';
import { judgeDivision } from './meanOfMicroBatches';
import { noGradToBackward } from './noGradToBackward';
import type { InputContext, InputRule, TargetRule, TextOf, Verdict } from './rule';
import type { Judgement } from './rules';
import { dimFixes, judgeAxis } from './softmaxDim';
import { judgeLogOfSoftmax, logFixes } from './unstableLogSoftmax';

/** Texts of the files, for what is written at a place. */
export type Texts = ReadonlyMap<string, string>;

/** A finding, with the call of the loss whose input it is about. */
interface Found {
  readonly finding: CodeFinding;
  readonly site: FileRange | null;
}

function asPossible(finding: CodeFinding): CodeFinding {
  const message = l10n.t(
    '{0} This is possible, not certain: another value that can be here is right, or is not known.',
    finding.message,
  );
  const fixes = finding.fixes.map((fix) => ({ ...fix, isSafe: false }));
  return { ...finding, severity: 'information', message, fixes };
}

function keyOf({ path, from }: FileRange): string {
  return `${path}:${from}`;
}

/** Collects what is found while programs are followed; the first finding at a place counts. */
export class Report {
  private found = new Map<string, Found>();
  private readonly possibleOnes = new Map<string, Found>();
  readonly sites = new LossSites();
  private readonly backwards: { readonly sources: readonly GradSource[]; readonly finding: CodeFinding }[] =
    [];
  /** Entry points that took more steps than one may. */
  private readonly unended = new Map<string, UnreadRange>();
  private readonly requiring = new Set<number>();
  private readonly picking = new Set<string>();

  /** The file that is being followed from its start, or whose function is. */
  entry = '';

  /** While set, nothing is added: the program is followed for its effects only. */
  isMuted = false;

  /** Set where the program catches an error at once. */
  isErrorExpected = false;

  constructor(
    private readonly texts: Texts,
    /** The part of a path that says what a file is for. */
    private readonly nameOf: (path: string) => string,
  ) {}

  /** Tests hand odd values to code that is right: what they do says nothing of the files that they test. */
  isTest(path: string): boolean {
    return /(^|\/)(tests?\/|test_[^/]*\.py$|[^/]*_test\.py$|conftest\.py$)/.test(this.nameOf(path));
  }

  /** Follows what is expected to raise an error, which is no finding then; what it calls is followed as ever. */
  expecting(way: () => void): void {
    const before = this.isErrorExpected;
    this.isErrorExpected = true;
    way();
    this.isErrorExpected = before;
  }

  readonly textOf: TextOf = ({ path, from, to }) => this.texts.get(path)?.slice(from, to) ?? '';

  get findings(): readonly CodeFinding[] {
    const backwards = this.backwards.filter(
      ({ sources }) => !sources.some(({ id }) => this.requiring.has(id)),
    );
    return [...this.withoutPicks(this.found.values()), ...backwards.map(({ finding }) => finding)];
  }

  /** At most informations, at places of which nothing is known for certain. */
  get possible(): readonly CodeFinding[] {
    const unsure = [...this.possibleOnes].filter(([key]) => !this.found.has(key));
    return this.withoutPicks(unsure.map(([, one]) => one)).map(asPossible);
  }

  private withoutPicks(some: Iterable<Found>): readonly CodeFinding[] {
    const kept = [...some].filter(({ site }) => site === null || !this.picking.has(keyOf(site)));
    return kept.map(({ finding }) => finding);
  }

  get lossSites(): readonly LossSite[] {
    return this.sites.all;
  }

  get notFollowed(): readonly UnreadRange[] {
    return [...this.unended.values()];
  }

  /** A function, or a file, was followed as far as the steps for one last. */
  ranOut(place: FileRange, name: string): void {
    const message =
      name === ''
        ? l10n.t('it takes too many steps to be followed to its end')
        : l10n.t('`{0}` takes too many steps to be followed to its end', name);
    this.unended.set(keyOf(place), { ...place, message });
  }

  /** Follows several ways of which it is not known which one is taken: what is not found on all of them is possible. */
  inAll(ways: readonly (() => void)[]): void {
    const before = this.found;
    const each = ways.map((way) => {
      this.found = new Map();
      way();
      return this.found;
    });
    this.found = before;
    for (const [key, one] of each.flatMap((found) => [...found])) {
      const kept = each.every((found) => found.has(key)) ? before : this.possibleOnes;
      if (!kept.has(key)) kept.set(key, one);
    }
  }

  /** What `way` finds is so for one of several values. */
  possibly(way: () => void): void {
    const before = this.found;
    this.found = this.possibleOnes;
    way();
    this.found = before;
  }

  /** Follows a way of which only what is found in a part of a text counts. */
  inside({ path, from, to }: FileRange, way: () => void): void {
    const before = this.found;
    this.found = new Map();
    way();
    const found = this.found;
    this.found = before;
    for (const [key, one] of found) {
      const { finding } = one;
      if (finding.path === path && from <= finding.from && finding.from < to && !before.has(key))
        before.set(key, one);
    }
  }

  private add(
    range: FileRange,
    verdict: Verdict,
    chain: readonly ChainStep[],
    fixes: readonly CodeFix[],
    site: FileRange | null = null,
  ): void {
    const { path, from, to } = range;
    const key = `${verdict.code}:${path}:${from}`;
    if (this.isErrorExpected && verdict.severity === 'error') return;
    if (this.isMuted || (this.isTest(this.entry) && path !== this.entry)) return;
    if (!this.found.has(key))
      this.found.set(key, { finding: { path, from, to, ...verdict, chain, fixes }, site });
  }

  addInput(
    use: LossUse,
    input: Alternative,
    { verdict, rule }: Judgement<InputRule>,
    written: Pick<InputContext, 'input' | 'target' | 'targets'>,
  ): void {
    const tensor = input.value;
    if (tensor.type !== 'tensor') return;
    const model = input.model?.of.definition.name;
    const message =
      model === undefined
        ? verdict.message
        : l10n.t('{0} (with {1} as the model)', verdict.message, `\`${model}\``);
    const fixes = rule.fixes({ use, tensor, verdict, ...written, textOf: this.textOf });
    this.add(written.input, { ...verdict, message }, this.chain(use, tensor), fixes, use.site);
  }

  /** What is wrong with the softmax that a value comes from. */
  addActivations({ loss }: LossUse, value: Single): void {
    if (value.type !== 'tensor') return;
    if (loss.classDim === 1) this.addAxis(value);
    if (value.kind === 'logProbs' && value.logOfSoftmax)
      this.addLogOfSoftmax(value.logOfSoftmax, chainOf(value.trail));
  }

  addTargetActivations(use: LossUse, value: Single): void {
    if (value.type === 'tensor' && use.loss.targets.includes('probabilities')) this.addAxis(value);
  }

  private addAxis(value: TensorValue): void {
    const source = sourceOf(value);
    const verdict = source && judgeAxis(source, value);
    if (source && verdict)
      this.add(source.activation, verdict, chainOf(value.trail), dimFixes(source.activation, this.textOf));
  }

  /** `log(softmax(x))` */
  addLogOfSoftmax(log: LogOfSoftmax, chain: readonly ChainStep[]): void {
    this.add(log, judgeLogOfSoftmax(), chain, logFixes(log, this.textOf));
  }

  addTarget(
    use: LossUse,
    target: TensorValue,
    { verdict, rule }: Judgement<TargetRule>,
    range: FileRange,
  ): void {
    const chain = chainOf(addStep(target.trail, use.site, l10n.t('target of {0}', this.lossName(use))));
    this.add(range, verdict, chain, rule.fixes({ use, target, range, textOf: this.textOf }));
  }

  addBackward(sources: readonly GradSource[], site: FileRange): void {
    const { path, from } = site;
    if (this.isErrorExpected) return;
    if (this.backwards.some((one) => one.finding.path === path && one.finding.from === from)) return;
    this.backwards.push({ sources, finding: noGradToBackward(sources, site) });
  }

  /** What these calls of losses return is negated: the score of a class, and no loss. */
  negated(calls: readonly FileRange[]): void {
    for (const call of calls) this.picking.add(keyOf(call));
  }

  /** A model of transformers is called, which may compute a loss itself. */
  modelCalled(model: TorchValue, args: readonly GivenArgument[]): void {
    const labels = args.find(({ name }) => name === 'labels');
    const found = judgeShift(model, args, this.textOf);
    if (labels && found) this.add(labels, found.verdict, found.chain, found.fixes);
  }

  /** A value is divided, which may be the mean of a micro-batch. */
  divided(dividend: Value, divisor: FileRange, whole: FileRange): void {
    const found = judgeDivision(dividend, divisor, this.textOf);
    if (found) this.add(whole, found.verdict, found.chain, []);
  }

  /** Something says that this tensor requires grad. */
  requireGrad({ gradFree }: TensorValue): void {
    for (const { id } of gradFree ?? []) this.requiring.add(id);
  }

  /** A loss was made with these arguments. */
  checkConstructor(loss: LossValue): void {
    this.addConstructor(loss, judgeConstructor(loss));
  }

  /** The object that computes a loss is used as if it were the loss. */
  usedAsTensor(loss: LossValue): void {
    this.addConstructor(loss, judgeUsedAsTensor(loss));
  }

  private addConstructor(loss: LossValue, verdict: Verdict | null): void {
    if (verdict) this.add(loss, verdict, [], [constructorFix(loss)]);
  }

  addSite(use: LossUse, input: Value): void {
    this.sites.add(use.site, this.lossName(use), input, (told) => this.chain(use, told));
  }

  private chain(use: LossUse, tensor: TensorValue): readonly ChainStep[] {
    const { definition, site } = use;
    const steps = [...chainOf(tensor.trail)];
    const { path, from, to } = site;
    steps.push({ path, from, to, message: l10n.t('input of {0}', this.lossName(use)) });
    if (definition) steps.push(...chainOf(definition.trail));
    return steps;
  }

  private lossName({ site, definition, loss }: LossUse): string {
    const written = `\`${codeInWords(site.written)}\``;
    return definition ? l10n.t('{0}, an {1}', written, `\`nn.${loss.name}\``) : written;
  }
}
