import type { Value } from '../values/value';

/** Names that a text uses without importing them, as people write them in snippets. */
const conventional: Readonly<Record<string, string>> = {
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  np: 'numpy',
};

/** What a name means that the file does not bind: a module by convention, or something built in. */
export function nameOutside(name: string): Value {
  return {
    type: 'extern',
    path: Object.hasOwn(conventional, name) ? conventional[name] : `builtins.${name}`,
  };
}
