import * as l10n from '../../../l10n';
import { codeInWords } from '../../../shownText';
import type { Creates } from '../../torch/effect';
import type { Interpreter } from '../follow/interpreter';
import type { CallSite } from '../values/callSite';
import {
  factsOf,
  ofNoActivation,
  type PlainKind,
  plainLogProbs,
  type TensorContent,
  type TensorValue,
  tensor,
} from '../values/tensorValue';
import { addStep } from '../values/trail';
import { type GivenArgument, itemsOf, type Value } from '../values/value';
import type { Applied } from './applied';
import { cast, familyGiven } from './casts';
import type { Given } from './given';
import { type LiteralKind, literalKind } from './literalKind';
import { numberOf } from './shapes';

/** Rows of literals looked at for what they are. */
const mostRows = 64;

/** A tensor made from nothing or from numbers. */
export function created(applied: Applied, effect: Creates): TensorValue {
  const { run, given, site } = applied;
  const first = given.first;
  if (effect.from === 'shared-data' && first?.value.type === 'tensor')
    return cast(applied, { does: 'casts', dtype: familyGiven(given.get('dtype')) });
  const made = learned(given, effect, ofWritten(run, madeBy(applied, effect, first), effect, first));
  return { ...made, gradFree: sourceOf(run, given, effect, first, site) };
}

/** What is made of sizes and asks for a gradient is a parameter, which takes part in arithmetic like raw scores. */
function learned(given: Given, { from, values }: Creates, made: TensorValue): TensorValue {
  const isMade = from === 'sizes' && values !== 'identity';
  return isMade && given.flag('requires_grad', false) === true ? tensor(factsOf(made), 'scores') : made;
}

/** Of a literal of floating point numbers, what they look like. */
function ofWritten(
  run: Interpreter,
  made: TensorValue,
  { from }: Creates,
  first: GivenArgument | undefined,
): TensorValue {
  const isLiteral = from === 'data' || from === 'typed-data';
  if (!isLiteral || made.kind !== 'unknown' || made.dtype !== 'float' || !first) return made;
  const kind = literalKind(run.report.textOf(first));
  if (kind === 'unknown') return made;
  const { content, told } = literalContents[kind];
  return tensor({ ...factsOf(made), trail: addStep(null, first, told()) }, content);
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
    content: { kind: 'probs', ...ofNoActivation },
    told: () => l10n.t('these numbers are probabilities: each row sums to 1'),
  },
  logProbs: {
    content: { kind: 'logProbs', ...ofNoActivation, ...plainLogProbs },
    told: () => l10n.t('these numbers are log-probabilities: the exponentials of each row sum to 1'),
  },
};

function madeBy(applied: Applied, effect: Creates, first: GivenArgument | undefined): TensorValue {
  const { given } = applied;
  const dtype = familyGiven(given.get('dtype')) ?? effect.dtype;
  switch (effect.from) {
    case 'data':
    case 'shared-data':
    case 'array':
      return ofNumbers(first?.value, dtype, effect.from !== 'array');
    case 'typed-data':
      return ofOldConstructor(given, dtype);
    case 'like': {
      const like = first?.value.type === 'tensor' ? first.value : null;
      return tensor(
        { rank: like?.rank ?? null, dtype: dtype ?? like?.dtype ?? null },
        sizedKinds[effect.values] ?? 'unknown',
      );
    }
    case 'count':
      return countedTo(given, effect, dtype);
    case 'sizes':
      return ofSizes(applied, effect, dtype ?? filledDType(given));
  }
}

/** `torch.arange(3)`, which counts in floating point from or to such a number. */
function countedTo(given: Given, { values }: Creates, dtype: TensorValue['dtype']): TensorValue {
  const numbers = ['start', 'end', 'step'].map((name) => given.get(name)?.value);
  const isFloat = !given.has('dtype') && numbers.some((one) => one?.type === 'constant' && one.isFloat);
  return tensor({ rank: 1, dtype: isFloat ? 'float' : dtype }, values === 'indices' ? 'indices' : 'unknown');
}

/** `torch.FloatTensor([1, 2])`, or of sizes: `torch.FloatTensor(2, 3)`. */
function ofOldConstructor(given: Given, dtype: TensorValue['dtype']): TensorValue {
  const args = given.all('data');
  const areSizes = args.length > 0 && args.every(({ value }) => numberOf(value) !== undefined);
  return areSizes ? tensor({ rank: args.length, dtype }, 'blank') : ofNumbers(args[0]?.value, dtype, false);
}

function ofSizes({ given, site }: Applied, { values }: Creates, dtype: TensorValue['dtype']): TensorValue {
  // torch.randint(high, size) and torch.randint(low, high, size)
  const sizes = given.sizes(given.has('size') ? 'size' : 'high');
  const isLastAxisOne = sizes !== null && sizes.length > 1 && numberOf(sizes[sizes.length - 1]) === 1;
  const trail =
    values === 'normal'
      ? addStep(null, site, l10n.t('`{0}` makes random values', codeInWords(site.written)))
      : null;
  const rank = values === 'identity' ? 2 : (sizes?.length ?? null);
  return tensor({ rank, dtype, isLastAxisOne, trail }, sizedKinds[values] ?? 'unknown');
}

/** Of `torch.full`. */
function filledDType(given: Given): TensorValue['dtype'] {
  const fill = given.single('fill_value');
  if (fill?.type !== 'constant' || typeof fill.value !== 'number') return null;
  return fill.isFloat ? 'float' : 'int';
}

const sizedKinds: Readonly<Partial<Record<Creates['values'], PlainKind>>> = {
  normal: 'scores',
  identity: 'oneHot',
  zeros: 'blank',
  indices: 'indices',
};

/** A literal by its numbers. */
function ofNumbers(
  value: Value | undefined,
  dtype: TensorValue['dtype'],
  isDTypeOfNumbers: boolean,
): TensorValue {
  const numbers = value ? numbersOf(value) : null;
  if (numbers === null) return tensor({ dtype });
  const { rank, flat, lastSize } = numbers;
  const areIntegers = flat.every(Number.isInteger);
  const written = isDTypeOfNumbers ? (numbers.hasFloat ? 'float' : 'int') : null;
  const isOneHot = rank === 2 && areIntegers && isOneHotRows(flat, lastSize);
  const kind = isOneHot ? 'looksOneHot' : areIntegers && rank <= 1 ? 'indices' : 'unknown';
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
function sourceOf(
  run: Interpreter,
  given: Given,
  { from: source }: Creates,
  first: GivenArgument | undefined,
  site: CallSite,
): TensorValue['gradFree'] {
  const requires = given.get('requires_grad');
  const isOff = requires?.value.type === 'constant' && requires.value.value === false;
  if (given.isOpen || (requires && !isOff)) return null;
  const data = first?.value;
  const isData =
    source === 'data' || source === 'shared-data' || source === 'array' || source === 'typed-data';
  if (isData && (!data || (numbersOf(data) === null && !(data.type === 'tensor' && data.gradFree !== null))))
    return null;
  const { path, from, to, word } = site;
  return [{ id: run.id(), call: { path, from, to }, word, end: to - 1, requires: requires ?? null }];
}
