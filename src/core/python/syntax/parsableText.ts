import { withoutWithBrackets } from './parenthesisedWith';

/**
 * Code as the parser can read it, character by character at the same place: it knows neither `1.` nor form feeds, nor
 * the keyword argument `async`, which older PyTorch had, nor that `print` can be bound, nor brackets around what a
 * `with` holds.
 */
export function parsableText(text: string): string {
  return withoutWithBrackets(text)
    .replaceAll('\f', ' ')
    .replace(/(?<![\w.])(\d[\d_]*)\.(?![\w.])/g, '$1 ')
    .replace(/([(,]\s*)async(?=\s*=[^=])/g, '$1asinc')
    .replace(/^([ \t]*)print(?=[ \t]*=[^=])/gm, '$1prinT');
}
