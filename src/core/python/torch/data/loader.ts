import * as l10n from '../../../l10n';
import { NativeObject } from '../../values/nativeObject';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { Callable, isNumber, PyList, PySlice, PyTuple, type Value } from '../../values/values';
import { getItem } from '../kernels/indexing';
import { stack } from '../kernels/join';
import type { ModuleHost } from '../nn/moduleMethods';
import { refused } from '../refused';
import { Signature } from '../signature';
import { full } from '../tensor/create';
import { permutation } from '../tensor/randomDraws';
import { RandomGenerator } from '../tensor/randomGenerator';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** `TensorDataset(x, y)`: its samples are the rows of its tensors. */
class TensorDataset extends NativeObject {
  readonly typeName = 'TensorDataset';

  constructor(
    private readonly context: TorchContext,
    readonly tensors: readonly TorchTensor[],
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return this.tensors;
  }

  override get length(): number {
    return this.tensors[0].shape[0];
  }

  member(name: string): Value | undefined {
    return name === 'tensors' ? new PyTuple(this.tensors) : undefined;
  }

  override at(index: Value): Value | undefined {
    if (typeof index !== 'bigint' && !(index instanceof PySlice)) return undefined;
    return new PyTuple(this.tensors.map((tensor) => getItem(this.context, tensor, index)));
  }

  override iterate(): IterableIterator<Value> {
    return Array.from({ length: this.length }, (_, i) => this.at(BigInt(i)) ?? null).values();
  }
}

/** `TensorDataset(*tensors)` */
export function tensorDataset(host: ModuleHost): Callable {
  return new Callable(
    'TensorDataset',
    ({ positional }) => {
      const isKnown =
        positional.length > 0 && positional.every((one) => one instanceof TorchTensor && one.dimCount > 0);
      if (!isKnown) throw refused('TensorDataset');
      const tensors = positional as readonly TorchTensor[];
      if (tensors.some(({ shape }) => shape[0] !== tensors[0].shape[0]))
        throw new PythonError('AssertionError', 'Size mismatch between tensors');
      return new TensorDataset(host.context, tensors);
    },
    'type',
  );
}

type Samples = TensorDataset | PyList | PyTuple;

interface LoaderOptions {
  readonly batchSize: number;
  readonly isShuffled: boolean;
  readonly dropsLast: boolean;
}

/** `DataLoader(dataset, batch_size=…)`: batches of samples, in order or as PyTorch shuffles them after a seed. */
class DataLoader extends NativeObject {
  readonly typeName = 'DataLoader';

  constructor(
    private readonly context: TorchContext,
    private readonly dataset: Samples,
    private readonly options: LoaderOptions,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return [this.dataset];
  }

  private get sampleCount(): number {
    return this.dataset instanceof TensorDataset ? this.dataset.length : this.dataset.items.length;
  }

  override get length(): number {
    const { batchSize, dropsLast } = this.options;
    return (dropsLast ? Math.floor : Math.ceil)(this.sampleCount / batchSize);
  }

  member(name: string): Value | undefined {
    if (name === 'dataset') return this.dataset;
    if (name === 'batch_size') return BigInt(this.options.batchSize);
    return name === 'drop_last' ? this.options.dropsLast : undefined;
  }

  override *iterate(): Generator<Value, void> {
    const { batchSize, isShuffled } = this.options;
    const { length } = this;
    // Every pass draws a seed for its workers, whether there are some or not.
    if (this.context.random) drawSeed(this.context.random);
    const order = isShuffled ? this.shuffled() : null;
    for (let batch = 0; batch < length; batch++) {
      const size = Math.min(batchSize, this.sampleCount - batch * batchSize);
      const samples = Array.from({ length: size }, (_, i) => {
        const at = batch * batchSize + i;
        return this.sample(order ? order[at] : at);
      });
      yield collated(this.context, samples);
    }
  }

  private shuffled(): Float64Array {
    const { random } = this.context;
    if (random === null)
      throw new NotEvaluated(l10n.t('{0}(…), which makes other values at every call', 'DataLoader'));
    return permutation(new RandomGenerator(drawSeed(random)), this.sampleCount);
  }

  private sample(at: number): Value {
    if (this.dataset instanceof TensorDataset) return this.dataset.at(BigInt(at)) ?? null;
    return this.dataset.items[at];
  }
}

/** The lower half of a whole number of 64 bits, as it seeds another generator. */
function drawSeed(random: RandomGenerator): number {
  random.next32();
  return random.next32();
}

/** A batch of samples: tensors are stacked, numbers become a tensor, tuples become a list of such. */
function collated(context: TorchContext, samples: readonly Value[]): Value {
  const [first] = samples;
  if (samples.every((one) => one instanceof TorchTensor && one.library === 'torch'))
    return stack(context, samples as TorchTensor[], 0);
  if (samples.every((one) => typeof one === 'bigint')) return numbers(samples, 'int64');
  if (samples.every((one) => typeof one === 'number')) return numbers(samples, 'float64');
  const isOfTuples = samples.every((one) => one instanceof PyTuple || one instanceof PyList);
  if (!isOfTuples) throw refused('DataLoader');
  const rows = samples as readonly (PyTuple | PyList)[];
  const width = (first as PyTuple | PyList).items.length;
  if (rows.some(({ items }) => items.length !== width)) throw refused('DataLoader');
  const columns = Array.from({ length: width }, (_, i) => rows.map(({ items }) => items[i]));
  return new PyList(columns.map((column) => collated(context, column)));
}

function numbers(values: readonly Value[], dtype: 'int64' | 'float64'): TorchTensor {
  const tensor = full([values.length], 0, dtype);
  tensor.memory.data.set(values.map(Number));
  return tensor;
}

const signature = new Signature(
  'DataLoader.__init__',
  'dataset, batch_size=, shuffle=, sampler=, batch_sampler=, num_workers=, collate_fn=, pin_memory=, drop_last=',
  'python',
);

export function dataLoader(host: ModuleHost): Callable {
  return new Callable(
    'DataLoader',
    (args) => {
      const bound = signature.bind(args);
      const dataset = bound.get('dataset') ?? null;
      const odd = ['sampler', 'batch_sampler', 'collate_fn'].some((name) => bound.has(name));
      const isKnown =
        dataset instanceof TensorDataset || dataset instanceof PyList || dataset instanceof PyTuple;
      const workers = bound.get('num_workers') ?? 0n;
      const size = bound.get('batch_size') ?? 1n;
      if (odd || !isKnown || workers !== 0n || !isNumber(size) || Number(size) < 1)
        throw refused('DataLoader');
      return new DataLoader(host.context, dataset, {
        batchSize: Number(size),
        isShuffled: bound.bool('shuffle', false),
        dropsLast: bound.bool('drop_last', false),
      });
    },
    'type',
  );
}
