import * as l10n from '../../../l10n';
import { numpyRepr, numpyScalarRepr, numpyStr } from '../../../tensor/print/numpyRepr';
import { torchRepr } from '../../../tensor/print/torchRepr';
import { pythonFloat } from '../../format/pythonFloat';
import { pythonString } from '../../format/pythonString';
import { Counter, DefaultDict, DictView, OrderedDict } from '../../values/dictionaries';
import { PySet } from '../../values/iterables';
import { NamedText } from '../../values/namedText';
import { NativeObject } from '../../values/nativeObject';
import { PyInstance } from '../../values/objects';
import { NotEvaluated } from '../../values/pythonError';
import {
  Callable,
  DeviceValue,
  DTypeValue,
  Ellipsis,
  ExceptionValue,
  ModuleInstance,
  NamedTuple,
  notKnown,
  PyDict,
  PyList,
  PyObject,
  PyRange,
  PyTuple,
  TorchSize,
  type Value,
} from '../../values/values';
import { moduleText } from '../nn/moduleText';
import { TorchTensor } from './torchTensor';

/** Longest list that is written out. */
const maxItems = 10_000;

/** Lists nested deeper, as those that contain themselves, are not written. */
const deepest = 100;

/** `repr(value)`. */
export function reprOf(value: Value, depth = 0): string {
  if (depth > deepest) throw new NotEvaluated(l10n.t('printing a list nested this deeply'));
  if (value === null) return 'None';
  if (value instanceof PyObject && value.isUnknown) throw notKnown();
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return pythonFloat(value);
  if (typeof value === 'string') return pythonString(value);
  if (value instanceof TorchTensor) return tensorRepr(value);
  if (value instanceof TorchSize)
    return `torch.Size([${value.items.map((item) => reprOf(item)).join(', ')}])`;
  if (value instanceof NamedTuple) {
    const fields = value.fields.map((field, i) => `${field}=${reprOf(value.items[i], depth + 1)}`);
    return `${value.typeName}(\n${fields.join(',\n')})`;
  }
  if (value instanceof DictView) return `${value.typeName}([${itemsOf(value.items, depth)}])`;
  if (value instanceof PyTuple) {
    return value.items.length === 1
      ? `(${reprOf(value.items[0], depth + 1)},)`
      : `(${itemsOf(value.items, depth)})`;
  }
  if (value instanceof PyList) return `[${itemsOf(value.items, depth)}]`;
  if (value instanceof PySet) return setRepr(value, depth);
  if (value instanceof PyInstance || value instanceof ModuleInstance) return instanceRepr(value);
  if (value instanceof OrderedDict)
    return value.size === 0 ? 'OrderedDict()' : `OrderedDict([${pairsOf(value, depth)}])`;
  if (value instanceof PyDict) return dictRepr(value, depth);
  if (value instanceof DTypeValue) {
    return value.library === 'torch' ? `torch.${value.dtype}` : `dtype('${value.dtype}')`;
  }
  if (value instanceof DeviceValue) return "device(type='cpu')";
  if (value instanceof NamedText) return value.text;
  if (value instanceof NativeObject && value.text !== null) return value.text;
  if (value instanceof Ellipsis) return 'Ellipsis';
  if (value instanceof PyRange) {
    const step = value.step === 1n ? '' : `, ${value.step}`;
    return `range(${value.start}, ${value.stop}${step})`;
  }
  if (value instanceof ExceptionValue)
    return `${value.typeName}(${value.message === '' ? '' : pythonString(value.message)})`;
  if (value instanceof Callable && value.isType) return `<class '${value.name}'>`;
  throw new NotEvaluated(l10n.t('printing this {0}', value.typeName));
}

/** What the class of the snippet says, else what every module does. */
function instanceRepr(value: PyInstance | ModuleInstance): string {
  const written = value instanceof PyInstance ? spoken(value, '__repr__') : null;
  if (written !== null) return written;
  if (value instanceof ModuleInstance || value.type.isModule) return moduleText(value);
  throw new NotEvaluated(l10n.t('printing this {0}', value.typeName));
}

/** What a method of the snippet's class gives that has no arguments; null where there is none. */
function spoken(object: PyInstance, name: string): string | null {
  const method = object.type.find(name);
  if (!(method instanceof Callable)) return null;
  const text = method.call({ positional: [object], named: new Map() });
  if (typeof text === 'string') return text;
  throw new NotEvaluated(`${name}(…)`);
}

function pairsOf(dict: PyDict, depth: number): string {
  return itemsOf(
    dict.entries.map((entry) => new PyTuple(entry)),
    depth,
  );
}

function dictRepr(dict: PyDict, depth: number): string {
  const entries = dict instanceof Counter ? dict.mostCommon : dict.entries;
  const text = entries.map(([key, item]) => `${reprOf(key, depth + 1)}: ${reprOf(item, depth + 1)}`);
  const plain = `{${text.join(', ')}}`;
  if (dict instanceof Counter) return dict.size === 0 ? 'Counter()' : `Counter(${plain})`;
  return dict instanceof DefaultDict ? `defaultdict(${reprOf(dict.factory)}, ${plain})` : plain;
}

function setRepr(set: PySet, depth: number): string {
  const isFrozen = set.typeName === 'frozenset';
  if (set.size === 0) return `${set.typeName}()`;
  const items = `{${itemsOf(set.ordered, depth)}}`;
  return isFrozen ? `frozenset(${items})` : items;
}

function itemsOf(items: readonly Value[], depth: number): string {
  if (items.length > maxItems) throw new NotEvaluated(l10n.t('printing a list of this length'));
  return items.map((item) => reprOf(item, depth + 1)).join(', ');
}

/** `str(value)`. */
export function strOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof ExceptionValue) return value.message;
  if (value instanceof PyInstance && !value.isUnknown) return spoken(value, '__str__') ?? reprOf(value);
  if (value instanceof TorchTensor && value.library === 'numpy') {
    return value.dimCount === 0 ? scalarText(value) : numpyStr(value.dense());
  }
  if (value instanceof DTypeValue && value.library === 'numpy') return value.dtype;
  if (value instanceof DeviceValue) return 'cpu';
  return reprOf(value);
}

/** A scalar of NumPy as `str` gives it: the number alone. */
function scalarText(value: TorchTensor): string {
  return numpyScalarRepr(value.dense()).replace(/^np\.(?:\w+\((.*)\)|(True|False)_?)$/, '$1$2');
}

function tensorRepr(tensor: TorchTensor): string {
  if (tensor.library === 'numpy') {
    return tensor.dimCount === 0 ? numpyScalarRepr(tensor.dense()) : numpyRepr(tensor.dense());
  }
  const { requiresGrad, node, isParameter } = tensor;
  return torchRepr(tensor.dense(), { requiresGrad, gradFn: node?.name ?? null, isParameter });
}
