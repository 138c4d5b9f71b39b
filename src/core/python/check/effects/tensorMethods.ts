import { elementwiseWords, floatCasts, integerCasts, keepingWords, reducingWords } from './kinds';

/** Names of methods that hardly anything but a tensor has, so that what they are called on is taken for one. */
const others = new Set(
  (
    'softmax log_softmax sigmoid sigmoid_ log log_ exp exp_ view reshape flatten unsqueeze unsqueeze_ squeeze squeeze_ permute transpose t ' +
    'swapaxes movedim argmax argmin argsort topk clamp clamp_ clip clamp_min view_as reshape_as expand expand_as repeat ' +
    'scatter_ scatter matmul mm bmm backward div add mul sub div_ mul_ add_ sub_ new_zeros gather index_select masked_select mv ' +
    'softmin logsumexp chunk split unbind narrow select roll flip'
  ).split(' '),
);

const tooCommon = new Set(
  'type to mean sum sort max min apply checkpoint unwrap as_tensor pad numpy'.split(' '),
);

/** True when a call of `.name(…)` on something unknown is taken for a method of a tensor. */
export function isTensorMethod(name: string): boolean {
  if (tooCommon.has(name)) return false;
  return (
    others.has(name) ||
    keepingWords.has(name) ||
    integerCasts.has(name) ||
    floatCasts.has(name) ||
    elementwiseWords.has(name) ||
    reducingWords.has(name)
  );
}
