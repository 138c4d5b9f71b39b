import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { CallSite } from '../follow/calls';
import type { Interpreter } from '../follow/interpreter';
import { factsOf, type PlainKind, type TensorContent, type TensorValue, tensor } from '../values/tensorValue';
import { addStep } from '../values/trail';
import { type GivenArgument, itemsOf, type Value } from '../values/value';
import { type LiteralKind, literalKind } from './literalKind';
import { dtypeOfName } from './operations';
import { argument, numberOf, sizesOf } from './shapes';

/** Rows of literals looked at for what they are. */
const mostRows = 64;

/** Functions that make a tensor of sizes. */
const sized = new Set('zeros ones empty full rand randn normal eye randperm'.split(' '));
const likes = new Set('zeros_like ones_like empty_like full_like rand_like randn_like'.split(' '));
const ranged = new Set('arange linspace range'.split(' '));

/** A tensor made from nothing or from numbers; null for other names. */
export function createTensor(
  run: Interpreter,
  name: string,
  args: readonly GivenArgument[],
  site: CallSite,
): TensorValue | null {
  const made = ofWritten(run, madeBy(name, args, site), name, args);
  if (made === null) return null;
  const gradFree = sourceOf(run, args, site);
  return { ...made, gradFree };
}

/** Of a literal of floating point numbers, what they look like. */
function ofWritten(
  run: Interpreter,
  made: TensorValue | null,
  name: string,
  args: readonly GivenArgument[],
): TensorValue | null {
  const isLiteral = name === 'tensor' || /Tensor$/.test(name);
  if (!made || !isLiteral || made.kind !== 'unknown' || made.dtype !== 'float' || !args[0]) return made;
  const kind = literalKind(run.report.textOf(args[0]));
  if (kind === 'unknown') return made;
  const { content, told } = literalContents[kind];
  return tensor({ ...factsOf(made), trail: addStep(null, args[0], told()) }, content);
}

/** What a literal holds when its numbers say so, in words too. */
const literalContents: Readonly<
  Record<Exclude<LiteralKind, 'unknown'>, { readonly content: TensorContent; readonly told: () => string }>
> = {
  scores: {
    content: { kind: 'scores' },
    told: () => l10n.t('these numbers are raw scores: no probabilities, no log-probabilities'),
  },
  probs: {
    content: { kind: 'probs', source: null, isJoined: false },
    told: () => l10n.t('these numbers are probabilities: each row sums to 1'),
  },
  logProbs: {
    content: { kind: 'logProbs', source: null, isJoined: false, logOfSoftmax: null },
    told: () => l10n.t('these numbers are log-probabilities: the exponentials of each row sum to 1'),
  },
};

function madeBy(name: string, args: readonly GivenArgument[], site: CallSite): TensorValue | null {
  if (name === 'tensor' || name === 'as_tensor' || name === 'from_numpy' || name === 'array') {
    return ofNumbers(args[0]?.value, writtenDType(args), name);
  }
  if (/^[A-Z][A-Za-z0-9]*Tensor$|^Tensor$/.test(name)) return ofOldConstructor(name, args);
  if (name === 'randint') return randomIntegers(args);
  if (ranged.has(name)) return tensor({ rank: 1, dtype: writtenDType(args) ?? 'int' }, 'indices');
  if (likes.has(name)) {
    const like = args[0]?.value;
    const rank = like?.type === 'tensor' ? like.rank : null;
    return tensor({ rank, dtype: writtenDType(args) }, name === 'randn_like' ? 'scores' : 'unknown');
  }
  return sized.has(name) ? ofSizes(name, args, site) : null;
}

/** `torch.FloatTensor([1, 2])`, or of sizes: `torch.FloatTensor(2, 3)`. */
function ofOldConstructor(name: string, args: readonly GivenArgument[]): TensorValue {
  const dtype = name === 'Tensor' ? 'float' : dtypeOfName(name);
  const areSizes = args.length > 0 && args.every(({ value }) => numberOf(value) !== undefined);
  return areSizes ? tensor({ rank: args.length, dtype }, 'blank') : ofNumbers(args[0]?.value, dtype, name);
}

/** `torch.randint(low, high, size)` */
function randomIntegers(args: readonly GivenArgument[]): TensorValue {
  const positional = args.filter((one) => one.name === null);
  const size = args.find((one) => one.name === 'size') ?? positional[positional.length - 1];
  const sizes = size ? sizesOf([{ ...size, name: null }]) : null;
  const isLastAxisOne = sizes !== null && sizes.length > 1 && numberOf(sizes[sizes.length - 1]) === 1;
  const dtype = writtenDType(args) ?? 'int';
  return tensor({ rank: sizes?.length ?? null, dtype, isLastAxisOne }, 'indices');
}

function ofSizes(name: string, args: readonly GivenArgument[], site: CallSite): TensorValue {
  const sizes = sizesOf(sizeArguments(name, args));
  const last = sizes?.[sizes.length - 1];
  const trail =
    name === 'randn'
      ? addStep(null, site, l10n.t('`{0}` makes random values', codeInWords(site.written)))
      : null;
  const facts = {
    rank: name === 'eye' ? 2 : name === 'randperm' ? 1 : (sizes?.length ?? null),
    dtype: writtenDType(args) ?? usualDType(name, args),
    isLastAxisOne: sizes !== null && sizes.length > 1 && numberOf(last) === 1,
    trail,
  };
  return tensor(facts, Object.hasOwn(sizedKinds, name) ? sizedKinds[name] : 'unknown');
}

function usualDType(name: string, args: readonly GivenArgument[]): 'float' | 'int' | null {
  if (name === 'randperm') return 'int';
  if (name !== 'full') return 'float';
  const fill = argument(args, 'fill_value', 1)?.value;
  if (fill?.type !== 'constant' || typeof fill.value !== 'number') return null;
  return fill.isFloat ? 'float' : 'int';
}

const sizedKinds: Readonly<Record<string, PlainKind>> = {
  randn: 'scores',
  eye: 'oneHot',
  zeros: 'blank',
  empty: 'blank',
};

function sizeArguments(name: string, args: readonly GivenArgument[]): readonly GivenArgument[] {
  const positional = args.filter((one) => one.name === null);
  return name === 'full' ? positional.slice(0, 1) : positional;
}

function writtenDType(args: readonly GivenArgument[]): 'float' | 'int' | null {
  const value = args.find(({ name }) => name === 'dtype')?.value;
  return value?.type === 'extern' ? dtypeOfName(value.path.split('.').at(-1) ?? '') : null;
}

/** A literal by its numbers. */
function ofNumbers(value: Value | undefined, dtype: 'float' | 'int' | null, name: string): TensorValue {
  const numbers = value ? numbersOf(value) : null;
  if (numbers === null) return tensor({ dtype });
  const { rank, flat, lastSize } = numbers;
  const areIntegers = flat.every(Number.isInteger);
  const isData = name === 'tensor' || name === 'as_tensor';
  const written = isData ? (numbers.hasFloat ? 'float' : 'int') : null;
  const isOneHot = rank === 2 && areIntegers && isOneHotRows(flat, lastSize);
  const kind = isOneHot ? 'oneHot' : areIntegers && rank <= 1 ? 'indices' : 'unknown';
  return tensor({ rank, dtype: dtype ?? written, isLastAxisOne: rank > 1 && lastSize === 1 }, kind);
}

interface Numbers {
  readonly rank: number;
  readonly flat: readonly number[];
  readonly lastSize: number;
  readonly hasFloat: boolean;
}

function numbersOf(value: Value): Numbers | null {
  const number = numberOf(value);
  if (number !== undefined) {
    const hasFloat = value.type === 'constant' && value.isFloat;
    return { rank: 0, flat: [number], lastSize: 1, hasFloat };
  }
  const items = itemsOf(value);
  if (!items || items.rest !== null || items.items.length === 0) return null;
  const parts = items.items.slice(0, mostRows).map(numbersOf);
  const [first] = parts;
  if (!first || parts.some((part) => part === null || part.rank !== first.rank)) return null;
  const flat = parts.flatMap((part) => part?.flat ?? []);
  const lastSize = first.rank === 0 ? items.items.length : first.lastSize;
  return { rank: first.rank + 1, flat, lastSize, hasFloat: parts.some((part) => part?.hasFloat) };
}

function isOneHotRows(flat: readonly number[], size: number): boolean {
  if (size < 2) return false;
  for (let row = 0; row < flat.length; row += size) {
    const values = flat.slice(row, row + size);
    if (values.filter((one) => one === 1).length !== 1 || values.some((one) => one !== 0 && one !== 1))
      return false;
  }
  return true;
}

/** The literal as a source without grad; null when it requires grad or may do so. */
function sourceOf(run: Interpreter, args: readonly GivenArgument[], site: CallSite): TensorValue['gradFree'] {
  const requires = argument(args, 'requires_grad', Number.POSITIVE_INFINITY);
  const isOpen = args.some(({ stars }) => stars > 0);
  if (isOpen || (requires && !(requires.value.type === 'constant' && requires.value.value === false)))
    return null;
  const data = args[0]?.value;
  const isData = /^(tensor|as_tensor|from_numpy|array)$|Tensor$/.test(site.written.split('.').at(-1) ?? '');
  if (isData && (!data || (numbersOf(data) === null && !(data.type === 'tensor' && data.gradFree !== null))))
    return null;
  const { path, from, to, word } = site;
  return [{ id: run.id(), call: { path, from, to }, word, end: to - 1, requires: requires ?? null }];
}
