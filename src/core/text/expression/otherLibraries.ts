import { underPaths } from '../forms/form';

/** Functions of TensorFlow, JAX and Flax by the operations of PyTorch that they are. */
const functions: readonly (readonly [string, readonly string[]])[] = [
  ['log', underPaths(['tf', 'tf.math', 'jnp', 'jax.numpy'], ['log'])],
  ['exp', underPaths(['tf', 'tf.math', 'jnp', 'jax.numpy'], ['exp'])],
  ['softmax', underPaths(['tf.nn', 'jax.nn', 'nn'], ['softmax'])],
  ['log_softmax', underPaths(['tf.nn', 'jax.nn', 'nn'], ['log_softmax'])],
  ['sigmoid', underPaths(['tf', 'tf.nn', 'jax.nn'], ['sigmoid'])],
  ['logsigmoid', underPaths(['tf.math', 'jax.nn'], ['log_sigmoid'])],
];

const operationOfFunction: ReadonlyMap<string, string> = new Map(
  functions.flatMap(([name, callees]) => callees.map((callee) => [callee, name] as const)),
);

/** The operation of PyTorch that a function of another library is (`tf.nn.softmax` -> `softmax`), or null. */
export function otherOperationOf(callee: string): string | null {
  return operationOfFunction.get(callee) ?? null;
}

const generators =
  /^(?:tf|jax)\.random\.(?:bernoulli|beta|categorical|choice|dirichlet|exponential|gamma|multinomial|normal|permutation|poisson|randint|truncated_normal|uniform)$/;

/** True for a function of TensorFlow or JAX that makes other numbers at every call. */
export function isOtherGenerator(callee: string): boolean {
  return generators.test(callee);
}
