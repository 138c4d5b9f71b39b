import type { Problem } from '../../problem';

/** The bracketed part of a literal. */
export interface ArrayBody {
  readonly kind: 'array';
  readonly from: number;
  readonly to: number;
  readonly data: Float64Array;
  readonly shape: readonly number[];
  /** Which kinds of numbers were written; a literal with none of them is empty. */
  readonly hasFloats: boolean;
  readonly hasInts: boolean;
  readonly hasBools: boolean;
  readonly decimals: number | null;
  readonly scientificDecimals: number | null;
  /** Numbers stand side by side without commas, as numpy prints them. */
  readonly isBlankSeparated: boolean;
}

/** What stood at a bracket: an array, an array with a mistake, or something else (code, words). */
export type BodyResult =
  | ArrayBody
  | { readonly kind: 'problem'; readonly problem: Problem; readonly to: number }
  /** `to` is where a tensor can start again. */
  | { readonly kind: 'other'; readonly to: number };
