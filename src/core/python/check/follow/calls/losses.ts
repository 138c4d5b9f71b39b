import type { CheckedLoss } from '../../../torch/checkedLosses';
import { argument } from '../../effects/shapes';
import type { FileRange } from '../../findings/codeFinding';
import type { LossUse } from '../../findings/lossUse';
import { judgeInput, judgeTarget } from '../../findings/rules';
import type { CallSite } from '../../values/callSite';
import { alternativesOf, possible } from '../../values/choice';
import { sourcesOfAll } from '../../values/sources';
import { type LossCalls, type TensorValue, tensor } from '../../values/tensorValue';
import {
  type Alternative,
  type GivenArgument,
  type InstanceValue,
  type LossValue,
  type Single,
  unknown,
  type Value,
} from '../../values/value';
import { always, both, type When } from '../../values/when';
import type { Interpreter } from '../interpreter';

/** A loss that a call may use, under a condition. */
interface PossibleLoss {
  readonly use: LossUse;
  readonly when: When;
}

/** A loss object called on tensors. */
export function applyLoss(
  run: Interpreter,
  loss: LossValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  return applyLosses(run, [{ value: loss, when: always, model: null }], args, site);
}

/** One of several things called on tensors, some of which are losses. */
export function applyLosses(
  run: Interpreter,
  callees: readonly Alternative[],
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const losses = callees.flatMap(({ value, when }) => {
    const loss = lossOf(value);
    return loss ? [{ use: useOf(loss.loss, loss, loss.args, site), when }] : [];
  });
  return follow(run, losses, losses.length < callees.length, args);
}

/** The loss that a value is, by itself or by inheritance. */
export function lossOf(value: Single): LossValue | null {
  if (value.type === 'loss') return value;
  return value.type === 'instance' && isPlainLoss(value) && value.base?.type === 'loss' ? value.base : null;
}

function isPlainLoss({ of }: InstanceValue): boolean {
  return !of.cells.has('forward') && !of.cells.has('__call__');
}

/** `F.nll_loss(input, target, …)` */
export function applyLossFunction(
  run: Interpreter,
  loss: CheckedLoss,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  return follow(run, [{ use: useOf(loss, null, args, site), when: always }], false, args);
}

function useOf(
  loss: CheckedLoss,
  definition: LossValue | null,
  options: readonly GivenArgument[],
  site: CallSite,
): LossUse {
  const option = (name: string) => options.find((one) => one.name === name);
  const logTarget = option('log_target');
  const isOpen = options.some(({ stars }) => stars > 0);
  return {
    loss,
    definition,
    site,
    reduction: option('reduction') ?? null,
    hasOwnOption: ownOptions.some((name) => option(name) !== undefined) || isOpen,
    ignoresSome: option('ignore_index') !== undefined,
    logTarget: isOpen ? null : logTarget ? truth(logTarget.value) : false,
  };
}

/** Options that one of a pair of losses has alone. */
const ownOptions = ['label_smoothing', 'pos_weight'];

function truth(value: Value): boolean | null {
  return value.type === 'constant' ? Boolean(value.value) : null;
}

function follow(
  run: Interpreter,
  losses: readonly PossibleLoss[],
  hasOthers: boolean,
  args: readonly GivenArgument[],
): Value {
  const [first] = losses;
  if (!first || args.some(({ stars }) => stars === 1)) return unknown;
  const { parameters } = first.use.loss;
  const input = argument(args, parameters.input, 0);
  const target = argument(args, parameters.target, 1);
  if (!input) return unknown;
  run.report.addSite(first.use, input.value);
  const inputs = possible(input.value, run.path);
  const targets = target ? possible(target.value, run.path) : [];
  for (const model of new Set(inputs.map((one) => one.model))) {
    const group = inputs.filter((one) => one.model === model);
    judgeGroup(run, losses, hasOthers, group, targets, { input, target: target ?? null });
  }
  const options = [...args, ...losses.flatMap(({ use }) => use.definition?.args ?? [])];
  return resultOf(
    input.value,
    target?.value ?? unknown,
    options.find(({ name }) => name === 'weight')?.value,
    {
      picks: losses.flatMap(({ use }) => (isPick(use) ? [use.site] : [])),
      means: losses.flatMap(({ use }) => (isMeanOfSome(use) ? [use.site] : [])),
    },
  );
}

interface Written {
  readonly input: FileRange;
  readonly target: FileRange | null;
}

/** Reports what is wrong in every combination that can occur; what is right in one of them is no more than possible. */
function judgeGroup(
  run: Interpreter,
  losses: readonly PossibleLoss[],
  hasOthers: boolean,
  inputs: readonly Alternative[],
  targets: readonly Alternative[],
  written: Written,
): void {
  const pairs = inputs.flatMap((input) =>
    losses.flatMap(({ use, when }) => {
      const together = both(when, input.when);
      return together !== null && both(together, run.path) !== null ? [{ input, use, when: together }] : [];
    }),
  );
  if (pairs.length === 0) return;
  const verdicts = pairs.map(({ input, use, when }) => {
    const fitting = targets.filter((one) => both(one.when, when) !== null).map(({ value }) => value);
    return judgeInput(use, input.value, fitting);
  });
  const wrong = verdicts.findIndex((verdict) => verdict !== null);
  const verdict = verdicts[wrong];
  if (verdict) {
    const { use, input } = pairs[wrong];
    const values = { ...written, targets: targets.map(({ value }) => value) };
    const add = () => run.report.addInput(use, input, verdict, values);
    if (!hasOthers && verdicts.every((one) => one !== null)) add();
    else if (verdict.verdict.severity !== 'hint') run.report.possibly(add);
  }
  for (const { input, use } of pairs) run.report.addActivations(use, input.value);
  judgeTargets(run, pairs, targets, hasOthers, written);
}

/** `-F.nll_loss(x, y, reduction='none')` is a way to pick the value of each target, whatever the values are. */
function isPick({ loss, reduction }: LossUse): boolean {
  const option = reduction?.value;
  return loss.picks && option?.type === 'constant' && (option.value === 'none' || option.value === 'sum');
}

/** The mean over the targets that are not ignored, whose number differs from batch to batch. */
function isMeanOfSome({ reduction, ignoresSome }: LossUse): boolean {
  const option = reduction?.value;
  return ignoresSome && (!option || (option.type === 'constant' && option.value === 'mean'));
}

function judgeTargets(
  run: Interpreter,
  pairs: readonly { readonly input: Alternative; readonly use: LossUse; readonly when: When }[],
  targets: readonly Alternative[],
  hasOthers: boolean,
  { target }: Written,
): void {
  if (target === null || targets.length === 0) return;
  const combinations = pairs.flatMap(({ input, use, when }) =>
    targets.flatMap((one) =>
      both(one.when, when) === null
        ? []
        : [{ use, target: one.value, verdict: judgeTarget(use, input.value, one.value) }],
    ),
  );
  for (const { use, target: value } of combinations) run.report.addTargetActivations(use, value);
  const [first] = combinations;
  if (hasOthers || !first?.verdict || combinations.some(({ verdict }) => verdict === null)) return;
  if (first.target.type === 'tensor') run.report.addTarget(first.use, first.target, first.verdict, target);
}

/** The loss as a value: where its gradient comes from. */
function resultOf(input: Value, target: Value, weight: Value | undefined, calls: LossCalls): TensorValue {
  const hasNoGrad = ({ value }: Alternative) =>
    value.type === 'tensor' && (value.dtype === 'int' || value.kind === 'indices');
  const ofTarget = alternativesOf(target).every(hasNoGrad) ? [] : [target];
  const gradFree = sourcesOfAll([input, ...ofTarget, ...(weight ? [weight] : [])]);
  return tensor({ gradFree }, { kind: 'loss', ...calls });
}

/** `loss.backward()` */
export function followBackward(run: Interpreter, object: Value, site: CallSite): void {
  if (object.type !== 'tensor' || object.kind !== 'loss') return;
  if (object.gradFree && object.gradFree.length > 0) run.report.addBackward(object.gradFree, site);
}
