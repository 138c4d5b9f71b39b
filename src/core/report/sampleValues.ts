import { isProbabilityTarget } from '../loss/checkCrossEntropyLoss';
import { castTensor } from '../tensor/castTensor';
import type { DType } from '../tensor/dtype';
import { rowLayoutOf, rowOffset } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import { positionOf, type ReportInput, tensorOfRole } from './reportInput';

/** A number with the dtype that it is written in. */
export interface Column {
  readonly name: string;
  readonly dtype: DType;
  valueAt(sample: number): number;
}

/** The values of all samples as columns: their place, target and losses, then for each class input and gradients. */
export interface SampleValues {
  readonly count: number;
  readonly columns: readonly Column[];
}

/**
 * The values of a report by sample. Values are rounded to their dtype, as PyTorch holds them; what a loss that
 * PyTorch refuses does not have is left out.
 */
export function sampleValues(report: ReportInput): SampleValues {
  const input = tensorOfRole(report, 'input')?.tensor;
  const target = tensorOfRole(report, 'target')?.tensor;
  const { losses, logProbs } = report.evaluation;
  if (!input || !losses || !logProbs) return { count: 0, columns: [] };
  const layout = rowLayoutOf(input.shape);
  const positions = input.shape.length > 1 ? input.shape.length - 1 : 0;
  const places = Array.from(
    { length: positions },
    (_, axis): Column => ({
      name: axis === 0 ? 'n' : `d${axis}`,
      dtype: 'int64',
      valueAt: (sample) => positionOf(input.shape, sample)[axis],
    }),
  );
  const bySample = (name: string, tensor: Tensor | null | undefined): Column[] => {
    if (!tensor || tensor.data.length !== layout.rowCount) return [];
    const { data, dtype } = castTensor(tensor, tensor.dtype);
    return [{ name, dtype, valueAt: (sample) => data[sample] }];
  };
  const byClass = (name: string, tensor: Tensor | null | undefined): Column[] => {
    if (!tensor || tensor.data.length !== input.data.length) return [];
    const { data, dtype } = castTensor(tensor, tensor.dtype);
    return Array.from({ length: layout.numClasses }, (_, klass) => ({
      name: `${name}_${klass}`,
      dtype,
      valueAt: (sample: number) => data[rowOffset(layout, sample) + klass * layout.stride],
    }));
  };
  const hasProbabilities = target !== undefined && isProbabilityTarget({ input, target });
  return {
    count: layout.rowCount,
    columns: [
      ...places,
      ...(hasProbabilities ? byClass('target', target) : bySample('target', target)),
      ...bySample('cross_entropy', losses.crossEntropyLoss.perSample),
      ...bySample('nll', losses.nllLoss.perSample),
      ...byClass('input', input),
      ...byClass('log_softmax', logProbs),
      ...byClass('cross_entropy_grad', losses.crossEntropyLoss.gradInput),
      ...byClass('nll_grad', losses.nllLoss.gradInput),
    ],
  };
}
