import * as l10n from '../../../l10n';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { Counter, DefaultDict, OrderedDict } from '../../values/dictionaries';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, PyDict, type Value } from '../../values/values';
import { itemsOf } from '../expressions/iterate';
import { countInto } from '../expressions/objectMethods';

/** The dictionaries of `collections`, by their full names. */
export function collections(context: TorchContext): Readonly<Record<string, (args: Args) => Value>> {
  return {
    'collections.Counter': ({ positional: [values], named }) => {
      if (named.size > 0) throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'Counter'));
      const counter = new Counter();
      if (values !== undefined) countInto(context, counter, values);
      return counter;
    },
    'collections.OrderedDict': (args) => filled(context, new OrderedDict(), args),
    'collections.defaultdict': ({ positional: [factory = null, ...rest], named }) => {
      if (factory !== null && !(factory instanceof Callable))
        throw new NotEvaluated(l10n.t('{0}(…) with these arguments', 'defaultdict'));
      return filled(context, new DefaultDict(factory), { positional: rest, named });
    },
  };
}

function filled(context: TorchContext, dict: PyDict, { positional: [values], named }: Args): PyDict {
  if (values instanceof PyDict) for (const [key, value] of values.entries) dict.set(key, value);
  else if (values !== undefined) {
    for (const pair of itemsOf(context, values)) {
      const [key, value, ...rest] = itemsOf(context, pair);
      if (value === undefined || rest.length > 0) throw new NotEvaluated(l10n.t('dict(…) of this'));
      dict.set(key, value);
    }
  }
  for (const [key, value] of named) dict.set(key, value);
  return dict;
}
