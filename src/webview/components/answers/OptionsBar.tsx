import { createTensor, type DType, type EvaluateOptions, type Reduction } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { formatPlain } from '../../view/formatPlain';
import {
  type FieldResult,
  parseIgnoreIndex,
  parseLabelSmoothing,
  parseNumbers,
} from '../../view/parseNumbers';
import { samplesOf, tensorOf } from '../../view/samples';
import { SelectField } from '../controls/SelectField';
import { TextField } from '../controls/TextField';

const reductions: readonly Reduction[] = ['mean', 'sum', 'none'];
const dtypes: readonly DType[] = ['float32', 'float64', 'float16', 'bfloat16'];

/** The options of both losses; every change is evaluated at once. */
export function OptionsBar({ report, store }: { report: Report; store: Store }) {
  const { evaluation } = report;
  const used = evaluation.options;
  const { origin } = used;
  const reset = (key: keyof EvaluateOptions) => () => store.change({ [key]: undefined });
  const setDType = (dtype: DType) => {
    const weight = report.options.weight;
    store.change(weight ? { dtype, weight: { ...weight, dtype } } : { dtype });
  };
  return (
    <section class="options" aria-label={strings.options.title}>
      <SelectField
        label="reduction"
        value={used.reduction}
        choices={reductions}
        onChange={(reduction) => store.change({ reduction })}
        origin={origin.reduction}
        onReset={reset('reduction')}
      />
      <TextField
        label="ignore_index"
        type="number"
        step={1}
        value={String(used.ignoreIndex)}
        parse={parseIgnoreIndex}
        onChange={(ignoreIndex) => store.change({ ignoreIndex })}
        origin={origin.ignoreIndex}
        onReset={reset('ignoreIndex')}
      />
      <TextField
        label="label_smoothing"
        type="number"
        min={0}
        max={1}
        step={0.05}
        value={formatPlain(used.labelSmoothing)}
        parse={parseLabelSmoothing}
        onChange={(labelSmoothing) => store.change({ labelSmoothing })}
        origin={origin.labelSmoothing}
        onReset={reset('labelSmoothing')}
      />
      <WeightField report={report} store={store} />
      <SelectField
        label="dtype"
        value={used.dtype}
        choices={dtypes.includes(used.dtype) ? dtypes : [used.dtype, ...dtypes]}
        onChange={setDType}
        origin={origin.dtype}
        onReset={reset('dtype')}
      />
    </section>
  );
}

function WeightField({ report, store }: { report: Report; store: Store }) {
  const { options: used, tensors, pairs, pair } = report.evaluation;
  const input = tensorOf(tensors, 'input')?.tensor;
  const numClasses = input ? samplesOf(input.shape).numClasses : 0;
  const hasOwn = (pairs[pair]?.weight ?? null) !== null;
  const parse = (text: string): FieldResult<Float64Array | null> =>
    text.trim() === '' ? { isGood: true, value: null } : parseNumbers(text, numClasses);
  const apply = (numbers: Float64Array | null) => {
    const none = hasOwn ? null : undefined;
    store.change({ weight: numbers ? createTensor(numbers, [numbers.length], used.dtype) : none });
  };
  return (
    <TextField
      label="weight"
      placeholder={strings.options.weightPlaceholder}
      value={used.weight ? Array.from(used.weight.data, formatPlain).join(', ') : ''}
      parse={parse}
      onChange={apply}
      origin={used.origin.weight}
      onReset={() => store.change({ weight: undefined })}
    />
  );
}
