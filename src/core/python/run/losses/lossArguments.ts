import type { Call, CallArgument, Expression } from '../../syntax/ast';
import { lossOptionNames } from '../../torch/tensor/lossInputs';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import type { NotEvaluated } from '../../values/pythonError';
import {
  type Args,
  Callable,
  ModuleInstance,
  ModuleValue,
  PyDict,
  Unknown,
  type Value,
} from '../../values/values';
import type { CalledLoss } from './calledLoss';

/** Arguments of a loss, of which some may be what they were before a statement that is not evaluated. */
export interface LossArguments {
  readonly args: Args;
  readonly assumptions: readonly Unknown[];
  /** Why the loss has no value; null when input and target are known. */
  readonly obstacle: NotEvaluated | null;
}

/** What reading the arguments of a loss needs from the evaluator. */
export interface LossArgumentReader {
  /** Every argument; `otherwise` gives the value of one that is not evaluated, or throws. */
  arguments(node: Call, otherwise: (argument: CallArgument, error: NotEvaluated) => Value | Args): Args;
  /** The value of an expression with every name as it was before it became unknown; null where that tells nothing. */
  assume(node: Expression): { readonly value: Value; readonly unknowns: readonly Unknown[] } | null;
}

/**
 * The arguments of a call of a loss, or of its class, which are options alone. Input and target that are not known are
 * taken as they were before; an option that is not known is `Unknown`.
 */
export function lossArguments(
  node: Call,
  { isClass }: CalledLoss,
  reader: LossArgumentReader,
): LossArguments {
  const assumptions: Unknown[] = [];
  let obstacle: NotEvaluated | null = null;
  const args = reader.arguments(node, (argument, error) => {
    const isOption = isClass || !isTensorArgument(node, argument);
    if (isOption && argument.stars === 0) return new Unknown(null, argument);
    const before = reader.assume(argument.value);
    if (before) {
      obstacle ??= error;
      assumptions.push(...before.unknowns);
      if (argument.stars === 0 && before.value instanceof TorchTensor) return before.value;
      if (before.value instanceof PyDict) return { positional: [], named: namedOf(before.value) };
    }
    if (!isOption) throw error;
    return { positional: [], named: new Map(unknownOptions(node, argument)) };
  });
  return { args, assumptions, obstacle };
}

/** True when input or target is not written beside a `**batch`. */
function mayHoldTensors({ args }: Call): boolean {
  const isWritten = ({ name, stars }: CallArgument) =>
    stars < 2 && (name === null || name === 'input' || name === 'target');
  return args.filter(isWritten).length < 2 && !args.some(({ stars }) => stars === 1);
}

/** `**cfg` may say anything of what is not written beside it. */
function unknownOptions(node: Call, argument: CallArgument): readonly (readonly [string, Unknown])[] {
  const isWritten = (option: string) => node.args.some(({ name }) => name === option);
  return lossOptionNames
    .filter((option) => !isWritten(option))
    .map((option) => [option, new Unknown(null, argument)] as const);
}

function namedOf({ entries }: PyDict): ReadonlyMap<string, Value> {
  return new Map(entries.map(([key, value]) => [String(key), value]));
}

/** False for what follows input and target. */
function isTensorArgument(node: Call, argument: CallArgument): boolean {
  if (argument.stars === 2) return mayHoldTensors(node);
  if (argument.stars === 1 || argument.name === 'input' || argument.name === 'target') return true;
  const position = node.args.filter(({ name }) => name === null).indexOf(argument);
  return position === 0 || position === 1;
}

/** Functions of Python that do more than give a value. */
const writers = /^(print|input|next|setattr|delattr|map|filter|exec|eval|iter|globals|locals|vars)$/;

/** False when a call may write into something: a function of the program, a method in place, `out=`. */
export function isPure({ args }: Call, callee: Value, object: Value | undefined): boolean {
  if (args.some(({ name }) => name === 'out' || name === 'inplace')) return false;
  if (callee instanceof ModuleInstance) return true;
  if (!(callee instanceof Callable) || callee.typeName === 'function') return false;
  const isOfTensor = object === undefined || object instanceof TorchTensor || object instanceof ModuleValue;
  return (
    isOfTensor && !/[^_]_$/.test(callee.name) && !writers.test(callee.name) && callee.name !== 'backward'
  );
}
