import type { GradSource, TensorValue } from './tensorValue';

/** The literals that tensors come from, when none of them is known to require grad. */
export function sourcesOf(tensors: readonly TensorValue[]): readonly GradSource[] | null {
  const sources: GradSource[] = [];
  for (const { gradFree } of tensors) {
    if (gradFree === null) return null;
    sources.push(...gradFree);
  }
  return [...new Set(sources)];
}
