import type { EvaluatedTensor } from '../../diagnosis/evaluatedPair';
import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import { formatShape } from '../../tensor/format';
import { type EmptyArray, emptyArrays } from '../../text/emptyArrays';
import { roleOfName } from '../../text/roleNames';
import type { TextRange } from '../../textRange';

/** An empty list in the place of an input or a target; of either where nothing tells. */
export interface EmptyPart extends EmptyArray {
  readonly role: 'input' | 'target' | null;
}

/** More of them are no input or target of anything: the text collects values in lists. */
const mostParts = 100;

/**
 * The empty lists of a text that are its inputs and targets by their names, or by themselves in a text without words.
 * One whose name comes again is none: the text may fill it.
 */
export function emptyParts(text: string): readonly EmptyPart[] {
  const parts = emptyArrays(text).flatMap((array): readonly EmptyPart[] => {
    const role = roleOfName(array.name);
    return role === 'weight' || (role === null && array.name !== null) ? [] : [{ ...array, role }];
  });
  if (parts.length > mostParts) return [];
  return parts.filter((part) =>
    part.name === null ? !/\p{L}/u.test(text) : !isUsed(text, part.name, part.from),
  );
}

/** True when a name stands anywhere but where the list at `from` is given to it, and as the key of other objects. */
function isUsed(text: string, name: string, from: number): boolean {
  const own = text.lastIndexOf(name, from);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const to = at + name.length;
    const isPart = /[\p{L}\p{N}_]/u.test(`${text[at - 1] ?? ''}${text[to] ?? ''}`);
    if (at !== own && !isPart && !/^["']\s*:/.test(text.slice(to, to + 10))) return true;
  }
  return false;
}

/** What is empty of a pair: the given tensors without elements, and the lists in the place of what is `missing`. */
export function emptyProblems(
  parts: readonly EmptyPart[],
  missing: EmptyPart['role'],
  given: readonly EvaluatedTensor[],
): readonly Problem[] {
  return [
    ...given
      .filter(({ tensor }) => tensor.data.length === 0)
      .map(({ name, tensor, ...range }) => emptyProblem(name, tensor.shape, range)),
    ...parts
      .filter(({ role }) => missing !== null && (role === missing || role === null))
      .map(({ name, shape, ...range }) => emptyProblem(name, shape, range)),
  ];
}

function emptyProblem(name: string | null, dims: readonly number[], { from, to }: TextRange): Problem {
  const shape = formatShape(dims);
  const message =
    name === null
      ? l10n.t('nothing to evaluate: the tensor is empty, of shape {0}', shape)
      : l10n.t('nothing to evaluate: {0} is empty, of shape {1}', name, shape);
  return { code: 'empty', message, from, to };
}
