/** Functions of one tensor (and a dim) that are evaluated, as methods and as functions of torch, F, np, …. */
const evaluated: ReadonlySet<string> = new Set([
  'log',
  'exp',
  'softmax',
  'log_softmax',
  'sigmoid',
  'logsigmoid',
]);

/** Methods that change the dtype, with the dtype. */
const casts: Readonly<Record<string, string>> = {
  double: 'float64',
  float: 'float32',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  bool: 'bool',
};

/** Methods that leave values, shape and dtype as they are. */
const keepingMethods: ReadonlySet<string> = new Set([
  'cuda',
  'cpu',
  'to',
  'detach',
  'clone',
  'contiguous',
  'requires_grad_',
]);

/** Functions that wrap a tensor and leave its values as they are. */
const keepingFunctions: ReadonlySet<string> = new Set(['Parameter', 'Variable', 'as_tensor', 'from_numpy']);

/**
 * What a call does to a tensor: the name of an operation (`log`, `softmax`, or a dtype for a cast), `same` when
 * it changes nothing that matters to a loss, null when it is not known.
 */
export function tensorMethod(name: string, isMethod: boolean, firstArgument: string | null): string | null {
  if (evaluated.has(name)) return name;
  if (!isMethod) return keepingFunctions.has(name) ? 'same' : null;
  if (Object.hasOwn(casts, name)) return casts[name];
  if (name === 'to' && firstArgument) {
    const dtype = firstArgument.slice(firstArgument.lastIndexOf('.') + 1);
    if (Object.values(casts).includes(dtype)) return dtype;
    if (Object.hasOwn(casts, dtype)) return casts[dtype];
  }
  return keepingMethods.has(name) ? 'same' : null;
}
