import { isFloatingPoint } from '../../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import { type Formula, formula } from '../formula/formula';
import type { LossKey } from '../lossKeys';
import type { CrossEntropyLossOptions, LossResult } from '../lossTypes';
import { defaultIgnoreIndex } from '../nllLoss';
import { type SoftmaxStepId, softmaxSteps } from './softmaxSteps';

/**
 * The steps in their order. 'pick' takes the target's log-probability (or the mean over the target's distribution)
 * with its sign turned, 'weight' multiplies by the target's weight, 'reduce' puts the samples together.
 */
export type LossStepId = SoftmaxStepId | 'pick' | 'weight' | 'reduce';

/** What one loss does in a step. */
export interface LossStepSide {
  /** TeX with symbols, and with the numbers of the sample. */
  readonly tex: string;
  readonly texWithNumbers: string;
  /** The value that stands at the end of the step: a number, or one for each class. */
  readonly value: number | Float64Array;
}

/** A step of the way from one sample's input to the result, for both losses side by side. */
export interface LossStep {
  readonly id: LossStepId;
  readonly crossEntropyLoss: LossStepSide | null;
  /** Null where NLLLoss does nothing: it takes its input for log-probabilities and begins with 'pick'. */
  readonly nllLoss: LossStepSide | null;
}

export interface LossStepsRequest {
  readonly input: Tensor;
  readonly target: Tensor;
  readonly options: CrossEntropyLossOptions;
  /** Row of the input, in the order of the unreduced loss. */
  readonly sample: number;
  readonly crossEntropyLoss: LossResult;
  readonly nllLoss: LossResult;
}

/**
 * Both losses on one sample, step by step as a debugger shows it; the last values are those of the results. A loss
 * that PyTorch refuses has no sides. Empty for a sample that is not there.
 */
export function lossSteps(request: LossStepsRequest): readonly LossStep[] {
  const { input, sample } = request;
  const layout = rowLayoutOf(input.shape);
  if (!(sample >= 0 && sample < layout.rowCount) || layout.numClasses === 0) return [];
  const offset = rowOffset(layout, sample);
  const row = Float64Array.from(
    { length: layout.numClasses },
    (_, c) => input.data[offset + c * layout.stride],
  );
  const dtype = isFloatingPoint(input.dtype) ? input.dtype : 'float32';
  const klass = targetClass(request);
  const hasCrossEntropy = request.crossEntropyLoss.output !== null;
  const first = softmaxSteps(row, klass ?? -1, dtype).map(
    ({ id, ...side }): LossStep => ({
      id,
      crossEntropyLoss: hasCrossEntropy ? side : null,
      nllLoss: id === 'input' && request.nllLoss.output ? side : null,
    }),
  );
  const ends = {
    crossEntropyLoss: lastSides(request, 'crossEntropyLoss'),
    nllLoss: lastSides(request, 'nllLoss'),
  };
  const last = (['pick', 'weight', 'reduce'] as const).map(
    (id): LossStep => ({
      id,
      crossEntropyLoss: ends.crossEntropyLoss?.[id] ?? null,
      nllLoss: ends.nllLoss?.[id] ?? null,
    }),
  );
  return [...first, ...last].filter((step) => step.crossEntropyLoss !== null || step.nllLoss !== null);
}

type LastSides = Readonly<Record<'pick' | 'weight' | 'reduce', LossStepSide | null>>;

/** The class index of the sample; null for probabilities and for an ignored sample. */
function targetClass({ input, target, options, sample }: LossStepsRequest): number | null {
  if (isProbabilityTarget({ input, target })) return null;
  const klass = target.data[sample];
  return klass === undefined || klass === (options.ignoreIndex ?? defaultIgnoreIndex) ? null : klass;
}

/** From the target on. The weight is a step of its own where it is one factor. */
function lastSides(request: LossStepsRequest, loss: LossKey): LastSides | null {
  const { input, target, options, sample } = request;
  const result = request[loss];
  if (!result.output || !result.perSample) return null;
  const { weight = null, labelSmoothing = 0 } = options;
  const klass = targetClass(request);
  const isOneFactor = klass !== null && (loss === 'nllLoss' || !(labelSmoothing > 0));
  const factor = weight && isOneFactor ? weight.data[klass] : null;
  const ask = (asked: CrossEntropyLossOptions) =>
    formula({ loss, input, target, options: asked, sample, result });
  const own = ask(options);
  const picked = factor === null ? own : ask({ ...options, weight: null });
  const perSample = result.perSample.data[sample];
  const side = (formulas: Formula, value: number): LossStepSide => ({
    tex: formulas.general,
    texWithNumbers: formulas.substituted,
    value,
  });
  return {
    pick: side(picked, factor === null ? perSample : pickedValue(request, loss, klass ?? 0)),
    weight: factor === null ? null : side(own, perSample),
    reduce: {
      tex: own.reduced,
      texWithNumbers: own.reduced,
      value: result.output.shape.length === 0 ? result.output.data[0] : perSample,
    },
  };
}

/** The target's loss before its weight, from the same arithmetic as the steps before. */
function pickedValue({ input, sample }: LossStepsRequest, loss: LossKey, klass: number): number {
  const layout = rowLayoutOf(input.shape);
  const offset = rowOffset(layout, sample);
  if (loss === 'nllLoss') return -input.data[offset + klass * layout.stride];
  const row = Float64Array.from(
    { length: layout.numClasses },
    (_, c) => input.data[offset + c * layout.stride],
  );
  const end = softmaxSteps(row, klass, 'float64').at(-1)?.value as Float64Array;
  return -end[klass];
}
