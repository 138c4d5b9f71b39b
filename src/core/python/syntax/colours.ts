import type { Tree } from '@lezer/common';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import type { TextRange } from '../../textRange';
import { parsedText } from './parsePython';

/** What pieces of Python are coloured as; everything else has the colour of text. */
export const colourKinds = [
  'comment',
  'string',
  'number',
  'keyword',
  'constant',
  'function',
  'class',
] as const;

export type ColourKind = (typeof colourKinds)[number];

export interface Colour extends TextRange {
  readonly kind: ColourKind;
}

/** `def`, `lambda`, `in` and the constants have one colour in VS Code's themes, words that decide what runs another. */
const highlighter = tagHighlighter([
  { tag: tags.lineComment, class: 'comment' },
  { tag: [tags.string, tags.special(tags.string), tags.escape], class: 'string' },
  { tag: tags.number, class: 'number' },
  { tag: [tags.controlKeyword, tags.moduleKeyword, tags.keyword], class: 'keyword' },
  { tag: [tags.definitionKeyword, tags.operatorKeyword, tags.modifier], class: 'constant' },
  { tag: [tags.bool, tags.null], class: 'constant' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'function' },
  { tag: tags.definition(tags.className), class: 'class' },
]);

/** The coloured pieces of a Python text, in order, by its tree; none of a text that has no tree. */
export function coloursOf(text: string, tree: Tree | null = parsedText(text)): readonly Colour[] {
  const found: Colour[] = [];
  const add = (from: number, to: number, kind: string) => {
    // The grammar has one tag for the `from` of an import and for `def`.
    const isFrom = kind === 'constant' && text.slice(from, to) === 'from';
    found.push({ from, to, kind: isFrom ? 'keyword' : (kind as ColourKind) });
  };
  if (tree) highlightTree(tree, highlighter, add);
  return found;
}
