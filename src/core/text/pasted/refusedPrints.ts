import type { Problem } from '../../problem';
import { quoted, skipBalanced } from '../tokens';

const kinds: readonly { readonly opening: RegExp; readonly says: (what: string) => string }[] = [
  {
    opening: /\btensor\((?:crow_|ccol_)?indices=/g,
    says: () => 'expected a dense tensor, got a sparse one: print x.to_dense()',
  },
  {
    opening: /\btorch\.Size\(/g,
    says: (what) => `expected the values of a tensor, got ${what}, which is a shape`,
  },
];

/** Prints that hold numbers but no values of a tensor: sparse tensors and shapes. */
export function refusedPrints(text: string): readonly Problem[] {
  return kinds.flatMap(({ opening, says }) =>
    [...text.matchAll(opening)].map((match): Problem => {
      const from = match.index;
      const to = skipBalanced(text, text.indexOf('(', from), text.length);
      return { code: 'unsupported-operation', message: says(quoted(text, from, to)), from, to };
    }),
  );
}
