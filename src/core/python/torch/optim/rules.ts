import * as l10n from '../../../l10n';
import type { DType } from '../../../tensor/dtype';
import { NotEvaluated } from '../../values/pythonError';

/** What an optimizer keeps of a parameter between its steps. */
export interface Kept {
  step: number;
  readonly buffers: Map<string, Float64Array>;
}

/** Numbers and flags of a group of parameters, by PyTorch's names. */
export interface Settings {
  number(name: string): number;
  flag(name: string): boolean;
  readonly betas: readonly [number, number];
}

/** One step of a parameter: its new values from the old ones and the gradient, rounded as PyTorch's kernels do. */
export type Rule = (
  values: Float64Array,
  grad: Float64Array,
  kept: Kept,
  settings: Settings,
  round: (x: number) => number,
) => Float64Array;

/** Gradients in float32 below this may be all rounding. */
const least = 1e-7;

/** Refuses steps whose size is decided by what rounding left of a gradient of zero, which hangs on the order of sums. */
function checkSettled(grad: number, root: number, dtypeRound: (x: number) => number): void {
  const isFloat32 = dtypeRound === Math.fround;
  if (isFloat32 && grad !== 0 && Math.abs(grad) < least && root < 10 * least)
    throw new NotEvaluated(l10n.t('a step by a gradient that may be all rounding'));
}

export function roundOf(dtype: DType): (x: number) => number {
  return dtype === 'float64' ? (x) => x : Math.fround;
}

/** `grad + weight_decay * values`, for those that do not decay the weights themselves. */
function decayed(values: Float64Array, grad: Float64Array, decay: number, round: (x: number) => number) {
  return decay === 0 ? grad : grad.map((g, i) => round(g + round(decay) * values[i]));
}

/** A buffer that begins with zeros. */
function bufferIn(kept: Kept, name: string, length: number): Float64Array {
  const found = kept.buffers.get(name) ?? new Float64Array(length);
  kept.buffers.set(name, found);
  return found;
}

export const sgd: Rule = (values, given, kept, settings, round) => {
  let grad = decayed(values, given, settings.number('weight_decay'), round);
  const momentum = settings.number('momentum');
  if (momentum !== 0) {
    const before = kept.buffers.get('momentum');
    const rest = round(1 - settings.number('dampening'));
    const moved = before
      ? before.map((b, i) => round(round(b * round(momentum)) + rest * grad[i]))
      : grad.slice();
    kept.buffers.set('momentum', moved);
    grad = settings.flag('nesterov') ? grad.map((g, i) => round(g + round(momentum) * moved[i])) : moved;
  }
  const rate = round(-settings.number('lr'));
  return values.map((x, i) => round(x + rate * grad[i]));
};

export const adam: Rule = (values, given, kept, settings, round) => {
  const [rate, decay] = [settings.number('lr'), settings.number('weight_decay')];
  const isDecoupled = settings.flag('decoupled_weight_decay');
  kept.step++;
  const held = isDecoupled && decay !== 0 ? values.map((x) => round(x * round(1 - rate * decay))) : values;
  const grad = isDecoupled ? given : decayed(values, given, decay, round);
  const [beta1, beta2] = settings.betas;
  const mean = bufferIn(kept, 'exp_avg', values.length);
  const square = bufferIn(kept, 'exp_avg_sq', values.length);
  const [toMean, toSquare] = [round(1 - beta1), round(1 - beta2)];
  grad.forEach((g, i) => {
    mean[i] =
      toMean < 0.5
        ? round(mean[i] + toMean * round(g - mean[i]))
        : round(g - round(g - mean[i]) * round(1 - toMean));
    square[i] = round(round(square[i] * round(beta2)) + round(toSquare * g) * g);
  });
  const size = round(-(rate / (1 - beta1 ** kept.step)));
  const root = round((1 - beta2 ** kept.step) ** 0.5);
  const eps = round(settings.number('eps'));
  return held.map((x, i) => {
    checkSettled(grad[i], Math.sqrt(square[i]) / root, round);
    const denominator = round(round(round(Math.sqrt(square[i])) / root) + eps);
    return round(x + round(size * mean[i]) / denominator);
  });
};

export const rmsprop: Rule = (values, given, kept, settings, round) => {
  const grad = decayed(values, given, settings.number('weight_decay'), round);
  const alpha = settings.number('alpha');
  const square = bufferIn(kept, 'square_avg', values.length);
  grad.forEach((g, i) => {
    square[i] = round(round(square[i] * round(alpha)) + round(round(1 - alpha) * g) * g);
  });
  const [rate, eps] = [round(-settings.number('lr')), round(settings.number('eps'))];
  return values.map((x, i) => round(x + round(rate * grad[i]) / round(round(Math.sqrt(square[i])) + eps)));
};

export const adagrad: Rule = (values, given, kept, settings, round) => {
  kept.step++;
  const grad = decayed(values, given, settings.number('weight_decay'), round);
  const sum = bufferIn(kept, 'sum', values.length);
  grad.forEach((g, i) => {
    sum[i] = round(sum[i] + g * g);
  });
  const rate = round(-(settings.number('lr') / (1 + (kept.step - 1) * settings.number('lr_decay'))));
  const eps = round(settings.number('eps'));
  return values.map((x, i) => round(x + round(rate * grad[i]) / round(round(Math.sqrt(sum[i])) + eps)));
};
