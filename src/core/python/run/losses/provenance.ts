import { isSameShape } from '../../../tensor/shape';
import type { TextRange } from '../../../textRange';
import type { Call, Expression } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { ModuleInstance, PyList, PyTuple, type Value } from '../../values/values';
import type { TraceStep } from '../result/snippetResult';

/** What numbers come in: they are followed back to where they are written. */
type Holder = TorchTensor | PyList | PyTuple;

interface Making {
  readonly node: TextRange;
  /** Holders that were evaluated on the way. */
  readonly parts: readonly Holder[];
  readonly step: Pick<TraceStep, 'name' | 'dim'>;
  /** The holder that an operation was applied to; null when there are several or none. */
  readonly operand: Holder | null;
}

/** Where a value comes from. */
export interface Trace {
  /** The expressions that it went through, outermost first, as long as each has one operand. */
  readonly steps: readonly TraceStep[];
  /** Every expression whose value had a part in it. */
  readonly ingredients: readonly TextRange[];
}

/** Longer ways are cut. */
const longestTrace = 200;

/** Remembers how each tensor and list came about while expressions are evaluated. */
export class Provenance {
  private readonly makings = new WeakMap<Holder, Making>();
  private readonly values = new WeakMap<Expression, Value>();
  private readonly frames: Holder[][] = [[]];

  /** `onValue` is told of every value, with the holders that were evaluated on the way. */
  constructor(
    private readonly onValue: (node: Expression, value: Value, parts: readonly Value[]) => void = () =>
      undefined,
  ) {}

  enter(): void {
    this.frames.push([]);
  }

  /** `value` is undefined where the evaluation failed. */
  leave(node: Expression, value: Value | undefined): void {
    const parts = this.frames.pop() ?? [];
    if (value === undefined) return;
    this.values.set(node, value);
    this.onValue(node, value, parts);
    const outer = this.frames.length > 1 ? this.frames.at(-1) : undefined;
    if (isHolder(value)) {
      if (!this.of(value)) this.makings.set(value, this.makingOf(node, parts, value));
      outer?.push(value);
    } else if (node.type === 'attribute') outer?.push(...parts);
  }

  /** A value that no expression makes stands at `place`. */
  place(value: Value, place: TextRange): void {
    const step = { name: '', dim: null };
    if (isHolder(value)) this.makings.set(value, { node: place, parts: [], step, operand: null });
  }

  /** The last value of an expression. */
  valueOf(node: Expression): Value | undefined {
    return this.values.get(node);
  }

  traceOf(value: Value): Trace {
    const steps: TraceStep[] = [];
    let holder = isHolder(value) ? value : null;
    while (holder && steps.length < longestTrace) {
      const making: Making | undefined = this.of(holder);
      if (!making) break;
      const { from, to } = making.node;
      steps.push({ from, to, ...making.step });
      holder = making.operand === holder ? null : making.operand;
    }
    return { steps, ingredients: this.ingredientsOf(value) };
  }

  private of(holder: Holder): Making | undefined {
    const last = holder instanceof TorchTensor ? holder.lastOf : null;
    return this.makings.get(holder) ?? (last ? this.makings.get(last) : undefined);
  }

  private ingredientsOf(value: Value): readonly TextRange[] {
    const seen = new Set<Holder>();
    const open = isHolder(value) ? [value] : [];
    const found: TextRange[] = [];
    for (let holder = open.pop(); holder && found.length < longestTrace; holder = open.pop()) {
      const making = this.of(holder);
      if (!making || seen.has(holder)) continue;
      seen.add(holder);
      found.push({ from: making.node.from, to: making.node.to });
      open.push(...making.parts);
    }
    return found;
  }

  private makingOf(node: Expression, parts: readonly Holder[], value: Holder): Making {
    const place = { from: node.from, to: node.to };
    const only = new Set(parts).size === 1 ? parts[0] : null;
    if (node.type === 'call') return { node: place, parts, ...this.callOf(node, only, value) };
    const step = { name: node.type === 'attribute' ? node.name : '', dim: null };
    return { node: place, parts, step, operand: only };
  }

  private callOf(node: Call, only: Holder | null, value: Holder): Pick<Making, 'step' | 'operand'> {
    const { callee, args } = node;
    const called = this.values.get(callee);
    if (called instanceof ModuleInstance) {
      const dim = called.attributes.get('dim') ?? null;
      return {
        step: { name: called.typeName, dim: typeof dim === 'bigint' ? Number(dim) : null },
        operand: only,
      };
    }
    const object = callee.type === 'attribute' ? (this.values.get(callee.object) ?? null) : null;
    const positional = args.filter(({ name, stars }) => name === null && stars === 0);
    const given =
      args.find(({ name }) => name === 'dim' || name === 'axis') ?? positional[isHolder(object) ? 0 : 1];
    const dim = given ? this.values.get(given.value) : null;
    const name = lastWord(callee);
    const isSame = isHolder(object) && isSameSize(object, value);
    return {
      step: { name, dim: typeof dim === 'bigint' ? Number(dim) : null },
      operand: isSame ? object : only,
    };
  }
}

function isHolder(value: Value): value is Holder {
  return value instanceof TorchTensor || value instanceof PyList || value instanceof PyTuple;
}

function isSameSize(a: Holder, b: Holder): boolean {
  return a instanceof TorchTensor && b instanceof TorchTensor && isSameShape(a.shape, b.shape);
}
