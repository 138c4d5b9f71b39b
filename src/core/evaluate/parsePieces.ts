import type { ProblemCode } from '../problem';
import { type Argument, type LossCall, type LossUsage, noLossUsage } from '../python/lossUsage';
import { isSameTensor } from '../tensor/isSameTensor';
import { classLists } from '../text/classLists';
import type { TensorLiteral } from '../text/literal';
import { tokenDumps, withoutDumps } from '../text/logProbs/tokenLogProbs';
import type { ReadOptions } from '../text/readOptions';
import { readTensors } from '../text/readTensors';
import type { TextRange } from '../textRange';
import type { ParsedText } from './evaluation';
import { emptyParts } from './pairs/emptyParts';
import { prepareTensor } from './preparedTensor';
import { readProgram } from './readProgram';

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
    const start = before;
    const moved = mapLiterals(piece.usage, (index) => index + start);
    before += piece.literals.length;
    return moved;
  });
  return {
    literals,
    problems: parsed.flatMap((piece) => piece.problems),
    empty: parsed.flatMap((piece) => piece.empty),
    classLists: parsed.flatMap((piece) => piece.classLists),
    tokenLogProbs: parsed.flatMap((piece) => piece.tokenLogProbs),
    usage: {
      calls: usages.flatMap((usage) => usage.calls),
      constructorCalls: usages.flatMap((usage) => usage.constructorCalls),
      namesLoss: usages.some((usage) => usage.namesLoss),
      ingredients: usages.flatMap((usage) => usage.ingredients),
    },
  };
}

/** What the reader of tensors cannot know, and the evaluation of the code around them may. */
const openInCode: ReadonlySet<ProblemCode> = new Set(['unsupported-operation', 'random-generator']);

function parsePiece(piece: TextPiece, options: ReadOptions): ParsedText {
  const { from, ranges } = piece;
  const isSelected = (range: TextRange) =>
    ranges.some((selected) => range.from + from < selected.to && range.to + from > selected.from);
  const dumps = tokenDumps(piece.text);
  // The ids, bytes and offsets of tokens are no tensors.
  const text = withoutDumps(piece.text, dumps);
  const { literals, problems } = readTensors(text, localOptions(options, from));
  const tokenLogProbs = dumps.filter(isSelected).map(({ taken, ...sequence }) => sequence);
  const isNothing = !literals.some(({ body }) => isSelected(body)) && !problems.some(isSelected);
  const program = readProgram(text, literals, isSelected, options.maxSteps);
  const chosen = chosenOf(program, isSelected);
  if (options.isPasted && isNothing && chosen.literals.length + tokenLogProbs.length === 0) {
    const alone = parseAlone(piece, options);
    if (alone.literals.length + alone.problems.length > 0) return alone;
  }
  const isEvaluated = (problem: TextRange) =>
    program.evaluated.some((range) => problem.from >= range.from && problem.to <= range.to);
  const open = problems.filter((problem) => !openInCode.has(problem.code) || !isEvaluated(problem));
  const found = [...open, ...program.problems].filter(isSelected);
  const isTold = ({ from }: TextRange) => found.some((problem) => problem.from === from);
  const empty = emptyParts(text).filter((part) => isSelected(part) && !isTold(part));
  return moveParsed({ ...chosen, problems: found, empty, classLists: classLists(text), tokenLogProbs }, from);
}

/**
 * What is selected of a program: calls in the selection with all that they take, calls elsewhere on selected tensors
 * as these are written, and the selected tensors that no call takes.
 */
function chosenOf(
  { literals, usage }: Pick<ParsedText, 'literals' | 'usage'>,
  isSelected: (range: TextRange) => boolean,
): Pick<ParsedText, 'literals' | 'usage'> {
  const isTaken = (argument: Argument) => {
    const literal = literals[argument.literal];
    return isSelected(literal.body) && isAsWritten(literal, argument);
  };
  const calls = usage.calls.filter(
    (call) => isSelected(call) || (call.before === null && isTaken(call.input)),
  );
  const taken = new Set(calls.flatMap((call) => argumentsOf(call).map(({ literal }) => literal)));
  const kept = literals
    .map((literal, index) => ({ literal, index }))
    .filter(
      ({ literal, index }) => taken.has(index) || (isSelected(literal.body) && !isOfOtherCall(literal)),
    );
  const newIndex = new Map(kept.map(({ index }, position) => [index, position]));
  const indexOf = (index: number) => newIndex.get(index) ?? 0;
  return {
    literals: kept.map(({ literal }) => literal),
    usage: {
      ...usage,
      calls: calls.map((call) =>
        mapArguments(call, (argument) => ({ ...argument, literal: indexOf(argument.literal) })),
      ),
      constructorCalls: usage.constructorCalls.filter(isSelected),
      ingredients: usage.ingredients.flatMap((index) => newIndex.get(index) ?? []),
    },
  };
}

/** The value of code that no chosen call takes is none that was selected. */
function isOfOtherCall({ form, name }: TensorLiteral): boolean {
  return form === 'expression' && name === null;
}

/** True when an argument has the numbers that stand in the text, but for the operations that are written there. */
function isAsWritten(literal: TensorLiteral, { tensor, operations }: Argument): boolean {
  if (literal.form === 'expression') return isSameTensor(literal.tensor, tensor);
  const { tensor: written } = prepareTensor({ ...literal, operations: [] }, operations);
  return isSameTensor(written, tensor);
}

function argumentsOf({ input, target, weight }: LossCall): readonly Argument[] {
  return weight ? [input, target, weight] : [input, target];
}

/** Each selection by itself, without the text around it. */
function parseAlone({ from, text, ranges }: TextPiece, options: ReadOptions): ParsedText {
  const results = ranges.map((range) => {
    const slice = text.slice(range.from - from, range.to - from);
    const { literals, problems } = readTensors(slice, localOptions(options, range.from));
    return moveParsed({ ...nothing, literals, problems }, range.from);
  });
  return {
    ...nothing,
    literals: results.flatMap(({ literals }) => literals),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** What text by itself does not have. */
const nothing = { usage: noLossUsage, empty: [], classLists: [], tokenLogProbs: [] } as const;

/** The chosen readings by their offsets in the piece. */
function localOptions(options: ReadOptions, from: number): ReadOptions {
  const moved = Object.entries(options.readings ?? {}).map(([at, id]) => [Number(at) - from, id]);
  return { ...options, readings: Object.fromEntries(moved) };
}

function moveParsed(parsed: ParsedText, by: number): ParsedText {
  const { literals, problems, usage, empty, classLists, tokenLogProbs } = parsed;
  return {
    literals: literals.map((literal) => moveLiteral(literal, by)),
    problems: problems.map((problem) => moveRange(problem, by)),
    empty: empty.map((part) => moveRange(part, by)),
    classLists: classLists.map((list) => moveRange(list, by)),
    tokenLogProbs: tokenLogProbs.map((sequence) => ({
      ...moveRange(sequence, by),
      tokens: sequence.tokens.map((token) => moveRange(token, by)),
    })),
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
    ...(literal.rowRanges && { rowRanges: literal.rowRanges.map((row) => moveRange(row, by)) }),
    keywords: literal.keywords.map((keyword) => moveRange(keyword, by)),
    operations: literal.operations.map((operation) => moveRange(operation, by)),
  };
}

function moveCall(call: LossCall, by: number): LossCall {
  const moved = mapArguments(moveRange(call, by), (argument) => ({
    ...moveRange(argument, by),
    operations: argument.operations.map((operation) => moveRange(operation, by)),
  }));
  const { before, backward } = call;
  return { ...moved, before: before && moveRange(before, by), backward: backward && moveRange(backward, by) };
}

/** The usage with each literal's index replaced. */
function mapLiterals(usage: LossUsage, newIndex: (index: number) => number): LossUsage {
  const mapped = (argument: Argument) => ({ ...argument, literal: newIndex(argument.literal) });
  return {
    ...usage,
    calls: usage.calls.map((call) => mapArguments(call, mapped)),
    ingredients: usage.ingredients.map(newIndex),
  };
}

function mapArguments(call: LossCall, change: (argument: Argument) => Argument): LossCall {
  return {
    ...call,
    input: change(call.input),
    target: change(call.target),
    weight: call.weight && change(call.weight),
  };
}
