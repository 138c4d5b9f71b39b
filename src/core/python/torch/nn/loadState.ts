import { castTensor } from '../../../tensor/castTensor';
import { isSameShape } from '../../../tensor/shape';
import { NamedText } from '../../values/namedText';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import type { PyDict, Value } from '../../values/values';
import { overwrite } from '../kernels/overwrite';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';
import { withoutGrad } from '../tensor/withoutGrad';
import { type Module, stateOf } from './moduleTree';

/** `module.load_state_dict(state)`: copies the tensors into those of the same names, which must all be there. */
export function loadState(
  context: TorchContext,
  module: Module,
  state: PyDict,
  isStrict: boolean,
): NamedText {
  const own = new Map(stateOf(module));
  const given = new Map(state.entries.map(([key, value]) => [key, tensorOf(value)]));
  const missing = [...own.keys()].filter((key) => !given.has(key));
  const unexpected = [...given.keys()].filter((key) => typeof key !== 'string' || !own.has(key));
  const errors = isStrict ? [...listed('Missing', missing), ...listed('Unexpected', unexpected)] : [];
  for (const [key, target] of own) {
    const source = given.get(key);
    if (source === undefined) continue;
    if (isSameShape(source.shape, target.shape)) {
      const { data } = castTensor(source.dense(), target.dtype);
      withoutGrad(context, () => overwrite(context, target, () => data));
    } else errors.push(sizeMismatch(key, source, target));
  }
  if (errors.length > 0) {
    const lines = errors.map((line) => `\n\t${line}`).join('');
    throw runtimeError(`Error(s) in loading state_dict for ${module.typeName}:${lines}`);
  }
  if (missing.length + unexpected.length > 0) throw new NotEvaluated('load_state_dict(strict=False)');
  return new NamedText('_IncompatibleKeys', '<All keys matched successfully>');
}

function tensorOf(value: Value): TorchTensor {
  if (value instanceof TorchTensor && value.library === 'torch') return value;
  throw new NotEvaluated('load_state_dict(…)');
}

function listed(what: string, keys: readonly Value[]): readonly string[] {
  return keys.length === 0
    ? []
    : [`${what} key(s) in state_dict: ${keys.map((key) => `"${String(key)}"`).join(', ')}. `];
}

function sizeMismatch(name: string, source: TorchTensor, target: TorchTensor): string {
  const [from, to] = [source, target].map(({ shape }) => `torch.Size([${shape.join(', ')}])`);
  return `size mismatch for ${name}: copying a param with shape ${from} from checkpoint, the shape in current model is ${to}.`;
}
