/** Gives an array of so many elements to be filled: one that is used again still holds what it held. */
export type NewArray = (length: number) => Float64Array;

export const freshArray: NewArray = (length) => new Float64Array(length);
