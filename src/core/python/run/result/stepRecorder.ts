import type { TextRange } from '../../../textRange';
import type { Call, Statement } from '../../syntax/ast';
import { TorchTensor } from '../../torch/tensor/torchTensor';
import type { Value } from '../../values/values';
import { boundNames } from '../effects/boundNames';
import type { Lines } from '../lines';
import type { Scope } from '../scope';
import { shownValue } from './shownValue';
import type { BoundName, SnippetStep } from './snippetResult';

/** What the recorder needs from the run. */
export interface StepRecorderHost {
  readonly text: string;
  readonly lines: Lines;
  readonly scope: Scope;
}

/** Takes down what each statement gave: names, gradients, its value, and what it printed. */
export class StepRecorder {
  readonly steps: SnippetStep[] = [];
  private readonly makers = new Map<TorchTensor, Call>();
  private readonly origins = new Map<TorchTensor, TextRange>();
  private output = '';
  private outputBefore = 0;
  private gradients: readonly TorchTensor[] = [];
  private lastValue: Value = null;

  constructor(private readonly host: StepRecorderHost) {}

  /** Every line that was printed so far. */
  get printed(): readonly string[] {
    return linesOf(this.output);
  }

  print(written: string): void {
    this.output += written;
  }

  /** Told of tensors whose gradient was computed. */
  onBackward(reached: readonly TorchTensor[]): void {
    this.gradients = [...this.gradients, ...reached];
  }

  onCall(node: Call, value: Value): void {
    if (value instanceof TorchTensor && !this.makers.has(value)) this.makers.set(value, node);
  }

  /** Told of the value that is given a name, or that a statement is. */
  onValue(value: Value, { from, to }: TextRange, isNamed: boolean): void {
    if (!isNamed) this.lastValue = value;
    else if (value instanceof TorchTensor) this.origins.set(value, { from, to });
  }

  /** The expression that a tensor was given a name for. */
  originOf(tensor: TorchTensor): TextRange | undefined {
    return this.origins.get(tensor);
  }

  /** A statement begins. */
  begin(): void {
    this.outputBefore = this.output.length;
    this.gradients = [];
    this.lastValue = null;
  }

  /** The statement that began has ended, well or not. */
  end(statement: Statement): void {
    const { from, to } = statement;
    this.steps.push({
      from,
      to,
      line: this.host.lines.lineOf(from),
      bound: [...this.namesOf(statement), ...this.shownGradients()],
      value: this.lastValue === null ? null : shownValue(this.lastValue),
      printed: linesOf(this.output.slice(this.outputBefore)),
    });
  }

  private namesOf(statement: Statement): readonly BoundName[] {
    return boundNames(statement).flatMap((name) => {
      const value = this.host.scope.get(name);
      const shown = value === undefined ? null : shownValue(value);
      const origin = value instanceof TorchTensor ? (this.origins.get(value) ?? null) : null;
      return shown ? [{ name, value: shown, origin }] : [];
    });
  }

  private shownGradients(): readonly BoundName[] {
    return [...new Set(this.gradients)].flatMap((tensor) => {
      const shown = tensor.grad ? shownValue(tensor.grad) : null;
      return shown ? [{ name: `${this.nameOf(tensor)}.grad`, value: shown, origin: null }] : [];
    });
  }

  /** The name of a tensor, or the call that made it. */
  private nameOf(tensor: TorchTensor): string {
    const name = this.host.scope.nameOf(tensor);
    if (name !== null) return name;
    const made = this.makers.get(tensor);
    return made ? `${this.host.text.slice(made.callee.from, made.callee.to)}(…)` : '(…)';
  }
}

/** A last line without its line break counts. */
function linesOf(output: string): readonly string[] {
  if (output === '') return [];
  const lines = output.split('\n');
  return output.endsWith('\n') ? lines.slice(0, -1) : lines;
}
