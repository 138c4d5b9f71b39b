import * as v from 'valibot';
import { comparison, noComparison } from './comparison';
import { evaluateOptions } from './evaluateOptions';
import { panelSource } from './panel';
import { finite, listOf, maybe, messageOf, nullOr, text, whole } from './schema';
import { isFloat64Array } from './typedArrays';
import { initialView, viewState } from './viewState';

/** Longer texts are not kept for a restart; they are read again from the document. Unit: UTF-16 code units. */
export const longestKeptText = 100_000;

/** What a page keeps for when it is shown again, and a link has not. */
const memory = messageOf({
  /** Of the state on which the steps were made. */
  revision: whole,
  /** Steps that can be taken back and made again, the nearest last. */
  past: listOf(evaluateOptions),
  future: listOf(evaluateOptions),
  /** How far the page is scrolled. Unit: px. */
  scroll: finite,
  /** The active cell of the sheet; that there is such a cell is not checked. */
  cell: maybe(nullOr(messageOf({ row: whole, column: whole }))),
  /** Names of the parts of the page that were opened. */
  unfolded: maybe(listOf(text)),
});

export type Memory = v.InferOutput<typeof memory>;

/** What outlives a reload of the window: where the tensors were, what the user had set, and what was looked at. */
const savedState = messageOf({
  source: panelSource,
  options: evaluateOptions,
  /** What an older version looked at is no reason to lose the rest. */
  view: v.fallback(viewState, initialView),
  comparison: v.fallback(comparison, noComparison),
  memory: maybe(memory),
});

export type SavedState = v.InferOutput<typeof savedState>;

/** Marks a Float64Array in a packed state. */
const numbersKey = '$float64';

/** Objects and lists in each other; a state has a handful. */
const mostLevels = 16;

/**
 * The plain JSON value for `setState`. VS Code stores it as JSON, which has no typed arrays and no NaN, so an array
 * of numbers becomes texts (`String(x)`, and `-0` for -0).
 */
export function packState(state: SavedState): unknown {
  return mapValues(state, (value) => (isFloat64Array(value) ? { [numbersKey]: textsOf(value) } : undefined));
}

/** The state in a value that `packState` made, also after JSON; null for anything else. */
export function unpackState(packed: unknown): SavedState | null {
  const { success, output } = v.safeParse(savedState, mapValues(packed, numbersOf), { abortEarly: true });
  return success ? output : null;
}

/** Texts of the arrays that were packed before: those of pins are packed whenever a page keeps its state. */
const knownTexts = new WeakMap<Float64Array, readonly string[]>();

function textsOf(numbers: Float64Array): readonly string[] {
  const texts = knownTexts.get(numbers) ?? Array.from(numbers, textOf);
  knownTexts.set(numbers, texts);
  return texts;
}

function textOf(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}

function numbersOf(value: unknown): Float64Array | undefined {
  if (typeof value !== 'object' || value === null || !(numbersKey in value)) return undefined;
  const texts = value[numbersKey];
  const isPacked =
    Array.isArray(texts) && texts.every((one) => typeof one === 'string' && textOf(Number(one)) === one);
  return isPacked ? Float64Array.from(texts, Number) : undefined;
}

/**
 * A copy of plain data in which `change` replaced the values that it knows, from the outside in. What lies deeper than
 * a state goes is left out.
 */
function mapValues(value: unknown, change: (value: unknown) => unknown, levels = mostLevels): unknown {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return undefined;
  if (Array.isArray(value)) return value.map((one) => mapValues(one, change, levels - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mapValues(one, change, levels - 1)]),
  );
}
