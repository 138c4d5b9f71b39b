import type { Replacement } from '../../syntax/ast';
import { reprOf, strOf } from '../../torch/tensor/repr';
import type { Scope } from '../scope';
import type { Evaluator } from './evaluator';
import { formatOne } from './formatting';

/** `f'{value!r:>{width}}'` */
export function formattedString(
  evaluator: Evaluator,
  parts: readonly (string | Replacement)[],
  scope: Scope,
): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = evaluator.evaluate(part.value, scope);
      const spec = formattedString(evaluator, part.spec, scope);
      const conversion = part.conversion || (part.label !== '' && spec === '' ? 'r' : '');
      const converted = conversion === 'r' ? reprOf(value) : conversion === 's' ? strOf(value) : value;
      return part.label + formatOne(converted, spec);
    })
    .join('');
}
