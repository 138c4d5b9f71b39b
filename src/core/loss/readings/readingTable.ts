import { rowLayoutOf, rowOffset } from '../../tensor/rowLayout';
import type { Tensor } from '../../tensor/tensor';
import { isProbabilityTarget } from '../checkCrossEntropyLoss';
import { crossEntropyLoss } from '../crossEntropyLoss';
import { type LossKey, lossKeys } from '../lossKeys';
import type { CrossEntropyLossOptions, Reduction, TorchError } from '../lossTypes';
import { nllLoss } from '../nllLoss';
import { formGradient } from './formGradient';
import { type InputReading, inputReadings, logitsOf, toForm } from './inputReading';

/** One loss on one form of the same scores. */
export interface ReadingCell {
  readonly loss: LossKey;
  /** What was handed to the loss. */
  readonly form: InputReading;
  /** The reduced loss; null where PyTorch refuses and no meaning is evident. */
  readonly value: number | null;
  /** Right for what the loss expects; harmless where it makes no difference; else wrong. */
  readonly verdict: 'right' | 'harmless' | 'wrong';
  /** L2 norm over the whole batch of the derivative with respect to the logits; NaN without a value. */
  readonly gradNorm: number;
  /** For each sample the derivative by the logit of its target; NaN for ignored ones and for probability targets. */
  readonly gradAtTarget: Float64Array;
  readonly error: TorchError | null;
}

/** Both losses on each form of the scores that an input stands for. */
export interface ReadingTable {
  readonly reading: InputReading;
  /** 'mean' in place of 'none', so that there is one value to compare. */
  readonly reduction: Reduction;
  /** CrossEntropyLoss on the three forms, then NLLLoss. */
  readonly cells: readonly ReadingCell[];
}

const losses = { crossEntropyLoss, nllLoss };

const verdicts: Readonly<Record<LossKey, Readonly<Record<InputReading, ReadingCell['verdict']>>>> = {
  crossEntropyLoss: { logits: 'right', 'log-probabilities': 'harmless', probabilities: 'wrong' },
  nllLoss: { logits: 'wrong', 'log-probabilities': 'right', probabilities: 'wrong' },
};

/**
 * What each loss gives when the scores behind `input` are handed over as logits, as log-probabilities and as
 * probabilities. The form that the input already has (`reading`) is handed over as it is, without normalising.
 *
 * `input`: (C), (N, C) or (N, C, d1…dK); `target` and `options` as for the losses. Nothing is checked about the
 * reading (see `readingFault`): a negative probability has NaN as its logit.
 */
export function readingTable(
  input: Tensor,
  target: Tensor,
  options: CrossEntropyLossOptions,
  reading: InputReading,
): ReadingTable {
  const reduction = options.reduction === 'sum' ? 'sum' : 'mean';
  const logits = logitsOf(input, reading);
  const forms = inputReadings.map((form) => (form === reading ? input : toForm(logits, form)));
  const cells = lossKeys.flatMap((loss) =>
    inputReadings.map((form, i): ReadingCell => {
      const result = losses[loss](forms[i], target, { ...options, reduction });
      const gradient = result.gradInput && formGradient(logits, form, result.gradInput);
      return {
        loss,
        form,
        value: result.output?.data[0] ?? null,
        verdict: verdicts[loss][form],
        gradNorm: gradient ? normOf(gradient) : Number.NaN,
        gradAtTarget: atTargets(gradient, logits, target, options.ignoreIndex ?? -100),
        error: result.error ?? null,
      };
    }),
  );
  return { reading, reduction, cells };
}

/**
 * How many times smaller the derivative at a sample's target is than it should be: that of CrossEntropyLoss on the
 * logits divided by the cell's, by magnitude. Infinity where the cell has none; NaN where neither has, or for
 * ignored samples.
 */
export function gradientRatio(table: ReadingTable, cell: ReadingCell, sample: number): number {
  const right = table.cells[0];
  return (
    Math.abs(right.gradAtTarget[sample] ?? Number.NaN) / Math.abs(cell.gradAtTarget[sample] ?? Number.NaN)
  );
}

function normOf(gradient: Float64Array): number {
  let sum = 0;
  for (const g of gradient) sum += g * g;
  return Math.sqrt(sum);
}

function atTargets(
  gradient: Float64Array | null,
  logits: Tensor,
  target: Tensor,
  ignoreIndex: number,
): Float64Array {
  const layout = rowLayoutOf(logits.shape);
  const { rowCount, numClasses, stride } = layout;
  const isIndices = target.data.length === rowCount && !isProbabilityTarget({ input: logits, target });
  return Float64Array.from({ length: rowCount }, (_, row) => {
    const klass = isIndices ? target.data[row] : Number.NaN;
    const isThere = klass !== ignoreIndex && klass >= 0 && klass < numClasses && Number.isInteger(klass);
    return gradient && isThere ? gradient[rowOffset(layout, row) + klass * stride] : Number.NaN;
  });
}
