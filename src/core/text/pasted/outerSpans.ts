import type { TextRange } from '../../textRange';

/**
 * The outermost balanced spans of brackets, in order, in one pass. A character that `allowed` does not match ends
 * everything that is open.
 */
export function outerSpans(
  text: string,
  open: string,
  close: string,
  allowed: RegExp | null,
): readonly TextRange[] {
  const spans: TextRange[] = [];
  const opened: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === open) opened.push(at);
    else if (character === close) {
      const from = opened.pop();
      if (from === undefined) continue;
      while (spans.length > 0 && spans[spans.length - 1].from > from) spans.pop();
      spans.push({ from, to: at + 1 });
    } else if (opened.length > 0 && allowed && !allowed.test(character)) opened.length = 0;
  }
  return spans;
}

/** The text with each part in place of its range; the parts are in order and as long as their ranges. */
export function replaced(text: string, parts: readonly (TextRange & { readonly text: string })[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.from < at) continue;
    pieces.push(text.slice(at, part.from), part.text);
    at = part.to;
  }
  return pieces.join('') + text.slice(at);
}
