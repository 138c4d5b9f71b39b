import * as l10n from '../../../l10n';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { NotEvaluated, PythonError, typeError } from '../../values/pythonError';
import { type Args, Callable, ModuleInstance, ModuleValue, type Value } from '../../values/values';
import { assignAttribute } from '../statements/assignTo';
import type { BuiltinHost } from './builtinHost';

/** The built-in functions that look at attributes. */
export function attributeBuiltins(host: BuiltinHost): Readonly<Record<string, (args: Args) => Value>> {
  return {
    getattr: ({ positional: [object = null, name = null, otherwise] }) => {
      if (typeof name !== 'string') throw typeError("attribute name must be string, not 'object'");
      const found = attribute(host, object, name);
      if (found !== undefined) return found;
      if (otherwise !== undefined) return otherwise;
      return host.attribute(object, name);
    },
    hasattr: ({ positional: [object = null, name = null] }) => {
      if (typeof name !== 'string') throw typeError("attribute name must be string, not 'object'");
      try {
        return attribute(host, object, name) !== undefined;
      } catch (error) {
        // What is not evaluated may well be there: modules and tensors are asked for their names alone.
        const isListed = object instanceof ModuleValue || object instanceof TorchTensor;
        if (error instanceof NotEvaluated && !error.isConsequence && isListed && !name.startsWith('_'))
          return true;
        throw error;
      }
    },
    setattr: ({ positional: [object = null, name = null, value = null] }) => {
      if (typeof name !== 'string') throw typeError("attribute name must be string, not 'object'");
      assignAttribute(object, name, value);
      return null;
    },
    callable: ({ positional: [object = null] }) => {
      if (object instanceof Callable || object instanceof ModuleInstance) return true;
      if (object !== null && typeof object === 'object' && object.code)
        throw new NotEvaluated(l10n.t('{0}(…) of this', 'callable'));
      return false;
    },
  };
}

/** Undefined where Python says that there is none. */
function attribute(host: BuiltinHost, object: Value, name: string): Value | undefined {
  try {
    return host.attribute(object, name);
  } catch (error) {
    if (error instanceof PythonError && error.type === 'AttributeError') return undefined;
    throw error;
  }
}
