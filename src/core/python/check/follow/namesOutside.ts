import { customaryNames } from '../../torch/library/customaryNames';
import type { Value } from '../values/value';

/** What a name means that the file does not bind: a module by convention, or something built in. */
export function nameOutside(name: string): Value {
  return {
    type: 'extern',
    path: Object.hasOwn(customaryNames, name) ? customaryNames[name] : `builtins.${name}`,
  };
}
