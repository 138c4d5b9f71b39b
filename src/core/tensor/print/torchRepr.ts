import type { Tensor } from '../tensor';
import { edgeData, edgeItems, isSummarised } from './summary';
import { type Formatter, torchFormatter } from './torchFormatter';

const lineWidth = 80;
const prefix = 'tensor(';

/** What a print says of a tensor besides its values. */
export interface TensorAbout {
  readonly requiresGrad?: boolean;
  /** As `LogBackward0`; null for a leaf. */
  readonly gradFn?: string | null;
  readonly isParameter?: boolean;
}

/**
 * `repr(tensor)` with PyTorch's default print options: 4 digits, lines of 80 characters, more than 1000 elements
 * summarised. Source: torch/_tensor_str.py.
 */
export function torchRepr(tensor: Tensor, about: TensorAbout = {}): string {
  const { data, shape, dtype } = tensor;
  const suffixes: string[] = [];
  const isEmpty = data.length === 0;
  if (isEmpty && shape.length !== 1) suffixes.push(`size=(${shape.join(', ')})`);
  const isDefault = dtype === 'float32' || (!isEmpty && (dtype === 'int64' || dtype === 'bool'));
  if (!isDefault) suffixes.push(`dtype=torch.${dtype}`);
  if (about.gradFn) suffixes.push(`grad_fn=<${about.gradFn}>`);
  else if (about.requiresGrad) suffixes.push('requires_grad=True');
  const text = prefix + (isEmpty ? '[]' : body(tensor));
  return (about.isParameter ? 'Parameter containing:\n' : '') + withSuffixes(text, suffixes);
}

function body(tensor: Tensor): string {
  const formatter = torchFormatter(isSummarised(tensor) ? edgeData(tensor) : tensor);
  const writer = new Writer(tensor, formatter, isSummarised(tensor));
  return writer.part(0, 0, prefix.length);
}

class Writer {
  constructor(
    private readonly tensor: Tensor,
    private readonly formatter: Formatter,
    private readonly isSummary: boolean,
  ) {}

  /** The part of the tensor below `dim` whose elements start at `offset`. */
  part(dim: number, offset: number, indent: number): string {
    const { shape } = this.tensor;
    if (shape.length === 0) return this.scalar();
    if (dim === shape.length - 1) return this.vector(offset, indent);
    const size = shape[dim];
    const stride = shape.slice(dim + 1).reduce((product, one) => product * one, 1);
    const slices = edgeIndices(size, this.isSummary).map((i) =>
      i === null ? '...' : this.part(dim + 1, offset + i * stride, indent + 1),
    );
    const separator = `,${'\n'.repeat(shape.length - dim - 1)}${' '.repeat(indent + 1)}`;
    return `[${slices.join(separator)}]`;
  }

  /** A single value is written in its width too, which is its own. */
  private scalar(): string {
    const [value] = this.tensor.data;
    return this.formatter.format(value);
  }

  private vector(offset: number, indent: number): string {
    const { data, shape } = this.tensor;
    const perLine = Math.max(1, Math.floor((lineWidth - indent) / (this.formatter.width + 2)));
    const words = edgeIndices(shape[shape.length - 1], this.isSummary).map((i) =>
      i === null ? ' ...' : this.formatter.format(data[offset + i]),
    );
    const lines: string[] = [];
    for (let i = 0; i < words.length; i += perLine) lines.push(words.slice(i, i + perLine).join(', '));
    return `[${lines.join(`,\n${' '.repeat(indent + 1)}`)}]`;
  }
}

/** The indices that are shown; null stands for those left out. */
function edgeIndices(size: number, isSummary: boolean): readonly (number | null)[] {
  const all = Array.from({ length: size }, (_, i) => i);
  if (!isSummary || size <= 2 * edgeItems) return all;
  return [...all.slice(0, edgeItems), null, ...all.slice(-edgeItems)];
}

function withSuffixes(text: string, suffixes: readonly string[]): string {
  let result = text;
  let lastLine = text.length - text.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (lastLine + suffix.length + 2 > lineWidth) {
      result += `,\n${' '.repeat(prefix.length)}${suffix}`;
      lastLine = prefix.length + suffix.length;
    } else {
      result += `, ${suffix}`;
      lastLine += suffix.length + 2;
    }
  }
  return `${result})`;
}
