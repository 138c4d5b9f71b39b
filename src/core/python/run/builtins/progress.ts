import type { TorchContext } from '../../torch/tensor/torchContext';
import { NativeObject } from '../../values/nativeObject';
import { NotEvaluated } from '../../values/pythonError';
import { type Args, Callable, PyRange, type Value } from '../../values/values';
import { isIterable, iterate, lengthOf } from '../expressions/iterate';

const silent: ReadonlySet<string> = new Set([
  'set_description',
  'set_postfix',
  'set_postfix_str',
  'update',
  'close',
]);

/** `tqdm(values)`, which gives the values one by one; its bar is drawn beside what the program prints. */
class Progress extends NativeObject {
  readonly typeName = 'tqdm';

  constructor(
    private readonly context: TorchContext,
    private readonly values: Value,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return [this.values];
  }

  override get length(): number {
    return Number(lengthOf(this.values));
  }

  override iterate(): IterableIterator<Value> {
    return iterate(this.context, this.values) as IterableIterator<Value>;
  }

  member(name: string): Value | undefined {
    return silent.has(name) ? new Callable(name, () => null) : undefined;
  }
}

/** `tqdm` and `trange`, by their full names. */
export function progress(context: TorchContext): Readonly<Record<string, (args: Args) => Value>> {
  const bar = ({ positional: [values = null] }: Args) => {
    if (!isIterable(values)) throw new NotEvaluated('tqdm(…)');
    return new Progress(context, values);
  };
  const range = ({ positional: [stop = null] }: Args) => {
    if (typeof stop !== 'bigint') throw new NotEvaluated('trange(…)');
    return new Progress(context, new PyRange(0n, stop, 1n));
  };
  return { 'tqdm.tqdm': bar, 'tqdm.auto.tqdm': bar, 'tqdm.notebook.tqdm': bar, 'tqdm.trange': range };
}
