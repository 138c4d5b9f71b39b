import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { FileRange } from '../findings/codeFinding';
import { unaryOperation } from '../follow/arithmetic';
import type { CallSite } from '../follow/calls';
import type { Interpreter } from '../follow/interpreter';
import { alternativesOf, anyOf } from '../values/choice';
import { sourcesOf } from '../values/sources';
import {
  factsOf,
  forgotten,
  isActivated,
  sourceOf,
  type TensorKind,
  type TensorValue,
  tensor,
  unknownTensor,
  withSource,
} from '../values/tensorValue';
import { addStep } from '../values/trail';
import { type GivenArgument, itemsOf, type Single, tuple, unknown, type Value } from '../values/value';
import { activated, axisOf, expOf, logOf } from './activations';
import {
  elementwiseWords,
  floatCasts,
  integerCasts,
  keepingWords,
  reducingWords,
  scoringWords,
} from './kinds';
import { matmul } from './matmul';
import { argument, flattened, moved, numberOf, reshaped, sizesOf, squeezed, unsqueezed } from './shapes';

/** One operation on a tensor: `x` by itself, `args` without it. */
interface Operation {
  readonly run: Interpreter;
  readonly x: TensorValue;
  readonly args: readonly GivenArgument[];
  /** The tensor as written. */
  readonly operand: FileRange | null;
  readonly site: CallSite;
}

/**
 * What a function or method of torch makes of a tensor, by its name; null when the name is not known. Used for
 * both forms: `args` are those after the tensor.
 */
export function applyOperation(
  run: Interpreter,
  name: string,
  single: Single,
  args: readonly GivenArgument[],
  operand: FileRange | null,
  site: CallSite,
): Value | null {
  const x = single.type === 'tensor' ? single : unknownTensor;
  const operation = { run, x, args, operand, site };
  if (Object.hasOwn(operations, name)) return operations[name](operation);
  if (keepingWords.has(name) || integerCasts.has(name)) return cast(operation, name);
  if (scoringWords.has(name)) return scores(operation, name);
  if (elementwiseWords.has(name)) return elementwise(x);
  if (reducingWords.has(name)) return reduced(operation);
  return null;
}

function elementwise(x: TensorValue): TensorValue {
  return x.kind === 'scores' ? x : forgotten(x);
}

function scores({ x, args, site }: Operation, name: string): TensorValue {
  const { path, from, to } = site;
  const isConvolution = name.startsWith('conv');
  return tensor(
    {
      rank: name === 'embedding' ? null : x.rank,
      minRank: isConvolution ? 3 : x.minRank,
      dtype: 'float',
      isLastAxisClasses: name === 'linear',
      gradFree: sourcesOf([x, ...args.flatMap(({ value }) => (value.type === 'tensor' ? [value] : []))]),
      trail: addStep(null, { path, from, to }, l10n.t('`{0}` makes raw scores', codeInWords(site.written))),
    },
    'scores',
  );
}

/** Keeps the values; dtype where the call says it. */
function cast({ run, x, args }: Operation, name: string): TensorValue {
  if (args.some((one) => one.name === 'requires_grad')) run.report.requireGrad(x);
  if (name === 'requires_grad_' || name === 'retain_grad') run.report.requireGrad(x);
  const likeOther = name === 'type_as' ? args[0]?.value : undefined;
  if (likeOther || args.some(({ value }) => value.type === 'unknown' && value.symbol?.endsWith('.dtype'))) {
    return { ...x, dtype: likeOther?.type === 'tensor' ? likeOther.dtype : null };
  }
  const dtype = castDType(name, args);
  if (dtype === null) return x;
  const isKept = dtype === 'float' || integerKinds.has(x.kind);
  return isKept ? { ...x, dtype } : tensor({ ...factsOf(x), dtype });
}

/** Kinds that stay what they are as integers. */
const integerKinds: ReadonlySet<TensorKind> = new Set(['indices', 'oneHot', 'loss']);

function castDType(name: string, args: readonly GivenArgument[]): 'float' | 'int' | null {
  if (integerCasts.has(name)) return 'int';
  if (floatCasts.has(name)) return 'float';
  if (name !== 'to' && name !== 'type' && name !== 'as_tensor') return null;
  for (const { value } of args) {
    const written =
      value.type === 'extern' ? value.path : value.type === 'constant' ? String(value.value) : '';
    const dtype = dtypeOfName(written.split('.').at(-1) ?? '');
    if (dtype) return dtype;
  }
  return null;
}

/** The family of a dtype or tensor type by its name. */
export function dtypeOfName(name: string): 'float' | 'int' | null {
  if (/^(float(16|32|64)?|double|half|bfloat16|(Float|Double|Half|BFloat16)Tensor)$/.test(name))
    return 'float';
  if (/^(u?int(8|16|32|64)?|long|short|(Long|Int|Short|Byte|Char)Tensor)$/.test(name)) return 'int';
  return null;
}

function reduced({ x, args }: Operation): TensorValue {
  if (x.kind === 'loss') return { ...x, rank: 0, minRank: 0 };
  if (x.kind === 'scores') return moved(x, rankWithout(x, args));
  const dim = dimOf(args);
  const rank = rankWithout(x, args);
  if (x.kind === 'unknown' || x.kind === 'blank' || x.kind === 'part')
    return tensor({ rank, gradFree: x.gradFree });
  const isAverage = x.kind === 'probs' && dim === 0 && x.source?.activation.dim !== 0;
  return isAverage ? withSource(moved(x, null), { isExact: false }) : tensor({ gradFree: x.gradFree });
}

function dimOf(args: readonly GivenArgument[]): number | undefined {
  return numberOf((argument(args, 'dim', 0) ?? args.find(({ name }) => name === 'axis'))?.value);
}

function keepsDim(args: readonly GivenArgument[]): boolean | null {
  const value = (argument(args, 'keepdim', 1) ?? args.find(({ name }) => name === 'keepdims'))?.value;
  if (!value) return false;
  return value.type === 'constant' ? Boolean(value.value) : null;
}

/** Number of axes after a reduction over the one that is given, or over all. */
function rankWithout({ rank }: TensorValue, args: readonly GivenArgument[]): number | null {
  if (args.length === 0) return 0;
  const keeps = keepsDim(args);
  if (rank === null || dimOf(args) === undefined || keeps === null) return null;
  return keeps ? rank : rank - 1;
}

/** `max(dim)`: values and indices; without a dim the largest value; of two tensors the larger one of each pair. */
function extremum({ x, args }: Operation): Value {
  const first = args[0]?.value;
  const largest = x.kind === 'scores' ? moved(x, null) : unknownTensor;
  if (args.length === 0 || first?.type === 'tensor') return largest;
  return tuple([largest, indices(x, args)]);
}

function indices(x: TensorValue, args: readonly GivenArgument[]): TensorValue {
  const rank = rankWithout(x, args);
  const dim = dimOf(args);
  const isLast = dim === -1 || (x.rank !== null && dim === x.rank - 1);
  const keeps = keepsDim(args);
  const minRank = rank ?? (keeps === true ? x.minRank : Math.max(0, x.minRank - 1));
  return tensor({ rank, minRank, dtype: 'int', isLastAxisOne: keeps === true && isLast }, 'indices');
}

function sorted({ x, args }: Operation): Value {
  const dim = numberOf(argument(args, 'dim', 1)?.value);
  const isFirst = numberOf(argument(args, 'k', 0)?.value) === 1;
  const isLast =
    argument(args, 'dim', 1) === undefined || dim === -1 || (x.rank !== null && dim === x.rank - 1);
  const values = x.kind === 'scores' ? moved(x, x.rank) : unknownTensor;
  const isLastAxisOne = isFirst && isLast;
  return tuple([values, tensor({ rank: x.rank, dtype: 'int', isLastAxisOne }, 'indices')]);
}

function concatenated(
  { run, x, args, operand }: Operation,
  isStack: boolean,
  list: Value | undefined,
): Value {
  const items = list ? itemsOf(run.here(list)) : null;
  if (!items || operand === null) return x.type === 'tensor' && !items ? unknownTensor : unknown;
  const dim = numberOf((argument(args, 'dim', 0) ?? args.find(({ name }) => name === 'axis'))?.value);
  const parts = alternativesOf(anyOf(items)).map(({ value }) => value);
  const [first] = parts;
  if (first?.type !== 'tensor' || parts.some((part) => part.type !== 'tensor' || part.kind !== first.kind)) {
    return unknownTensor;
  }
  const isAlongClasses = !isStack && dim !== undefined && dim !== 0;
  const isKept = first.kind === 'scores' || first.kind === 'indices' || !isAlongClasses;
  const rank = first.rank === null ? null : first.rank + (isStack ? 1 : 0);
  const gradFree = sourcesOf(parts.flatMap((part) => (part.type === 'tensor' ? [part] : [])));
  const isLastAxisClasses = first.isLastAxisClasses && !isStack;
  const all = { ...moved(first, rank), gradFree, isLastAxisClasses };
  return isActivated(all) ? { ...all, isJoined: !isKept } : all;
}

/** `-x` as a function or method. */
function negated({ run, x }: Operation): Value {
  return unaryOperation(run, '-', x);
}

/** A choice of operations by name; those that need only a table entry are in `kinds`. */
const operations: Readonly<Record<string, (operation: Operation) => Value>> = {
  softmax: ({ x, args, operand, site }) => activated('softmax', x, axisOf(args, 0), operand, site),
  softmin: ({ x, args, operand, site }) => activated('softmax', x, axisOf(args, 0), operand, site),
  log_softmax: ({ x, args, operand, site }) => activated('log_softmax', x, axisOf(args, 0), operand, site),
  sigmoid: ({ x, operand, site }) =>
    activated('sigmoid', x, { dim: undefined, dimRange: null }, operand, site),
  expit: ({ x, operand, site }) => activated('sigmoid', x, { dim: undefined, dimRange: null }, operand, site),
  log: ({ run, x, operand, site }) => {
    const result = logOf(x, site, isInside(x, operand));
    if (result.kind === 'logProbs' && result.logOfSoftmax?.isNested)
      run.report.addLogOfSoftmax(result.logOfSoftmax, []);
    return result;
  },
  exp: ({ x, site }) => expOf(x, site),
  neg: negated,
  negative: negated,
  view: ({ x, args }) => reshaped(x, args),
  reshape: ({ x, args }) => reshaped(x, args),
  view_as: ({ x, args }) => moved(x, rankOf(args[0])),
  reshape_as: ({ x, args }) => moved(x, rankOf(args[0])),
  expand: ({ x, args }) => moved(x, sizesOf(args)?.length ?? null),
  expand_as: ({ x, args }) => moved(x, rankOf(args[0])),
  repeat: ({ x, args }) => moved(x, sizesOf(args)?.length ?? null),
  flatten: ({ x, args }) =>
    flattened(x, args.length === 0 ? 0 : args.length === 1 ? numberOf(args[0].value) : undefined),
  ravel: ({ x }) => moved(x, 1),
  unsqueeze: ({ x, args }) => unsqueezed(x, numberOf(argument(args, 'dim', 0)?.value)),
  squeeze: ({ x, args }) => squeezed(x, numberOf(argument(args, 'dim', 0)?.value)),
  permute: ({ x, args }) => moved(x, sizesOf(args)?.length ?? x.rank),
  transpose: ({ x }) => moved(x, x.rank),
  swapaxes: ({ x }) => moved(x, x.rank),
  movedim: ({ x }) => moved(x, x.rank),
  t: ({ x }) => moved(x, x.rank),
  max: extremum,
  min: extremum,
  topk: sorted,
  sort: sorted,
  argmax: ({ x, args }) => indices(x, args),
  argmin: ({ x, args }) => indices(x, args),
  argsort: ({ x }) => tensor({ rank: x.rank, dtype: 'int' }, 'indices'),
  multinomial: () => tensor({ dtype: 'int' }, 'indices'),
  clamp: ({ x }) => clamped(x),
  clamp_: ({ x }) => clamped(x),
  clip: ({ x }) => clamped(x),
  clamp_min: ({ x }) => clamped(x),
  clamp_max: ({ x }) => clamped(x),
  one_hot: ({ x, site }) =>
    tensor(
      {
        rank: x.rank === null ? null : x.rank + 1,
        minRank: x.minRank + 1,
        dtype: 'int',
        trail: addStep(null, site, l10n.t('`{0}` makes one-hot rows', codeInWords(site.written))),
      },
      'oneHot',
    ),
  scatter_: ({ x, args, site }) => scattered(x, args, site),
  scatter: ({ x, args, site }) => scattered(x, args, site),
  matmul: ({ x, args }) => matmul(x, singleOf(args[0])),
  mm: ({ x, args }) => matmul(x, singleOf(args[0]), 2),
  spmm: ({ x, args }) => matmul(x, singleOf(args[0]), 2),
  bmm: ({ x, args }) => matmul(x, singleOf(args[0]), 3),
  mv: ({ x, args }) => matmul(x, singleOf(args[0]), 1),
  addmm: ({ args }) => matmul(singleOf(args[0]), singleOf(args[1]), 2),
  where: ({ args }) => bothScores(singleOf(args[0]), singleOf(args[1])),
  add: ({ x, args }) => bothScores(x, singleOf(args[0])),
  chunk: ({ x }) => tuple([], x.kind === 'scores' ? moved(x, x.rank) : unknownTensor),
  split: ({ x }) => tuple([], x.kind === 'scores' ? moved(x, x.rank) : unknownTensor),
  index_select: ({ x, args }) => chosen(x, args),
  narrow: ({ x, args }) => chosen(x, args),
  item: () => unknown,
  tolist: () => unknown,
};

/** Functions whose tensors come as a list. */
export function applyToList(
  run: Interpreter,
  name: string,
  list: GivenArgument,
  args: readonly GivenArgument[],
  site: CallSite,
): Value | null {
  const operation = { run, x: unknownTensor, args, operand: list, site };
  if (['cat', 'concat', 'concatenate', 'hstack', 'vstack'].includes(name))
    return concatenated(operation, false, list.value);
  return name === 'stack' ? concatenated(operation, true, list.value) : null;
}

function isInside(x: TensorValue, operand: FileRange | null): boolean {
  const source = sourceOf(x);
  if (!source || !operand) return false;
  const { path, from, to } = source.activation.applied;
  return path === operand.path && operand.from <= from && to <= operand.to;
}

/** Some positions along an axis: of probabilities it must not be the axis of the classes. */
function chosen(x: TensorValue, args: readonly GivenArgument[]): TensorValue {
  const isOfBatch = numberOf(argument(args, 'dim', 0)?.value) === 0 && sourceOf(x)?.activation.dim !== 0;
  return x.kind === 'scores' || isOfBatch ? moved(x, x.rank) : unknownTensor;
}

function rankOf(argument: GivenArgument | undefined): number | null {
  return argument?.value.type === 'tensor' ? argument.value.rank : null;
}

function singleOf(given: GivenArgument | undefined): Single | undefined {
  return given && given.value.type !== 'choice' ? given.value : undefined;
}

function clamped(x: TensorValue): TensorValue {
  const isKnown = x.kind === 'probs' || x.kind === 'logProbs' || x.kind === 'scores';
  return isKnown ? withSource(x, { isExact: false }) : elementwise(x);
}

function bothScores(a: Single | undefined, b: Single | undefined): TensorValue {
  const isSure = a?.type === 'tensor' && b?.type === 'tensor' && a.kind === 'scores' && b.kind === 'scores';
  return isSure ? { ...a, rank: a.rank === b.rank ? a.rank : null } : unknownTensor;
}

/** `zeros(…).scatter_(1, index, 1)` */
function scattered(x: TensorValue, args: readonly GivenArgument[], site: CallSite): TensorValue {
  const value = argument(args, 'value', 2) ?? argument(args, 'src', 2);
  if (x.kind !== 'blank' || numberOf(value?.value) !== 1) return unknownTensor;
  const trail = addStep(null, site, l10n.t('`scatter_` makes one-hot rows'));
  return tensor({ ...factsOf(x), trail }, 'oneHot');
}
