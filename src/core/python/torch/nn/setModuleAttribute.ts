import { scalarTypeName } from '../../../tensor/dtypeNames';
import { typeError } from '../../values/pythonError';
import { typeNameOf, type Value } from '../../values/values';
import { TorchTensor } from '../tensor/torchTensor';
import { isModule, isParameter, type Module } from './moduleTree';

/** `module.name = value`: what is a parameter or a module stays one. */
export function setModuleAttribute(module: Module, name: string, value: Value): void {
  const before = module.attributes.get(name) ?? null;
  if (isParameter(before) && value !== null && !isParameter(value))
    throw typeError(
      `cannot assign '${nameOf(value)}' as parameter '${name}' (torch.nn.Parameter or None expected)`,
    );
  if (isModule(before) && value !== null && !isModule(value))
    throw typeError(
      `cannot assign '${nameOf(value)}' as child module '${name}' (torch.nn.Module or None expected)`,
    );
  module.attributes.set(name, value);
}

function nameOf(value: Value): string {
  if (value instanceof TorchTensor && value.library === 'torch')
    return `torch.${scalarTypeName(value.dtype)}Tensor`;
  return typeNameOf(value);
}
