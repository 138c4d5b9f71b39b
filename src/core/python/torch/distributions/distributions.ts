import { isFloatingPoint } from '../../../tensor/dtype';
import { NativeObject } from '../../values/nativeObject';
import { type Args, Callable, isNumber, TorchSize, type Value } from '../../values/values';
import { arithmetic } from '../kernels/binary';
import type { ModuleHost } from '../nn/moduleMethods';
import { operationIn } from '../operations';
import { refused } from '../refused';
import { Signature } from '../signature';
import { full } from '../tensor/create';
import type { Operand } from '../tensor/promote';
import type { TorchContext } from '../tensor/torchContext';
import { TorchTensor } from '../tensor/torchTensor';

/** A function of tensors by its name, with arguments as in Python. */
function call(
  context: TorchContext,
  name: string,
  positional: readonly Value[],
  named: Readonly<Record<string, Value>> = {},
): TorchTensor {
  const operation = operationIn('torch', name) ?? operationIn('method', name);
  const result = operation?.run?.(
    context,
    operation.signature.bind({ positional, named: new Map(Object.entries(named)) }),
  );
  if (result instanceof TorchTensor) return result;
  throw refused(name);
}

abstract class Distribution extends NativeObject {
  constructor(protected readonly context: TorchContext) {
    super();
  }

  protected readonly compute = (name: string, ...positional: readonly Value[]): TorchTensor =>
    call(this.context, name, positional);

  protected readonly by = (
    left: Operand,
    operator: '+' | '-' | '*' | '/' | '**',
    right: Operand,
  ): TorchTensor => arithmetic(this.context, operator, left, right);

  abstract logProb(value: TorchTensor): TorchTensor;
  abstract entropy(): TorchTensor;
  /** The divergence of this one from another of its kind; null where they are not. */
  abstract divergence(other: Distribution): TorchTensor | null;
  protected abstract parameter(name: string): Value | undefined;

  member(name: string): Value | undefined {
    if (name === 'log_prob')
      return new Callable(name, ({ positional: [value = null] }) => this.logProb(tensorOf(value)));
    if (name === 'entropy') return new Callable(name, () => this.entropy());
    return this.parameter(name);
  }
}

function tensorOf(value: Value): TorchTensor {
  if (value instanceof TorchTensor) return value;
  if (isNumber(value)) return full([], Number(value), 'float32');
  throw refused('torch.distributions');
}

/** Source: torch/distributions/categorical.py */
class Categorical extends Distribution {
  readonly typeName = 'Categorical';
  private heldLogits: TorchTensor | null = null;
  private heldProbs: TorchTensor | null = null;

  constructor(context: TorchContext, probs: TorchTensor | null, logits: TorchTensor | null) {
    super(context);
    const given = probs ?? logits;
    if (!given || given.dimCount === 0 || !isFloatingPoint(given.dtype)) throw refused('Categorical');
    const last = { dim: -1n, keepdim: true };
    if (probs) {
      if (probs.dense().data.some((p) => !(p >= 0))) throw refused('Categorical');
      this.heldProbs = this.by(probs, '/', call(context, 'sum', [probs], last));
    } else this.heldLogits = this.by(given, '-', call(context, 'logsumexp', [given], last));
  }

  override get held(): readonly Value[] {
    return [this.heldLogits, this.heldProbs];
  }

  get logits(): TorchTensor {
    this.heldLogits ??= this.compute('log', clamped(this.context, this.probs));
    return this.heldLogits;
  }

  get probs(): TorchTensor {
    this.heldProbs ??= this.compute('softmax', this.logits, -1n);
    return this.heldProbs;
  }

  logProb(value: TorchTensor): TorchTensor {
    const { logits } = this;
    const batch = logits.shape.slice(0, -1);
    const isFitting =
      value.shape.length === batch.length && value.shape.every((size, i) => size === batch[i]);
    const { data } = value.dense();
    const count = logits.shape[logits.dimCount - 1];
    // Values outside of the support are told of at length.
    if (!isFitting || data.some((x) => !Number.isInteger(x) || x < 0 || x >= count))
      throw refused('.log_prob');
    const index = this.compute('unsqueeze', this.compute('long', value), -1n);
    return this.compute('squeeze', this.compute('gather', logits, -1n, index), -1n);
  }

  entropy(): TorchTensor {
    const least = call(this.context, 'clamp', [this.logits], { min: smallest(this.logits) });
    const product = this.by(least, '*', this.probs);
    return this.compute('neg', this.compute('sum', product, -1n));
  }

  divergence(other: Distribution): TorchTensor | null {
    if (!(other instanceof Categorical)) return null;
    const hasZeros = [this.probs, other.probs].some((probs) => probs.dense().data.includes(0));
    if (hasZeros) throw refused('kl_divergence');
    const terms = this.by(this.probs, '*', this.by(this.logits, '-', other.logits));
    return this.compute('sum', terms, -1n);
  }

  protected parameter(name: string): Value | undefined {
    if (name === 'probs') return this.probs;
    if (name === 'logits') return this.logits;
    return name === 'batch_shape' ? TorchSize.of(this.probs.shape.slice(0, -1)) : undefined;
  }
}

/** Away from 0 and 1 by the precision of the dtype. */
function clamped(context: TorchContext, probs: TorchTensor): TorchTensor {
  const eps = probs.dtype === 'float64' ? 2 ** -52 : 2 ** -23;
  return call(context, 'clamp', [probs], { min: eps, max: 1 - eps });
}

function smallest({ dtype }: TorchTensor): number {
  return dtype === 'float64' ? -Number.MAX_VALUE : -(2 ** 127) * (2 - 2 ** -23);
}

/** Source: torch/distributions/normal.py */
class Normal extends Distribution {
  readonly typeName = 'Normal';

  constructor(
    context: TorchContext,
    private readonly loc: TorchTensor,
    private readonly scale: TorchTensor,
  ) {
    super(context);
    if (scale.dense().data.some((s) => !(s > 0)) || loc.dtype !== scale.dtype) throw refused('Normal');
  }

  override get held(): readonly Value[] {
    return [this.loc, this.scale];
  }

  logProb(value: TorchTensor): TorchTensor {
    const { scale, by } = this;
    const square = by(by(value, '-', this.loc), '**', 2n);
    const quotient = by(this.compute('neg', square), '/', by(2n, '*', by(scale, '**', 2n)));
    return by(by(quotient, '-', this.compute('log', scale)), '-', Math.log(Math.sqrt(2 * Math.PI)));
  }

  entropy(): TorchTensor {
    return this.by(0.5 + 0.5 * Math.log(2 * Math.PI), '+', this.compute('log', this.scale));
  }

  divergence(other: Distribution): TorchTensor | null {
    if (!(other instanceof Normal)) return null;
    const { by } = this;
    const ratio = by(by(this.scale, '/', other.scale), '**', 2n);
    const distance = by(by(by(this.loc, '-', other.loc), '/', other.scale), '**', 2n);
    return by(0.5, '*', by(by(by(ratio, '+', distance), '-', 1n), '-', this.compute('log', ratio)));
  }

  protected parameter(name: string): Value | undefined {
    if (name === 'loc' || name === 'mean') return this.loc;
    if (name === 'scale' || name === 'stddev') return this.scale;
    return name === 'variance' ? this.by(this.scale, '**', 2n) : undefined;
  }
}

interface Row {
  readonly name: string;
  readonly make: (host: ModuleHost) => Callable;
}

function row(
  name: string,
  parameters: string,
  run: (context: TorchContext, value: (name: string) => Value) => Value,
): Row {
  const signature = new Signature(`${name}.__init__`, parameters, 'python');
  const make = ({ context }: ModuleHost) =>
    new Callable(
      name,
      (args: Args) => {
        const bound = signature.bind(args);
        return run(context, (key) => bound.get(key) ?? null);
      },
      'type',
    );
  return { name, make };
}

/** `torch.distributions` */
export const distributionCallables: readonly Row[] = [
  row('Categorical', 'probs=, logits=, validate_args=', (context, value) => {
    const [probs, logits] = ['probs', 'logits'].map((key) =>
      value(key) === null ? null : tensorOf(value(key)),
    );
    if ((probs === null) === (logits === null)) throw refused('Categorical');
    return new Categorical(context, probs, logits);
  }),
  row('Normal', 'loc, scale, validate_args=', (context, value) => {
    const [loc, scale] = broadcast(context, tensorOf(value('loc')), tensorOf(value('scale')));
    return new Normal(context, loc, scale);
  }),
  row('kl_divergence', 'p, q', (_, value) => {
    const [p, q] = [value('p'), value('q')];
    const divergence = p instanceof Distribution && q instanceof Distribution ? p.divergence(q) : null;
    if (divergence === null) throw refused('kl_divergence');
    return divergence;
  }),
];

/** Both in the shape that they broadcast to. */
function broadcast(
  context: TorchContext,
  a: TorchTensor,
  b: TorchTensor,
): readonly [TorchTensor, TorchTensor] {
  const same = a.shape.length === b.shape.length && a.shape.every((size, i) => size === b.shape[i]);
  if (same) return [a, b];
  const whole = arithmetic(context, '+', a.viewedAlone(), b.viewedAlone()).shape.map(BigInt);
  const expanded = (one: TorchTensor) => call(context, 'expand', [one, ...whole]);
  return [expanded(a), expanded(b)];
}
