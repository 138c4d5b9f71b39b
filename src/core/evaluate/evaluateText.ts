import type { ReadOptions } from '../text/readOptions';
import { evaluateParsed } from './evaluateParsed';
import type { EvaluateOptions, Evaluation } from './evaluation';
import { parseText } from './parseText';

/**
 * From selected text to one plain object: the tensors with their roles, both losses with gradients, findings and
 * problems. Never throws for any text.
 */
export function evaluateText(
  text: string,
  options: EvaluateOptions = {},
  reading: ReadOptions = {},
): Evaluation {
  return evaluateParsed(parseText(text, reading), options);
}
