import type { TextRange } from '../textRange';

const fence = '```';
const pythonWords = ['', 'python', 'py', 'python3', 'pycon', 'ipython'];

/**
 * The parts of a text that can be Python: the inside of its Python fences when it has Markdown fences, else all
 * of it. A selection that starts or ends inside a fence counts from its start or up to its end.
 */
export function pythonRegions(text: string): readonly TextRange[] {
  const fences = fenceLines(text);
  if (fences.length === 0) return [{ from: 0, to: text.length }];
  const startsInside = fences.length % 2 === 1 && fences[0].word === '';
  const marks = startsInside ? [{ from: 0, to: 0, word: '' }, ...fences] : fences;
  const regions: TextRange[] = [];
  for (let i = 0; i < marks.length; i += 2) {
    if (!pythonWords.includes(marks[i].word)) continue;
    regions.push({ from: marks[i].to, to: marks[i + 1]?.from ?? text.length });
  }
  return regions;
}

/** Every line that opens or closes a Markdown fence, with the language word after it. */
function fenceLines(text: string): (TextRange & { readonly word: string })[] {
  const found = [];
  for (let at = text.indexOf(fence); at >= 0; ) {
    const from = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end + 1;
    const line = text.slice(from, to).trim();
    if (line.startsWith(fence)) {
      const [word] = line.slice(fence.length).trim().toLowerCase().split(' ');
      found.push({ from, to, word });
    }
    at = text.indexOf(fence, to);
  }
  return found;
}

/** `regions` without the inside of `holes` (both in order of position). */
export function withoutRanges(
  regions: readonly TextRange[],
  holes: readonly TextRange[],
): readonly TextRange[] {
  const left: TextRange[] = [];
  let next = 0;
  for (const region of regions) {
    let from = region.from;
    while (next < holes.length && holes[next].to <= region.from) next++;
    for (; next < holes.length && holes[next].from < region.to; next++) {
      left.push({ from, to: Math.max(from, holes[next].from) });
      from = Math.min(region.to, holes[next].to);
    }
    left.push({ from, to: region.to });
  }
  return left;
}
