import type { EvaluateOptions } from '../core';
import { isFloat64Array, isNullOr, isRecord, type UnknownRecord } from './guards';
import { isEvaluateOptions, isPanelSource, type PanelSource } from './panel';
import { initialView, isViewState, type ViewState } from './viewState';

/** What outlives a reload of the window: where the tensors were, what the user had set, and what was looked at. */
export interface SavedState {
  readonly source: PanelSource;
  readonly options: EvaluateOptions;
  readonly view: ViewState;
  /** Options of the state that was pinned for comparison. */
  readonly pinned: EvaluateOptions | null;
}

/** Marks a Float64Array in a packed state. */
const numbersKey = '$float64';

/**
 * The plain JSON value for `setState`. VS Code stores it as JSON, which has no typed arrays and no NaN, so an array
 * of numbers becomes texts (`String(x)`, and `-0` for -0).
 */
export function packState(state: SavedState): unknown {
  return mapValues(state, (value) =>
    isFloat64Array(value)
      ? { [numbersKey]: Array.from(value, (x) => (Object.is(x, -0) ? '-0' : String(x))) }
      : undefined,
  );
}

/** The state in a value that `packState` made, also after JSON; null for anything else. */
export function unpackState(packed: unknown): SavedState | null {
  const value = mapValues(packed, (one) => (isRecord(one) ? numbersOf(one) : undefined));
  if (!isRecord(value) || !isPanelSource(value.source) || !isEvaluateOptions(value.options)) return null;
  if (!isNullOr(value.pinned ?? null, isEvaluateOptions)) return null;
  const { source, options } = value;
  const view = isViewState(value.view) ? value.view : initialView;
  return { source, options, view, pinned: (value.pinned ?? null) as EvaluateOptions | null };
}

function numbersOf(value: UnknownRecord): Float64Array | undefined {
  const texts = value[numbersKey];
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) return undefined;
  return Float64Array.from(texts, Number);
}

/** A copy of plain data in which `change` replaced the values that it knows, from the outside in. */
function mapValues(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== undefined) return changed;
  if (Array.isArray(value)) return value.map((one) => mapValues(one, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapValues(one, change)]));
}
