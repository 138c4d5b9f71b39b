import type { TextRange } from '../../../textRange';
import type { Call, Expression } from '../../syntax/ast';
import type { LossName } from '../../torch/losses';
import type { LossInputs } from '../../torch/tensor/lossInputs';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import { type Args, PyList, type Unknown, type Value } from '../../values/values';
import type { OpenCall } from '../expressions/evaluator';
import type { Lines } from '../lines';
import { snapshot } from '../result/shownValue';
import type {
  LossFailure,
  LossPlace,
  SnippetLoss,
  SnippetTensor,
  Unevaluated,
} from '../result/snippetResult';
import { lossOfValue } from './calledLoss';
import type { Provenance } from './provenance';

/** A loss that is called more often is recorded this often. */
const mostPerCall = 20;

/** What the recorder needs from the run. */
export interface LossRecorderHost {
  readonly provenance: Provenance;
  readonly lines: Lines;
  /** The expression that a tensor was given a name for. */
  readonly originOf: (tensor: TorchTensor) => TextRange | undefined;
  /** Why names are unknown since an expression. */
  readonly reasonOf: (since: TextRange) => Unevaluated;
}

/** Takes down every call of a loss with the numbers that it is called with. */
export class LossRecorder {
  readonly constructorCalls: LossPlace[] = [];
  readonly failures: LossFailure[] = [];
  private readonly found: { readonly loss: SnippetLoss; backward: TextRange | null }[] = [];

  private numBeforeStop: number | null = null;

  constructor(private readonly host: LossRecorderHost) {}

  /** Python stops here; what is recorded from now on would not be called. */
  stop(): void {
    this.numBeforeStop = this.found.length;
  }

  get numLossesAfterStop(): number {
    return this.numBeforeStop === null ? 0 : this.found.length - this.numBeforeStop;
  }

  get losses(): readonly SnippetLoss[] {
    return this.found.map(({ loss, backward }) => ({ ...loss, backward }));
  }

  add(name: LossName, inputs: LossInputs, { node, assumptions }: OpenCall): void {
    const { from, to } = node;
    if (this.found.filter(({ loss }) => loss.from === from && loss.to === to).length >= mostPerCall) return;
    const { reduction, ignoreIndex, labelSmoothing, weight, unknownOptions } = inputs;
    const loss: SnippetLoss = {
      from,
      to,
      line: this.host.lines.lineOf(from),
      loss: name,
      input: this.tensorOf(inputs.input, node, 0),
      target: this.tensorOf(inputs.target, node, 1),
      reduction,
      ignoreIndex,
      labelSmoothing,
      weight: weight && this.tensorOf(weight, node),
      unknownOptions,
      before: this.reasonOf(assumptions),
      backward: null,
    };
    this.found.push({ loss, backward: null });
  }

  /** A call of a loss that has no value. */
  miss({ from, to }: Call, loss: LossName, message: string): void {
    if (this.failures.some((one) => one.from === from && one.to === to)) return;
    this.failures.push({ from, to, line: this.host.lines.lineOf(from), loss, message });
  }

  /** True for a call whose last numbers are those before something that is not evaluated. */
  isBefore({ from, to }: Call): boolean {
    const last = this.found.filter(({ loss }) => loss.from === from && loss.to === to).at(-1);
    return (last?.loss.before ?? null) !== null;
  }

  /** True for a call that was made, or that failed. */
  has({ from, to }: Call): boolean {
    const isHere = (one: TextRange) => one.from === from && one.to === to;
    return this.found.some(({ loss }) => isHere(loss)) || this.failures.some(isHere);
  }

  /** Notes `backward()` on the result of a loss, and tensors that the class of a loss is given. */
  beforeCall(node: Call, callee: Value, { positional }: Args): void {
    const called = lossOfValue(callee);
    if (called?.isClass && positional.filter((one) => one instanceof TorchTensor).length >= 2) {
      this.constructorCalls.push({ from: node.from, to: node.to, loss: called.loss.name });
    }
    if (node.callee.type !== 'attribute' || node.callee.name !== 'backward') return;
    const object = this.host.provenance.valueOf(node.callee.object) ?? null;
    const { steps } = this.host.provenance.traceOf(object);
    const isOn = (loss: SnippetLoss) => steps.some((step) => step.from === loss.from && step.to === loss.to);
    const of = this.found.filter(({ loss }) => isOn(loss)).at(-1);
    if (of) of.backward ??= { from: node.from, to: node.to };
  }

  /** `position` is that of the argument where what it holds is no tensor but a list. */
  private tensorOf(tensor: TorchTensor, node: Call, position?: 0 | 1): SnippetTensor {
    const { provenance } = this.host;
    const held = node.args.find(({ value }) => provenance.valueOf(value) === tensor)?.value;
    const list = position === undefined ? undefined : argumentAt(node, position);
    const value = list && provenance.valueOf(list);
    const isList = !held && value instanceof PyList;
    const argument = held ?? (isList ? list : undefined) ?? node;
    const place = { from: argument.from, to: argument.to };
    const { requiresGrad, node: grad } = tensor;
    return {
      ...place,
      origin: this.host.originOf(tensor) ?? place,
      ...provenance.traceOf(isList ? value : tensor),
      tensor: snapshot(tensor),
      requiresGrad,
      gradFn: grad?.name ?? null,
    };
  }

  /** The first in the text of what the numbers do not know of. */
  private reasonOf(assumptions: readonly Unknown[]): Unevaluated | null {
    const [first] = assumptions.map(({ since }) => since).sort((a, b) => a.from - b.from);
    return first ? this.host.reasonOf(first) : null;
  }
}

function argumentAt({ args }: Call, position: 0 | 1): Expression | undefined {
  const name = position === 0 ? 'input' : 'target';
  const named = args.find((one) => one.name === name);
  return (named ?? args.filter((one) => one.name === null)[position])?.value;
}
