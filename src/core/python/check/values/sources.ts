import { alternativesOf } from './choice';
import type { GradSource, TensorValue } from './tensorValue';
import type { Single, Value } from './value';

/** The literals that tensors come from, when none of them is known to require grad. */
export function sourcesOf(tensors: readonly TensorValue[]): readonly GradSource[] | null {
  const sources: GradSource[] = [];
  for (const { gradFree } of tensors) {
    if (gradFree === null) return null;
    sources.push(...gradFree);
  }
  return [...new Set(sources)];
}

/** The same for values of any kind: None and numbers have no gradient, what is not known may have one. */
export function sourcesOfAll(values: readonly Value[]): readonly GradSource[] | null {
  const singles = values.flatMap(singlesIn);
  const tensors = singles.flatMap((one) => (one.type === 'tensor' ? [one] : []));
  const areKnown = singles.every(({ type }) => type === 'tensor' || type === 'constant');
  return areKnown ? sourcesOf(tensors) : null;
}

/** The values that one may be; of a tuple, those of its items. */
function singlesIn(value: Value): readonly Single[] {
  return alternativesOf(value).flatMap(({ value: single }) =>
    single.type === 'tuple' && single.rest === null ? single.items.flatMap(singlesIn) : [single],
  );
}
