import { readTensors } from '../../core';
import { strings } from '../strings';

/** What came of reading a field: its value, or what was expected and what came. */
export type FieldResult<T> =
  | { readonly isGood: true; readonly value: T }
  | { readonly isGood: false; readonly message: string };

/** Reads `count` numbers separated by commas, with or without brackets, in every spelling that core takes. */
export function parseNumbers(text: string, count: number): FieldResult<Float64Array> {
  const list = text.trim().replace(/,$/, '');
  const { literals, problems } = readTensors(list.startsWith('[') ? list : `[${list}]`);
  const tensor = literals[0]?.tensor;
  if (literals.length !== 1 || problems.length > 0 || tensor?.shape.length !== 1) {
    return { isGood: false, message: strings.options.bad.numbers(`“${text.trim()}”`) };
  }
  if (tensor.data.length !== count) {
    return { isGood: false, message: strings.options.bad.count(count, tensor.data.length) };
  }
  return { isGood: true, value: tensor.data };
}

/** A whole number of either sign. */
export function parseIgnoreIndex(text: string): FieldResult<number> {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value)) return { isGood: true, value };
  return { isGood: false, message: strings.options.bad.ignoreIndex };
}

/** A number in [0, 1]. */
export function parseLabelSmoothing(text: string): FieldResult<number> {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return { isGood: true, value };
  return { isGood: false, message: strings.options.bad.labelSmoothing };
}
