import * as l10n from '../../../l10n';
import { type DType, isFloatingPoint } from '../../../tensor/dtype';
import { tensorTypes } from '../../../tensor/dtypeNames';
import { NotEvaluated, typeError } from '../../values/pythonError';
import { listOfRange, PyRange, PyTuple, typeNameOf, type Value } from '../../values/values';
import type { Creates } from '../effect';
import { type Operation, operation } from '../operation';
import { refused } from '../refused';
import { full, tensorFromList, unset } from '../tensor/create';
import { TorchTensor } from '../tensor/torchTensor';

function effectOf(dtype: DType): Creates {
  const family = isFloatingPoint(dtype) ? 'float' : dtype === 'bool' ? null : 'int';
  return { does: 'creates', from: 'typed-data', values: 'written', dtype: family };
}

/** The constructors of old: `torch.FloatTensor([…])`, which know no keywords. */
function typedTensor(name: string, dtype: DType): Operation {
  return operation(name, 'torch', '*data, *, requires_grad=, dtype=', effectOf(dtype), (context, args) => {
    const keywords = ['requires_grad', 'dtype'].filter((keyword) => args.get(keyword) !== undefined);
    if (keywords.length > 1) throw refused(name);
    const [unknown] = keywords;
    const given = args.get('data') ?? null;
    if (unknown) throw typeError(noKeywords(given, unknown, args.get(unknown) ?? null));
    if (given === null || (given instanceof PyTuple && given.items.length === 0)) return full([0], 0, dtype);
    if (given instanceof PyTuple && given.items.every((item) => typeof item === 'bigint') && args.isSpread) {
      const shape = given.items.map(Number);
      return unset(shape, dtype, {
        library: 'torch',
        why: l10n.t('{0}({1}), whose values are not set', name, shape.join(', ')),
      });
    }
    const value =
      given instanceof PyTuple && given.items.length === 1 && args.isSpread ? given.items[0] : given;
    if (typeof value === 'string') throw typeError("new(): invalid data type 'str'");
    if (typeof value === 'number') throw typeError('new(): data must be a sequence (got float)');
    if (value instanceof TorchTensor) {
      if (value.dtype !== dtype) throw new NotEvaluated(l10n.t('{0}(…) of a tensor of another dtype', name));
      context.charge(value.numel);
      return TorchTensor.of(value.dense());
    }
    const made = tensorFromList(value instanceof PyRange ? listOfRange(value) : value, dtype);
    context.charge(made.numel);
    return made;
  });
}

function noKeywords(given: Value, keyword: string, value: Value): string {
  const first = given instanceof PyTuple && given.items.length === 1 ? given.items[0] : given;
  return [
    `new() received an invalid combination of arguments - got (${typeNameOf(first)}, ${keyword}=${typeNameOf(value)}), but expected one of:`,
    ' * (*, torch.device device = None)',
    `      didn't match because some of the keywords were incorrect: ${keyword}`,
    ' * (torch.Storage storage)',
    ' * (Tensor other)',
    ' * (tuple of ints size, *, torch.device device = None)',
    ' * (object data, *, torch.device device = None)',
    '',
  ].join('\n');
}

export const typedTensorOperations: readonly Operation[] = [
  typedTensor('Tensor', 'float32'),
  ...[...tensorTypes].map(([name, dtype]) => typedTensor(name, dtype)),
  ...[...tensorTypes].map(([name, dtype]) => operation(name, 'cuda', '*data', effectOf(dtype))),
];
