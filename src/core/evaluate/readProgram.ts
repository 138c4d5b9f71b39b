import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { type Program, partRangeOf, programRangeOf } from '../program/program';
import { programIn } from '../program/programIn';
import { type LossUsage, noLossUsage } from '../python/lossUsage';
import type { ReadLiteral } from '../python/run/readLiteral';
import type { SnippetResult } from '../python/run/result/snippetResult';
import { runSnippet } from '../python/run/runSnippet';
import { mentionsLoss } from '../python/torch/losses';
import type { TensorLiteral } from '../text/literal';
import type { TextRange } from '../textRange';
import { LossLiterals } from './lossLiterals';

/** Longer programs are not evaluated, the numbers of their long lists aside. Unit: UTF-16 code units. */
const longestProgram = 200_000;

/** Most expressions that are evaluated of a text, which is read while somebody waits, unless told otherwise. */
const mostSteps = 100_000;

/** What a text says as a program. */
export interface ReadProgram {
  /** Those that were read, and then the values of code that reach a loss or get a name. */
  readonly literals: readonly TensorLiteral[];
  readonly usage: LossUsage;
  /** Where code was evaluated: what could not be read there as a literal is no problem. */
  readonly evaluated: readonly TextRange[];
  readonly problems: readonly Problem[];
}

/**
 * Runs the program in a text, whatever it stands in, and tells what its losses are called with. `literals` are all
 * tensors written in the text; what lies in `isWanted` is looked at for values that get a name.
 */
export function readProgram(
  text: string,
  literals: readonly TensorLiteral[],
  isWanted: (range: TextRange) => boolean,
  maxSteps = mostSteps,
): ReadProgram {
  const usage = { ...noLossUsage, namesLoss: mentionsLoss(text) };
  const nothing = { literals, usage, evaluated: [], problems: [] };
  if (!usage.namesLoss && !usesLibrary(text)) return nothing;
  const code = text.length - literals.reduce((sum, { body }) => sum + body.to - body.from, 0);
  if (code > longestProgram) return { ...nothing, problems: usage.namesLoss ? [tooLong(text)] : [] };
  const program = programIn(text);
  const result = inText(program, resultOf(program, literals, maxSteps));
  const found = new LossLiterals(text, literals);
  for (const loss of result.losses) found.addLoss(loss);
  for (const step of result.steps) if (isWanted(step)) found.addStep(step);
  return {
    literals: found.literals,
    usage: {
      ...usage,
      calls: found.calls,
      ingredients: found.ingredients,
      constructorCalls: result.constructorCalls,
    },
    evaluated: found.evaluated,
    problems: problemsOf(result),
  };
}

const libraryUse = /\b(?:torch|nn|F|np|numpy)\s*\.\s*[A-Za-z_]/;

/** A piece of each name in `libraryUse`. */
const libraryPieces = ['torch', 'nn', 'F', 'np', 'nump'];

/** Text that uses none of the libraries, and names no loss, has nothing to evaluate. */
function usesLibrary(text: string): boolean {
  // Numbers by the million hold none of the names, which are looked for many times as fast as the pattern.
  return libraryPieces.some((piece) => text.includes(piece)) && libraryUse.test(text);
}

function resultOf(program: Program, literals: readonly TensorLiteral[], maxSteps: number): SnippetResult {
  const read = literals.flatMap((literal): readonly ReadLiteral[] => {
    const place = programRangeOf(program, 0, literal);
    const body = programRangeOf(program, 0, literal.body);
    const { tensor, requiresGrad } = literal;
    return place && body ? [{ ...place, body, tensor, requiresGrad }] : [];
  });
  return runSnippet(program.text, { excerpt: { literals: read }, maxSteps });
}

/** Every range of a result as one of the text that the program stands in; what is not in it is left out. */
function inText(program: Program, result: SnippetResult): SnippetResult {
  const placed = (range: TextRange): TextRange | null => {
    const found = partRangeOf(program, range);
    return found && { from: found.from, to: found.to };
  };
  return moveRanges(result, placed) as SnippetResult;
}

/** A copy of plain data in which every range is moved; one that cannot be moved leaves the list that holds it. */
function moveRanges(value: unknown, placed: (range: TextRange) => TextRange | null): unknown {
  if (Array.isArray(value))
    return value.map((one) => moveRanges(one, placed)).filter((one) => one !== undefined);
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  const moved = Object.entries(value).map(([key, one]) => [key, moveRanges(one, placed)] as const);
  if (!isRange(value)) return Object.fromEntries(moved);
  const range = placed(value);
  return range ? { ...Object.fromEntries(moved), ...range } : undefined;
}

function isRange(value: object): value is TextRange {
  return 'from' in value && 'to' in value && typeof value.from === 'number' && typeof value.to === 'number';
}

/** Where Python stops, and losses that have no value, also for a run that was too long. */
function problemsOf(result: SnippetResult): readonly Problem[] {
  const failed = result.lossFailures.map(
    ({ from, to, loss, message }): Problem => ({
      code: 'not-evaluated',
      message: l10n.t('the value of this {0} is not known: {1}', loss, message),
      from,
      to,
    }),
  );
  const stops = stopOf(result);
  return [...stops, ...failed];
}

/**
 * An error that is not told by the loss itself, or by the findings about `backward()` and the class of a loss; all are
 * told where more losses come behind them.
 */
function stopOf({ error, losses, numLossesAfterStop, constructorCalls }: SnippetResult): readonly Problem[] {
  if (!error) return [];
  const isOtherType = / must be (?:Tensor|int|float|bool), not /.test(error.message);
  const told = [
    ...(isOtherType ? [] : losses),
    ...losses.flatMap(({ backward }) => backward ?? []),
    ...constructorCalls,
  ];
  if (numLossesAfterStop === 0 && told.some(({ from, to }) => from <= error.from && error.to <= to))
    return [];
  const message = l10n.t('Python stops here: {0}', `${error.type}: ${error.message}`);
  return [{ code: 'python-stops', message, from: error.from, to: error.to }];
}

function tooLong(text: string): Problem {
  const message = l10n.t(
    'the program is longer than {0} characters: its losses are not followed, the tensors are shown as written',
    longestProgram,
  );
  return { code: 'not-evaluated', message, from: 0, to: Math.min(1, text.length) };
}
