import type { DType } from '../../tensor/dtype';
import { dtypeOf } from '../dtypeNames';
import { blanks, type Dialect, type Translation } from './dialect';

/** Prints that say things of a tensor in front of its values, where the reader would take them for values. */
const openings =
  /<tf\.(?:Tensor|Variable)[^\n]{0,200}?numpy=|\bTensor\(shape=[^\n]{0,200}?stop_gradient=\w+,/g;

/** TensorFlow's `<tf.Tensor: shape=(2,), dtype=float32, numpy=array(…)>` and Paddle's `Tensor(shape=[2], …)`. */
export const wrappedPrints: Dialect = {
  translate(text) {
    return [...text.matchAll(openings)].map((match): Translation => {
      const from = match.index;
      const to = from + match[0].length;
      const name = /dtype=(?:paddle\.)?(\w+)/.exec(match[0])?.[1];
      const dtype: DType | null = name ? dtypeOf(name) : null;
      const next = text.indexOf(match[0][0] === '<' ? '>' : ')', to);
      const end = next < 0 ? to : next + 1;
      const rest = text.slice(to, end);
      return { from, to: end, text: blanks(match[0]) + (next < 0 ? rest : withoutEnd(rest)), dtype };
    });
  },
};

function withoutEnd(rest: string): string {
  return rest.endsWith('>') || !rest.includes('array(') ? `${rest.slice(0, -1)} ` : rest;
}
