import type { Evaluation } from '../../core';

/** A class by its index, with its name where one is known: `2 owl`. */
export function classLabel({ classNames }: Pick<Evaluation, 'classNames'>, klass: number): string {
  const name = classNames?.[klass];
  return name ? `${klass} ${name}` : String(klass);
}
