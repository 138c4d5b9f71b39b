import type { EvaluateOptions, Tensor } from './core';
import { isEvaluateOptions, isPanelSource, type PanelSource } from './protocol';

/** What outlives a reload of the window: where the tensors were, and what the user had set. */
export interface SavedState {
  readonly source: PanelSource;
  readonly options: EvaluateOptions;
}

/**
 * The plain JSON value for `setState`. VS Code stores it as JSON, which has no typed arrays and no NaN, so the
 * numbers of a tensor become texts (`String(x)`, and `-0` for -0).
 */
export function packState({ source, options }: SavedState): unknown {
  const { weight, target, ...rest } = options;
  return {
    source,
    options: {
      ...rest,
      ...(weight === undefined ? {} : { weight: weight && packTensor(weight) }),
      ...(target === undefined ? {} : { target: packTensor(target) }),
    },
  };
}

/** The state in a value that `packState` made, also after JSON; null for anything else. */
export function unpackState(value: unknown): SavedState | null {
  if (!isObject(value) || !isPanelSource(value.source) || !isObject(value.options)) return null;
  const options: Record<string, unknown> = { ...value.options };
  for (const key of ['weight', 'target']) {
    if (options[key] !== undefined && options[key] !== null) options[key] = unpackTensor(options[key]);
  }
  return isEvaluateOptions(options) ? { source: value.source, options } : null;
}

function packTensor({ data, shape, dtype }: Tensor): unknown {
  return { data: Array.from(data, (x) => (Object.is(x, -0) ? '-0' : String(x))), shape, dtype };
}

/** A wrong shape or dtype is left for the guard to find. */
function unpackTensor(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value.data)) return value;
  if (!value.data.every((text) => typeof text === 'string')) return value;
  return { ...value, data: Float64Array.from(value.data, Number) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
