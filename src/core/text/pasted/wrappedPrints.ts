import type { DType } from '../../tensor/dtype';
import { dtypeOf } from '../expression/dtypeNames';
import { blanks, type Dialect, type Translation } from './dialect';

/** Prints that say things of a tensor in front of its values, where the reader would take them for values. */
const openings = /<tf\.(?:Tensor|Variable)|\bTensor\(shape=/g;

/** What comes last in front of the values. */
const lastWords = { '<': /numpy=/, T: /stop_gradient=\w+,/ } as const;

/** Longest description between the two. Unit: UTF-16 code units. */
const longestDescription = 240;

/** TensorFlow's `<tf.Tensor: shape=(2,), dtype=float32, numpy=array(…)>` and Paddle's `Tensor(shape=[2], …)`. */
export const wrappedPrints: Dialect = {
  translate(text) {
    const found: Translation[] = [];
    for (const match of text.matchAll(openings)) {
      const from = match.index;
      const start = openingAt(text, from, match[0]);
      if (start === null || from < (found.at(-1)?.to ?? 0)) continue;
      const to = from + start.length;
      const name = /dtype=(?:paddle\.)?(\w+)/.exec(start)?.[1];
      const dtype: DType | null = name ? dtypeOf(name) : null;
      const next = text.indexOf(start[0] === '<' ? '>' : ')', to);
      const end = next < 0 ? to : next + 1;
      const rest = text.slice(to, end);
      found.push({ from, to: end, text: blanks(start) + (next < 0 ? rest : withoutEnd(rest)), dtype });
    }
    return found;
  },
};

/** What stands in front of the values, on one line; null where no values follow. */
function openingAt(text: string, from: number, mark: string): string | null {
  const words = lastWords[mark[0] === '<' ? '<' : 'T'];
  const [line] = text.slice(from, from + mark.length + longestDescription).split('\n', 1);
  const last = words.exec(line.slice(mark.length));
  return last ? line.slice(0, mark.length + last.index + last[0].length) : null;
}

function withoutEnd(rest: string): string {
  return rest.endsWith('>') || !rest.includes('array(') ? `${rest.slice(0, -1)} ` : rest;
}
