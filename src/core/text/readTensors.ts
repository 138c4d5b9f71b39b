import type { ReadResult } from './literal';
import { readPasted } from './pasted/readPasted';
import type { ReadOptions } from './readOptions';
import { cleaned } from './surroundings/cleaned';
import { TensorReader } from './tensorReader';

/**
 * Every tensor that is written in a text, and every place where one cannot be read, in the order of the text: lists
 * and tuples, constructors, prints, in JSON, Python, JavaScript, comments and Markdown. Numbers are exactly
 * `Number` of what is written. Reads the text once; nothing of it makes the reader throw or recurse.
 */
export function readTensors(text: string, options: ReadOptions = {}): ReadResult {
  const clean = cleaned(text, options.isPasted);
  return options.isPasted ? readPasted(clean, options) : new TensorReader(clean, options).read();
}
