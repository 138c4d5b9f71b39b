import * as l10n from '../../../../l10n';
import { checkReduction } from '../../../../loss/checkReduction';
import { NotEvaluated, PythonError, typeError } from '../../../values/pythonError';
import { PyList, typeNameOf, Unknown } from '../../../values/values';
import { computeLoss } from '../../kernels/losses';
import { type LossRow, losses } from '../../losses';
import { type Operation, operation } from '../../operation';
import type { Bound } from '../../signature';
import { tensorFromList } from '../../tensor/create';
import { type LossInputs, type LossOptionName, lossOptionNames } from '../../tensor/lossInputs';
import { lossParameters } from '../../tensor/lossParameters';
import { strOf } from '../../tensor/repr';
import type { TorchContext } from '../../tensor/torchContext';
import { TorchTensor } from '../../tensor/torchTensor';
import { truthOf } from '../../tensor/truth';

/**
 * Calls a loss with the arguments of its functional form. The context hears of every call whose input and target are
 * known, with the options that are not.
 */
function callLoss(context: TorchContext, loss: LossRow, args: Bound): TorchTensor {
  const { name } = loss;
  const refusals = refusalsOf(args, loss);
  const refused = lossOptionNames.filter((option) => refusals.has(option));
  const unknownOptions = [...unknownOptionsOf(args), ...refused];
  const isKnown = (option: LossOptionName) => !unknownOptions.includes(option);
  if (args.get('log_target') instanceof Unknown) throw new NotEvaluated('log_target', true);
  const refusal = firstRefusal(args, loss, refusals);
  const [input, target] = [tensorOf(args, 'input'), tensorOf(args, 'target')];
  if (!input || !target) throw refusal ?? new NotEvaluated(l10n.t('{0} of these tensors', name));
  const inputs: LossInputs = {
    input,
    target,
    weight: isKnown('weight') ? weightOf(args) : null,
    ignoreIndex: isKnown('ignore_index') ? args.intOr('ignore_index', -100) : -100,
    reduction: isKnown('reduction') ? reductionOf(args) : 'mean',
    labelSmoothing: isKnown('label_smoothing') ? args.numberOr('label_smoothing', 0) : 0,
    logTarget: refusals.has('log_target') ? false : args.bool('log_target', false),
    unknownOptions,
    isRefused: refusal !== null,
  };
  context.onLoss(name, inputs);
  if (refusal) throw refusal;
  if (unknownOptions.length > 0) throw new NotEvaluated(unknownOptions.join(', '), true);
  return computeLoss(context, loss, inputs);
}

function unknownOptionsOf(args: Bound): readonly LossOptionName[] {
  const isUnknown = (option: string) => args.get(option) instanceof Unknown;
  const options = lossOptionNames.filter(isUnknown);
  const isOld = isUnknown('size_average') || isUnknown('reduce');
  return isOld && !options.includes('reduction') ? [...options, 'reduction'] : options;
}

/** The old flags have the last word. Source: torch/nn/_reduction.py, legacy_get_string. */
function reductionOf(args: Bound): string {
  const [average, reduce] = [args.get('size_average') ?? null, args.get('reduce') ?? null];
  if (average === null && reduce === null) {
    const reduction = args.get('reduction');
    if (reduction instanceof TorchTensor) throw new NotEvaluated('reduction');
    return reduction === undefined ? 'mean' : strOf(reduction);
  }
  if (reduce !== null && !truthOf(reduce)) return 'none';
  return average === null || truthOf(average) ? 'mean' : 'sum';
}

function weightOf(args: Bound): TorchTensor | null {
  const weight = args.get('weight');
  return weight instanceof TorchTensor ? weight : null;
}

/** What PyTorch says of the arguments that are of another type than it takes, in the order in which it looks at them. */
function refusalsOf(args: Bound, { nativeName }: LossRow): ReadonlyMap<string, PythonError> {
  const found = lossParameters.flatMap(({ name, position, type, isTaken }) => {
    const value = args.get(name);
    if (value instanceof Unknown || (value === undefined && position !== 1 && position !== 2)) return [];
    if (isTaken(value ?? null)) return [];
    const place = position === null ? '' : ` (position ${position})`;
    const message = `argument '${name}'${place} must be ${type}, not ${typeNameOf(value ?? null)}`;
    return [[name, typeError(`${nativeName}(): ${message}`)] as const];
  });
  return new Map(found);
}

/** What is raised: a reduction that does not exist comes before all types. */
function firstRefusal(
  args: Bound,
  { reductions }: LossRow,
  refusals: ReadonlyMap<string, PythonError>,
): PythonError | null {
  const [first] = refusals.values();
  if (!first) return null;
  const options = ['reduction', 'size_average', 'reduce'];
  if (options.some((option) => args.get(option) instanceof Unknown)) return first;
  const failure = checkReduction(reductionOf(args), reductions);
  return failure ? new PythonError(failure.type, failure.message) : first;
}

/** The numbers of an argument, also of a list or an array that PyTorch refuses; null when it has none. */
function tensorOf(args: Bound, parameter: 'input' | 'target'): TorchTensor | null {
  const value = args.get(parameter) ?? null;
  if (value instanceof TorchTensor) return value;
  if (!(value instanceof PyList)) return null;
  try {
    return tensorFromList(value, null, 'torch');
  } catch (error) {
    if (error instanceof PythonError || error instanceof NotEvaluated) return null;
    throw error;
  }
}

/** The losses as functions. */
export const lossOperations: readonly Operation[] = losses.map((loss) =>
  operation(
    loss.functional,
    'F',
    `input, target, ${loss.options}`,
    null,
    (context, args) => callLoss(context, loss, args),
    'python',
  ),
);
