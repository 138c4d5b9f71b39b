import * as v from 'valibot';
import type { EvaluateOptions, Reduction, Role } from '../core';
import { byIndex, finite, integer, maybe, nullOr, objectOf, type Schema, whole, wordOf } from './schema';
import { dtype, tensor, tensorEdit } from './tensor';

export const role = wordOf<Role>({ input: true, target: true, weight: true, other: true });

const reduction = wordOf<Reduction>({ none: true, mean: true, sum: true });

const temperature: Schema<number> = v.pipe(
  finite,
  v.check((value) => value > 0),
);

/** What a user has set. Indices of literals are whole numbers; that there is such a literal is not checked. */
export const evaluateOptions: Schema<EvaluateOptions> = objectOf<EvaluateOptions>()({
  pair: maybe(whole),
  roles: maybe(byIndex(role)),
  reduction: maybe(reduction),
  ignoreIndex: maybe(integer),
  labelSmoothing: maybe(finite),
  weight: maybe(nullOr(tensor)),
  target: maybe(tensor),
  dtype: maybe(dtype),
  edits: maybe(byIndex(tensorEdit)),
  temperature: maybe(temperature),
  classSource: maybe(nullOr(whole)),
});
