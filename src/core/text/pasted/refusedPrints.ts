import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import { bracketEnds, quoted } from '../characters/tokens';

/** Sparse tensors: their prints hold indices and values, but not the tensor. */
export function refusedPrints(text: string): readonly Problem[] {
  return callsOf(text, /\btensor\((?:crow_|ccol_)?indices=/g).map(({ from, to }) => {
    const message = l10n.t('expected a dense tensor, got a sparse one: print x.to_dense()');
    return { code: 'unsupported-operation', message, from, to };
  });
}

/** `torch.Size([2, 3])`, which comments and prints are full of: a problem where there is nothing else to read. */
export function shapesIn(text: string): readonly Problem[] {
  return callsOf(text, /\btorch\.Size\(/g).map(({ from, to }) => {
    const message = l10n.t(
      'expected the values of a tensor, got {0}, which is a shape',
      quoted(text, from, to),
    );
    return { code: 'unsupported-operation', message, from, to };
  });
}

/** A text that is an empty list, such as `y = []`. */
export function emptyLists(text: string): readonly Problem[] {
  const written = text.trim();
  if (!/^(?:[\w.]+ ?[=:] ?)?\[[[\], ]*\],?$/.test(written)) return [];
  const from = text.indexOf('[');
  const message = l10n.t('nothing to evaluate: the list is empty');
  return [{ code: 'empty', message, from, to: text.lastIndexOf(']') + 1 }];
}

/** Calls that start like this, but for those inside of one another; one that is never closed reaches to the end. */
function callsOf(text: string, opening: RegExp): readonly { from: number; to: number }[] {
  const matches = [...text.matchAll(opening)];
  const ends = matches.length > 0 ? bracketEnds(text) : null;
  const calls: { from: number; to: number }[] = [];
  for (const { index } of matches) {
    if (index < (calls.at(-1)?.to ?? 0)) continue;
    calls.push({ from: index, to: ends?.[text.indexOf('(', index)] || text.length });
  }
  return calls;
}
