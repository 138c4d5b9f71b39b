import { type LossCall, type LossUsage, noLossUsage } from '../python/lossUsage';
import { readLossUsage } from '../python/readLossUsage';
import type { TensorLiteral } from '../text/literal';
import type { ReadOptions } from '../text/readOptions';
import { readTensors } from '../text/readTensors';
import type { TextRange } from '../textRange';
import type { ParsedText } from './evaluation';
import { withExpressions } from './withExpressions';

/**
 * A stretch of a document to read. `from` is its offset in the document; `ranges` are what was selected, as
 * offsets of the document. The text around the selected ranges tells how the losses use them.
 */
export interface TextPiece {
  readonly from: number;
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/**
 * Reads the selected tensors of several pieces of a document into one parsed text with offsets of the document.
 * Literals and problems outside of the selected ranges are left out. With `isPasted` the selections themselves are
 * read by all forms when nothing else is found in them.
 */
export function parsePieces(pieces: readonly TextPiece[], options: ReadOptions = {}): ParsedText {
  const parsed = pieces.map((piece) => parsePiece(piece, options));
  const literals = parsed.flatMap((piece) => piece.literals);
  let before = 0;
  const usages = parsed.map((piece) => {
    const moved = mapLiterals(piece.usage, (index) => index + before);
    before += piece.literals.length;
    return moved;
  });
  return {
    literals,
    problems: parsed.flatMap((piece) => piece.problems),
    usage: {
      calls: usages.flatMap((usage) => usage.calls),
      constructorCalls: usages.flatMap((usage) => usage.constructorCalls),
      namesLoss: usages.some((usage) => usage.namesLoss),
      namesGrad: usages.some((usage) => usage.namesGrad),
    },
  };
}

function parsePiece(piece: TextPiece, options: ReadOptions): ParsedText {
  const { from, text, ranges } = piece;
  const { literals, problems } = readTensors(text, localOptions(options, from));
  const isSelected = (range: TextRange) =>
    ranges.some((selected) => range.from + from < selected.to && range.to + from > selected.from);
  const kept = literals
    .map((literal, index) => ({ literal, index }))
    .filter(({ literal }) => isSelected(literal.body));
  if (options.isPasted && kept.length === 0 && !problems.some(isSelected)) {
    const alone = parseAlone(piece, options);
    if (alone.literals.length + alone.problems.length > 0) return alone;
  }
  const newIndex = new Map(kept.map(({ index }, position) => [index, position]));
  const usage = mapLiterals(readLossUsage(text, literals), (index) => newIndex.get(index) ?? null);
  const read: ParsedText = {
    literals: kept.map(({ literal }) => literal),
    problems: problems.filter(isSelected),
    usage: { ...usage, constructorCalls: usage.constructorCalls.filter(isSelected) },
  };
  const selection = {
    from: Math.min(...ranges.map((range) => range.from)) - from,
    to: Math.max(...ranges.map((range) => range.to)) - from,
  };
  return moveParsed(withExpressions(text, read, selection), from);
}

/** Each selection by itself, without the text around it. */
function parseAlone({ from, text, ranges }: TextPiece, options: ReadOptions): ParsedText {
  const results = ranges.map((range) => {
    const slice = text.slice(range.from - from, range.to - from);
    const { literals, problems } = readTensors(slice, localOptions(options, range.from));
    return moveParsed({ literals, problems, usage: noLossUsage }, range.from);
  });
  return {
    literals: results.flatMap(({ literals }) => literals),
    problems: results.flatMap(({ problems }) => problems),
    usage: noLossUsage,
  };
}

/** The chosen readings by their offsets in the piece. */
function localOptions(options: ReadOptions, from: number): ReadOptions {
  const moved = Object.entries(options.readings ?? {}).map(([at, id]) => [Number(at) - from, id]);
  return { ...options, readings: Object.fromEntries(moved) };
}

function moveParsed({ literals, problems, usage }: ParsedText, by: number): ParsedText {
  return {
    literals: literals.map((literal) => moveLiteral(literal, by)),
    problems: problems.map((problem) => moveRange(problem, by)),
    usage: {
      ...usage,
      calls: usage.calls.map((call) => moveCall(call, by)),
      constructorCalls: usage.constructorCalls.map((call) => moveRange(call, by)),
    },
  };
}

function moveRange<T extends TextRange>(range: T, by: number): T {
  return { ...range, from: range.from + by, to: range.to + by };
}

function moveLiteral(literal: TensorLiteral, by: number): TensorLiteral {
  return {
    ...moveRange(literal, by),
    body: moveRange(literal.body, by),
    keywords: literal.keywords.map((keyword) => moveRange(keyword, by)),
    operations: literal.operations.map((operation) => moveRange(operation, by)),
  };
}

function moveCall(call: LossCall, by: number): LossCall {
  return {
    ...mapArguments(moveRange(call, by), (argument) => ({
      ...moveRange(argument, by),
      operations: argument.operations.map((operation) => moveRange(operation, by)),
    })),
    backward: call.backward && moveRange(call.backward, by),
  };
}

/** The usage with each literal's index replaced; null for a literal that is left out. */
function mapLiterals(usage: LossUsage, newIndex: (index: number) => number | null): LossUsage {
  return {
    ...usage,
    calls: usage.calls.map((call) =>
      mapArguments(call, (argument) => ({
        ...argument,
        literal: argument.literal === null ? null : newIndex(argument.literal),
      })),
    ),
  };
}

function mapArguments(call: LossCall, change: (argument: LossCall['input']) => LossCall['input']): LossCall {
  const { weight, ...options } = call.options;
  return {
    ...call,
    input: change(call.input),
    target: call.target && change(call.target),
    options: weight ? { ...options, weight: change(weight) } : options,
  };
}
