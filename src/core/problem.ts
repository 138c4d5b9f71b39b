import type { TextRange } from './textRange';

export type ProblemCode =
  | 'ragged'
  | 'elided'
  | 'unclosed'
  | 'not-a-number'
  | 'too-deep'
  | 'size-constructor'
  | 'random-generator'
  | 'unsupported-operation'
  | 'bad-keyword'
  | 'no-tensor'
  | 'no-input'
  | 'empty'
  | 'not-evaluated'
  | 'python-stops'
  | 'cancelled';

/**
 * Why a text could not be read as a tensor: the code is stable, the message says what was expected and what
 * came, the range points at the culprit. A problem never comes with a repaired value.
 */
export interface Problem extends TextRange {
  readonly code: ProblemCode;
  readonly message: string;
}
