import type { Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { parsableText } from './parsableText';

/** The syntax tree of a text; null for one that is nested too deep for a tree. */
export function parsedText(text: string): Tree | null {
  return parsePython(parsableText(text));
}

/**
 * The syntax tree of a text that was made parsable; null for one that is nested too deep for a tree. How deep that is
 * depends on the room of the stack: lezer builds a tree by recursion.
 */
export function parsePython(parsable: string, fragments?: readonly TreeFragment[]): Tree | null {
  try {
    return parser.parse(parsable, fragments);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
