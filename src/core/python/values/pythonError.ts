import type { TextRange } from '../../textRange';

/** An exception that Python would raise here, with PyTorch's words. */
export class PythonError extends Error {
  /** The expression at fault; set where the error passes the first expression on its way out. */
  range: TextRange | null = null;

  constructor(
    /** `RuntimeError`, `TypeError`, … */
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

/** An exception in NumPy's own words; most of those are not known. */
export class NumpyError extends PythonError {}

/** What is not evaluated here, although Python may well do so. */
export class NotEvaluated extends Error {
  range: TextRange | null = null;
  /** Whether it was told to whoever listens. */
  isReported = false;

  constructor(
    /** What cannot be evaluated, as `foo(…)`; empty until the expression at fault is named. */
    public what: string,
    /** True when it only depends on something that was reported already. */
    readonly isConsequence = false,
  ) {
    super(what);
  }
}

/** An exception that is raised for sure, though not which one: nothing behind it is executed. */
export class RaisedUnknown extends NotEvaluated {}

/** A limit of the run was reached. */
export class LimitReached extends Error {
  /** The statement that was being executed. */
  range: TextRange | null = null;

  constructor(readonly limit: 'steps' | 'elements' | 'cancelled') {
    super(limit);
  }
}

export function typeError(message: string): PythonError {
  return new PythonError('TypeError', message);
}

export function runtimeError(message: string): PythonError {
  return new PythonError('RuntimeError', message);
}

export function valueError(message: string): PythonError {
  return new PythonError('ValueError', message);
}

export function indexError(message: string): PythonError {
  return new PythonError('IndexError', message);
}
