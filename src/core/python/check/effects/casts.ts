import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { tensorTypes, torchDType } from '../../../tensor/dtypeNames';
import type { Casts } from '../../torch/effect';
import { factsOf, type TensorKind, type TensorValue, tensor } from '../values/tensorValue';
import type { GivenArgument, Value } from '../values/value';
import type { Applied } from './applied';

/** The same values, which some calls ask for gradients: `Variable(x, requires_grad=True)`. */
export function kept({ run, x, given }: Applied): TensorValue {
  if (given.has('requires_grad')) run.report.requireGrad(x);
  return x;
}

/** Keeps the values where the dtype can hold them. */
export function cast(applied: Applied, { dtype: fixed }: Casts): TensorValue {
  const x = kept(applied);
  const dtype = fixed ?? writtenDType(applied);
  if (dtype === 'unknown') return { ...x, dtype: null };
  if (dtype === null) return x;
  const isKept = dtype === 'float' || integerKinds.has(x.kind);
  return isKept ? { ...x, dtype } : tensor({ ...factsOf(x), dtype });
}

/** Kinds that stay what they are as integers. */
const integerKinds: ReadonlySet<TensorKind> = new Set([
  'indices',
  'oneHot',
  'looksOneHot',
  'loss',
  'decisions',
]);

/** The family of the dtype that the arguments say; null when they say none. */
function writtenDType({ given }: Applied): 'float' | 'int' | 'unknown' | null {
  const other = given.get('other')?.value;
  if (other) return familyOfTensor(other);
  for (const { value } of given.others('input')) {
    if (value.type === 'tensor') return familyOfTensor(value);
    if (value.type === 'unknown' && value.symbol?.endsWith('.dtype')) return 'unknown';
    const family = familyOf(value);
    if (family) return family;
  }
  return null;
}

function familyOfTensor(value: Value): 'float' | 'int' | 'unknown' {
  return value.type === 'tensor' && value.dtype !== null ? value.dtype : 'unknown';
}

/** The family of the dtype that a value is, as `torch.long`, `float` or `'torch.LongTensor'`. */
export function familyOf(value: Value): 'float' | 'int' | null {
  const written = value.type === 'extern' ? value.path : value.type === 'constant' ? String(value.value) : '';
  const name = written.split('.').at(-1) ?? '';
  return familyOfDType(torchDType(name) ?? tensorTypes.get(name) ?? null);
}

export function familyOfDType(dtype: DType | null): 'float' | 'int' | null {
  if (dtype === null || dtype === 'bool') return null;
  return isFloatingPoint(dtype) ? 'float' : 'int';
}

/** The family that `dtype=` says; null when it says none. */
export function familyGiven(argument: GivenArgument | undefined): 'float' | 'int' | null {
  return argument?.value.type === 'extern' ? familyOf(argument.value) : null;
}
