import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import { alternativesOf } from '../values/choice';
import {
  type Activation,
  type GradSource,
  sourceOf,
  type TensorKind,
  type TensorValue,
} from '../values/tensorValue';
import { addStep, chainOf } from '../values/trail';
import type { Alternative, LossValue, Single, Value } from '../values/value';
import { backwardFixes } from './backwardFixes';
import type { ChainStep, CodeFinding, CodeFix, FileRange, LossSite } from './codeFinding';
import { constructorFix, dimFixes, inputFixes, logFixes } from './inputFixes';
import { judgeAxis, type LossUse, type Verdict } from './judge';
import { targetFixes } from './targetFixes';

/** Texts of the files, for what is written at a place. */
export type Texts = ReadonlyMap<string, string>;

/** What a value is, for people. */
function kindWords(kind: TensorKind): string {
  switch (kind) {
    case 'scores':
      return l10n.t('raw scores (logits)');
    case 'probs':
      return l10n.t('probabilities');
    case 'sigmoid':
      return l10n.t('output of a sigmoid');
    case 'logProbs':
      return l10n.t('log-probabilities');
    case 'indices':
      return l10n.t('class indices');
    case 'oneHot':
    case 'looksOneHot':
      return l10n.t('one-hot rows');
    case 'unknown':
    case 'blank':
    case 'part':
    case 'loss':
      return l10n.t('not known');
  }
}

/** A finding, with the call of the loss whose input it is about. */
interface Found {
  readonly finding: CodeFinding;
  readonly site: FileRange | null;
}

function keyOf({ path, from }: FileRange): string {
  return `${path}:${from}`;
}

/** Collects what is found while programs are followed; the first finding at a place counts. */
export class Report {
  private found = new Map<string, Found>();
  private readonly sites = new Map<string, LossSite>();
  private readonly backwards: { readonly sources: readonly GradSource[]; readonly finding: CodeFinding }[] =
    [];
  private readonly requiring = new Set<number>();
  private readonly picking = new Set<string>();

  /** The file that is being followed from its start, or whose function is. */
  entry = '';

  /** While set, nothing is added: the program is followed for its effects only. */
  isMuted = false;

  constructor(
    private readonly texts: Texts,
    /** The part of a path that says what a file is for. */
    private readonly nameOf: (path: string) => string,
  ) {}

  /** Tests hand odd values to code that is right: what they do says nothing of the files that they test. */
  isTest(path: string): boolean {
    return /(^|\/)(tests?\/|test_[^/]*\.py$|[^/]*_test\.py$|conftest\.py$)/.test(this.nameOf(path));
  }

  textOf({ path, from, to }: FileRange): string {
    return this.texts.get(path)?.slice(from, to) ?? '';
  }

  get findings(): readonly CodeFinding[] {
    const backwards = this.backwards.filter(
      ({ sources }) => !sources.some(({ id }) => this.requiring.has(id)),
    );
    const inputs = [...this.found.values()].filter(
      ({ site }) => site === null || !this.picking.has(keyOf(site)),
    );
    return [...inputs, ...backwards].map(({ finding }) => finding);
  }

  get lossSites(): readonly LossSite[] {
    return [...this.sites.values()];
  }

  /** Follows several ways of which it is not known which one is taken: only what is found on all of them counts. */
  inAll(ways: readonly (() => void)[]): void {
    const before = this.found;
    const each = ways.map((way) => {
      this.found = new Map();
      way();
      return this.found;
    });
    this.found = before;
    for (const [key, finding] of each[0] ?? []) {
      if (each.every((found) => found.has(key)) && !before.has(key)) before.set(key, finding);
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
    if (this.isMuted || (this.isTest(this.entry) && path !== this.entry)) return;
    if (!this.found.has(key))
      this.found.set(key, { finding: { path, from, to, ...verdict, chain, fixes }, site });
  }

  addInput(
    use: LossUse,
    input: Alternative,
    verdict: Verdict,
    written: {
      readonly input: FileRange;
      readonly target: FileRange | null;
      readonly targets: readonly Single[];
    },
  ): void {
    const tensor = input.value;
    if (tensor.type !== 'tensor') return;
    const chain = this.chain(use, tensor);
    const model = input.model?.of.definition.name;
    const message =
      model === undefined
        ? verdict.message
        : l10n.t('{0} (with {1} as the model)', verdict.message, `\`${model}\``);
    this.add(
      written.input,
      { ...verdict, message },
      chain,
      inputFixes({ use, tensor, verdict, ...written, textOf: (range) => this.textOf(range) }),
      use.site,
    );
  }

  /** What is wrong with the softmax that a value comes from. */
  addActivations(value: Single): void {
    if (value.type !== 'tensor') return;
    this.addAxis(value);
    if (value.kind === 'logProbs' && value.logOfSoftmax)
      this.addLogOfSoftmax(value.logOfSoftmax, chainOf(value.trail));
  }

  addTargetActivations(use: LossUse, value: Single): void {
    if (value.type === 'tensor' && use.loss !== 'NLLLoss') this.addAxis(value);
  }

  private addAxis(value: TensorValue): void {
    const source = sourceOf(value);
    const verdict = source && judgeAxis(source, value);
    if (source && verdict)
      this.add(source.activation, verdict, chainOf(value.trail), this.axisFixes(source.activation));
  }

  private axisFixes(activation: Activation): readonly CodeFix[] {
    return dimFixes(activation, (range) => this.textOf(range));
  }

  /** `log(softmax(x))` */
  addLogOfSoftmax(
    log: FileRange & { readonly activation: Activation; readonly isNested: boolean },
    chain: readonly ChainStep[],
  ): void {
    const verdict: Verdict = {
      code: 'unstable-log-softmax',
      severity: 'information',
      message: l10n.t(
        'log(softmax(x)) becomes -inf where softmax underflows, and its gradient nan: log_softmax(x) is the same value, computed safely.',
      ),
    };
    this.add(
      log,
      verdict,
      chain,
      logFixes(log, (range) => this.textOf(range)),
    );
  }

  addTarget(use: LossUse, target: TensorValue, verdict: Verdict, range: FileRange): void {
    const chain = chainOf(addStep(target.trail, use.site, l10n.t('target of {0}', this.lossName(use))));
    this.add(
      range,
      verdict,
      chain,
      targetFixes({ use, target, verdict, range, textOf: (one) => this.textOf(one) }),
    );
  }

  addBackward(sources: readonly GradSource[], site: FileRange): void {
    const { path, from, to } = site;
    const finding: CodeFinding = {
      path,
      from,
      to,
      code: 'no-grad-to-backward',
      severity: 'error',
      message: l10n.t(
        'backward() raises an error here: nothing that the loss is computed from requires grad.',
      ),
      chain: sources.map(({ call }) => ({ ...call, message: l10n.t('made without requires_grad=True') })),
      fixes: backwardFixes(sources),
    };
    if (!this.backwards.some((one) => one.finding.path === path && one.finding.from === from)) {
      this.backwards.push({ sources, finding });
    }
  }

  /** What these calls of losses return is negated: the score of a class, and no loss. */
  negated(calls: readonly FileRange[]): void {
    for (const call of calls) this.picking.add(keyOf(call));
  }

  /** Something says that this tensor requires grad. */
  requireGrad({ gradFree }: TensorValue): void {
    for (const { id } of gradFree ?? []) this.requiring.add(id);
  }

  /** `nn.CrossEntropyLoss(x, y)`: tensors where only options go. */
  checkConstructor(loss: LossValue): void {
    const positional = loss.args.filter(({ name }) => name === null);
    const isNamed = loss.args.some(({ name }) => name === 'input' || name === 'target');
    const isTensor = (value: Value | undefined) =>
      value !== undefined && alternativesOf(value).every((one) => one.value.type === 'tensor');
    if (isNamed || isTensor(positional[1]?.value)) this.addConstructor(loss);
  }

  /** `backward()` or `item()` on a loss that was made from two things: they were meant as tensors. */
  usedAsTensor(loss: LossValue): void {
    const positional = loss.args.filter(({ name }) => name === null);
    const isOption = positional[1]?.value.type === 'constant';
    if (positional.length >= 2 && !isOption) this.addConstructor(loss);
  }

  private addConstructor(loss: LossValue): void {
    const verdict: Verdict = {
      code: 'loss-constructor-call',
      severity: 'error',
      message: l10n.t(
        '{0} is a class: its constructor takes options, and the tensors go to the object that it makes. PyTorch raises an error here.',
        loss.loss,
      ),
    };
    this.add(loss, verdict, [], [constructorFix(loss)]);
  }

  addSite(use: LossUse, input: Value): void {
    const { path, from, to } = use.site;
    const key = keyOf(use.site);
    const tensors = alternativesOf(input).map(({ value }) => value);
    const words = [
      ...new Set(tensors.map((one) => (one.type === 'tensor' ? kindWords(one.kind) : kindWords('unknown')))),
    ];
    const told = tensors.find((one) => one.type === 'tensor' && one.kind !== 'unknown');
    const known = this.sites.get(key);
    const isBetter = !known || (known.input === kindWords('unknown') && told !== undefined);
    if (!isBetter) return;
    const chain = told?.type === 'tensor' ? this.chain(use, told) : [];
    this.sites.set(key, {
      path,
      from,
      to,
      loss: this.lossName(use),
      input: words.reduce((some, next) => (some === '' ? next : l10n.t('{0} or {1}', some, next)), ''),
      chain,
    });
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
    return definition ? l10n.t('{0}, an {1}', written, `\`nn.${loss}\``) : written;
  }
}
