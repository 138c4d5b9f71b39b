import * as l10n from '../../../l10n';
import { broadcastOffsets, broadcastShapes } from '../../../tensor/broadcast';
import { scalarTypeName } from '../../../tensor/dtypeNames';
import { numelOf } from '../../../tensor/shape';
import type { Tensor } from '../../../tensor/tensor';
import { NotEvaluated, runtimeError } from '../../values/pythonError';
import { reshaped, sumTo } from '../tensor/tensorMath';
import type { TorchContext } from '../tensor/torchContext';
import type { TorchTensor } from '../tensor/torchTensor';

/** `a @ b` as `torch.matmul`: dot products, matrices, and batches of them. */
export function matmul(context: TorchContext, a: TorchTensor, b: TorchTensor): TorchTensor {
  if (a.dimCount === 0 || b.dimCount === 0) {
    throw runtimeError(
      `both arguments to matmul need to be at least 1D, but they are ${a.dimCount}D and ${b.dimCount}D`,
    );
  }
  if (a.dimCount === 1 && b.dimCount === 1 && a.dtype !== b.dtype) {
    throw runtimeError(
      `dot : expected both vectors to have same dtype, but found ${scalarTypeName(a.dtype)} and ${scalarTypeName(b.dtype)}`,
    );
  }
  checkSizes(a, b);
  if (a.dtype !== b.dtype && b.dimCount === 1 && a.dimCount === 2) {
    const [matrix, vector] = [a, b].map(({ dtype }) => scalarTypeName(dtype));
    throw runtimeError(
      `addmv input tensors must have the same dtype, but got ${vector}, ${matrix}, and ${vector}`,
    );
  }
  if (a.dtype !== b.dtype) {
    const names = [a, b].map(({ dtype }) => cName(scalarTypeName(dtype)));
    throw runtimeError(`expected m1 and m2 to have the same dtype, but got: ${names[0]} != ${names[1]}`);
  }
  const left = a.dimCount === 1 ? [1, ...a.shape] : a.shape;
  const right = b.dimCount === 1 ? [...b.shape, 1] : b.shape;
  // The work is counted, not only the memory.
  context.charge((a.numel * (b.dimCount === 1 ? 1 : b.shape[b.dimCount - 1])) / 8);
  const product = multiply(reshaped(a.dense(), left), reshaped(b.dense(), right));
  const shape = product.shape.filter((_, dim) => {
    const isRow = dim === product.shape.length - 2 && a.dimCount === 1;
    const isColumn = dim === product.shape.length - 1 && b.dimCount === 1;
    return !isRow && !isColumn;
  });
  return context.record(reshaped(product, shape), gradFnOf(a, b), [a, b], (grad) => {
    const g = reshaped(grad, product.shape);
    const byLeft = multiply(g, swapped(reshaped(b.dense(), right)));
    const byRight = multiply(swapped(reshaped(a.dense(), left)), g);
    return [reshaped(sumTo(byLeft, left), a.shape), reshaped(sumTo(byRight, right), b.shape)];
  });
}

/** PyTorch's C++ names of the element types in this one message. */
function cName(name: string): string {
  const names: Readonly<Record<string, string>> = {
    Float: 'float',
    Double: 'double',
    Long: 'long int',
    Int: 'int',
    Half: 'c10::Half',
    BFloat16: 'c10::BFloat16',
    Bool: 'bool',
    Byte: 'unsigned char',
    Short: 'short',
    Char: 'signed char',
  };
  return names[name] ?? name;
}

function checkSizes(a: TorchTensor, b: TorchTensor): void {
  const inner = a.shape[a.dimCount - 1];
  const other = b.dimCount === 1 ? b.shape[0] : b.shape[b.dimCount - 2];
  if (inner === other) return;
  if (a.dimCount === 1 && b.dimCount === 1) {
    throw runtimeError(
      `inconsistent tensor size, expected tensor [${inner}] and src [${other}] to have the same number of elements, but got ${inner} and ${other} elements respectively`,
    );
  }
  if (b.dimCount === 1 && a.dimCount === 2) {
    throw runtimeError(
      `size mismatch, got input (${a.shape[0]}), mat (${a.shape.join('x')}), vec (${other})`,
    );
  }
  const rows = numelOf(a.shape.slice(0, -1));
  const m1 = a.dimCount === 1 ? [1, inner] : [rows, inner];
  const m2 = b.shape;
  if (m2.length <= 2) {
    throw runtimeError(`mat1 and mat2 shapes cannot be multiplied (${m1.join('x')} and ${m2.join('x')})`);
  }
  if (a.dimCount !== 3 || b.dimCount !== 3 || a.shape[0] !== b.shape[0]) {
    throw new NotEvaluated(l10n.t('@ of batches that do not fit'));
  }
  throw runtimeError(
    `Expected size for first two dimensions of batch2 tensor to be: [${numelOf(a.shape.slice(0, -2))}, ${inner}] but got: [${numelOf(b.shape.slice(0, -2))}, ${other}].`,
  );
}

function gradFnOf(a: TorchTensor, b: TorchTensor): string {
  if (a.dimCount === 1 && b.dimCount === 1) return 'DotBackward0';
  if (a.dimCount === 2 && b.dimCount === 1) return 'MvBackward0';
  if (a.dimCount === 1 && b.dimCount === 2) return 'SqueezeBackward4';
  return a.dimCount === 2 && b.dimCount === 2 ? 'MmBackward0' : 'UnsafeViewBackward0';
}

/** Batches of (n, k) by (k, m). */
function multiply(a: Tensor, b: Tensor): Tensor {
  const [n, k] = a.shape.slice(-2);
  const m = b.shape[b.shape.length - 1];
  const { shape: batch, mismatch } = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  if (mismatch) {
    throw runtimeError(
      `The size of tensor a (${mismatch.a}) must match the size of tensor b (${mismatch.b}) at non-singleton dimension ${mismatch.dim}`,
    );
  }
  const offsetsA = broadcastOffsets(a.shape.slice(0, -2), batch);
  const offsetsB = broadcastOffsets(b.shape.slice(0, -2), batch);
  const data = new Float64Array(numelOf(batch) * n * m);
  for (let i = 0; i < offsetsA.length; i++) {
    const [left, right, out] = [offsetsA[i] * n * k, offsetsB[i] * k * m, i * n * m];
    for (let row = 0; row < n; row++) {
      addRowProduct(a.data, left + row * k, k, b.data, right, m, data, out + row * m);
    }
  }
  return { data, shape: [...batch, n, m], dtype: a.dtype };
}

/**
 * Adds a row of `k` elements of `a` times a matrix (k, m) of `b` to `m` elements of `out`. The rows of `b` are gone
 * through in order, four at a time, so that memory is read in order and each sum is that of the textbook's loop.
 */
function addRowProduct(
  a: Float64Array,
  rowAt: number,
  k: number,
  b: Float64Array,
  matrixAt: number,
  m: number,
  out: Float64Array,
  outAt: number,
): void {
  let x = 0;
  for (; x + 4 <= k; x += 4) {
    const [a0, a1, a2, a3] = [a[rowAt + x], a[rowAt + x + 1], a[rowAt + x + 2], a[rowAt + x + 3]];
    const b0 = matrixAt + x * m;
    const [b1, b2, b3] = [b0 + m, b0 + 2 * m, b0 + 3 * m];
    for (let c = 0; c < m; c++) {
      out[outAt + c] = out[outAt + c] + a0 * b[b0 + c] + a1 * b[b1 + c] + a2 * b[b2 + c] + a3 * b[b3 + c];
    }
  }
  for (; x < k; x++) {
    const factor = a[rowAt + x];
    for (let c = 0; c < m; c++) out[outAt + c] += factor * b[matrixAt + x * m + c];
  }
}

function swapped(tensor: Tensor): Tensor {
  const [n, m] = tensor.shape.slice(-2);
  const data = new Float64Array(tensor.data.length);
  for (let i = 0; i < data.length; i++) {
    const batch = Math.floor(i / (n * m));
    const rest = i - batch * n * m;
    const row = Math.floor(rest / n);
    data[i] = tensor.data[batch * n * m + (rest - row * n) * m + row];
  }
  return { data, shape: [...tensor.shape.slice(0, -2), m, n], dtype: tensor.dtype };
}
