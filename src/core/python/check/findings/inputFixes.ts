import * as l10n from '../../../l10n';
import { type Activation, sourceOf, type TensorValue } from '../values/tensorValue';
import type { LossValue, Single } from '../values/value';
import type { CodeFix, FileEdit, FileRange } from './codeFinding';
import { areSwapped, type LossUse, type Verdict } from './judge';

/** What a fix of an input of a loss is made from. */
interface InputContext {
  readonly use: LossUse;
  readonly tensor: TensorValue;
  readonly verdict: Verdict;
  readonly input: FileRange;
  readonly target: FileRange | null;
  /** What reaches the loss as target. */
  readonly targets: readonly Single[];
  readonly textOf: (range: FileRange) => string;
}

function edit({ path, from, to }: FileRange, insert: string): FileEdit {
  return { path, from, to, insert };
}

function fix(title: string, edits: readonly (FileEdit | null)[], isSafe = false): readonly CodeFix[] {
  const known = edits.filter((one) => one !== null);
  return known.length === edits.length ? [{ title, edits: known, isSafe }] : [];
}

/** Ways to mend the input of a loss, best first. */
export function inputFixes(context: InputContext): readonly CodeFix[] {
  const { use, tensor, verdict, targets } = context;
  switch (verdict.code) {
    case 'nll-not-log-probs':
      return tensor.kind === 'scores'
        ? scoresFixes(context)
        : [...probsFixes(context), ...lossOfLogits(context)];
    case 'ce-double-softmax':
      return [
        ...fix(l10n.t('Remove the activation: CrossEntropyLoss takes logits'), [
          removal(tensor, context.textOf),
        ]),
        ...fix(l10n.t('Use log_softmax instead, which CrossEntropyLoss leaves as it is'), [
          renamed(tensor, 'log_softmax'),
        ]),
      ];
    case 'ce-log-softmax': {
      const canSwitch = !use.hasSmoothing && !targets.some(isFloat);
      const title = l10n.t('Use NLLLoss, which takes log-probabilities');
      return [
        ...(canSwitch ? fix(title, [otherLoss(use)], targets.some(isIndices)) : []),
        ...fix(l10n.t('Remove log_softmax'), [removal(tensor, context.textOf)]),
      ];
    }
    case 'kl-not-log-probs':
      return klFixes(context);
    default:
      return [];
  }
}

function isFloat(target: Single): boolean {
  return target.type === 'tensor' && target.dtype === 'float';
}

function isIndices(target: Single): boolean {
  return target.type === 'tensor' && target.kind === 'indices';
}

function scoresFixes({ use, tensor, input, textOf }: InputContext): readonly CodeFix[] {
  const dim = tensor.rank === 1 ? 0 : 1;
  return [
    ...fix(l10n.t('Use CrossEntropyLoss, which takes logits'), [otherLoss(use)], true),
    ...fix(l10n.t('Apply log_softmax(dim={0})', dim), [
      edit(input, `${asOperand(textOf(input))}.log_softmax(dim=${dim})`),
    ]),
  ];
}

/** CrossEntropyLoss on what the activation was applied to. */
function lossOfLogits({ use, tensor, textOf }: InputContext): readonly CodeFix[] {
  return fix(l10n.t('Use CrossEntropyLoss on the logits, without the activation'), [
    removal(tensor, textOf),
    otherLoss(use),
  ]);
}

function probsFixes({ tensor, input, textOf }: InputContext): readonly CodeFix[] {
  const title =
    tensor.kind === 'sigmoid'
      ? l10n.t('Use log_softmax instead of sigmoid')
      : l10n.t('Use log_softmax instead of softmax');
  const toLog =
    tensor.kind === 'sigmoid'
      ? sigmoidToLogSoftmax(tensor, textOf)
      : (renamed(tensor, 'log_softmax') ?? asMethod(tensor, textOf));
  const source = sourceOf(tensor);
  const isSoftmax = source?.isExact === true && source.activation.name === 'softmax';
  const logarithm =
    tensor.kind === 'sigmoid' || isSoftmax
      ? []
      : fix(l10n.t('Take the logarithm'), [edit(input, `${asOperand(textOf(input))}.log()`)]);
  return [...fix(title, [toLog]), ...logarithm];
}

function klFixes(context: InputContext): readonly CodeFix[] {
  const { use, tensor, verdict, input, target, textOf } = context;
  if (verdict.severity === 'hint') {
    return use.reduction
      ? fix(l10n.t("Use reduction='batchmean'"), [edit(use.reduction, "'batchmean'")])
      : [];
  }
  if (areSwapped(use, tensor, context.targets) && target) {
    return fix(l10n.t('Swap the arguments'), [edit(input, textOf(target)), edit(target, textOf(input))]);
  }
  if (tensor.kind === 'logProbs') {
    return target
      ? fix(l10n.t('Give the exponentials of the target'), [
          edit(target, `${asOperand(textOf(target))}.exp()`),
        ])
      : [];
  }
  if (tensor.kind === 'scores') {
    const last = tensor.rank === 1 ? 0 : -1;
    return fix(l10n.t('Apply log_softmax(dim={0})', last), [
      edit(input, `${asOperand(textOf(input))}.log_softmax(dim=${last})`),
    ]);
  }
  // A softmax that makes the target too must stay as it is.
  const isShared = context.targets.some(
    (one) => one.type === 'tensor' && sourceOf(one)?.activation.from === sourceOf(tensor)?.activation.from,
  );
  return isShared ? [] : probsFixes(context);
}

/** NLLLoss for CrossEntropyLoss and the other way round, where it is written with its module. */
function otherLoss({ loss, definition, site }: LossUse): FileEdit | null {
  const other = loss === 'NLLLoss' ? ['CrossEntropyLoss', 'cross_entropy'] : ['NLLLoss', 'nll_loss'];
  if (definition) return definition.written.includes('.') ? edit(definition.word, other[0]) : null;
  return site.written.includes('.') ? edit(site.word, other[1]) : null;
}

/** The activation whose output this is as it was returned; null for anything else. */
function exactActivation(tensor: TensorValue): Activation | null {
  const source = sourceOf(tensor);
  return source?.isExact ? source.activation : null;
}

/** The activation under another name, with the same arguments. */
function renamed(tensor: TensorValue, name: 'log_softmax'): FileEdit | null {
  const activation = exactActivation(tensor);
  if (activation?.name !== 'softmax' || !activation.written.includes('.')) return null;
  const word = activation.written.split('.').at(-1);
  if (word === 'softmax') return edit(activation.word, name);
  return word === 'Softmax' ? edit(activation.word, 'LogSoftmax') : null;
}

/** `softmax(x, dim=1)`, imported by its name, as `x.log_softmax(dim=1)`. */
function asMethod(tensor: TensorValue, textOf: (range: FileRange) => string): FileEdit | null {
  const activation = exactActivation(tensor);
  if (!activation?.operand || activation.name !== 'softmax' || typeof activation.dim !== 'number')
    return null;
  return edit(activation, `${asOperand(textOf(activation.operand))}.log_softmax(dim=${activation.dim})`);
}

function sigmoidToLogSoftmax(tensor: TensorValue, textOf: (range: FileRange) => string): FileEdit | null {
  const activation = exactActivation(tensor);
  if (!activation) return null;
  const { written, operand, isModule } = activation;
  if (isModule)
    return written.endsWith('.Sigmoid')
      ? edit(activation, `${written.slice(0, -'Sigmoid'.length)}LogSoftmax(dim=1)`)
      : null;
  return operand ? edit(activation, `${asOperand(textOf(operand))}.log_softmax(dim=1)`) : null;
}

/** What the activation was applied to, without it. */
function removal(tensor: TensorValue, textOf: (range: FileRange) => string): FileEdit | null {
  const activation = exactActivation(tensor);
  if (!activation) return null;
  const { written, operand, isModule } = activation;
  if (!isModule) return operand ? edit(activation, inBrackets(textOf(operand))) : null;
  const dot = written.lastIndexOf('.');
  return dot < 0 ? null : edit(activation, `${written.slice(0, dot)}.Identity()`);
}

/** Says `dim` where it is missing or wrong. */
export function dimFixes(activation: Activation, textOf: (range: FileRange) => string): readonly CodeFix[] {
  const { dim, dimRange, rank, path, to } = activation;
  const isSafe = dim === null && (rank === 2 || rank === 4);
  const wanted = rank === 1 ? 0 : 1;
  if (dimRange) return fix(l10n.t('Use dim={0}', wanted), [edit(dimRange, `${wanted}`)], isSafe);
  const written = textOf(activation);
  if (!written.endsWith(')')) return [];
  const inside = written.slice(written.lastIndexOf('(') + 1, -1).trim();
  const isEmpty = inside === '' && written.endsWith('()');
  const comma = isEmpty || /,\s*\)$/.test(written) ? '' : ', ';
  return fix(
    l10n.t('Say dim={0}', wanted),
    [{ path, from: to - 1, to: to - 1, insert: `${comma}dim=${wanted}` }],
    isSafe,
  );
}

/** `torch.log(F.softmax(x, dim=1))` as `F.log_softmax(x, dim=1)`. */
export function logFixes(
  log: FileRange & { readonly activation: Activation; readonly isNested: boolean },
  textOf: (range: FileRange) => string,
): readonly CodeFix[] {
  const { activation, isNested } = log;
  const { word, written } = activation;
  if (!isNested || !written.includes('.') || !written.endsWith('.softmax')) return [];
  const head = textOf({ ...activation, to: word.from });
  const tail = textOf({ ...activation, from: word.to });
  return fix(l10n.t('Use log_softmax'), [edit(log, `${head}log_softmax${tail}`)], true);
}

/** `nn.CrossEntropyLoss(x, y)` as `nn.CrossEntropyLoss()(x, y)`. */
export function constructorFix({ path, word }: LossValue): CodeFix {
  return {
    title: l10n.t('Make the loss first, then call it'),
    edits: [{ path, from: word.to, to: word.to, insert: '()' }],
    isSafe: true,
  };
}

/** Text as it can stand in front of `.method()`. */
export function asOperand(text: string): string {
  return isPrimary(text) ? text : `(${text})`;
}

function inBrackets(text: string): string {
  return isPrimary(text) ? text : `(${text})`;
}

/** Names, attributes, calls and items need no brackets around them. */
function isPrimary(text: string): boolean {
  let depth = 0;
  for (const [i, character] of [...text].entries()) {
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && !/[\w.]/.test(character)) return false;
    if (i === 0 && depth === 1 && '([{'.includes(character)) continue;
  }
  return depth === 0;
}
