import type { CallArgument } from '../../syntax/ast';

/** Packages whose functions write into nothing but what they are named for. */
const pureRoots: ReadonlySet<string> = new Set(
  'torch numpy math time os warnings typing json copy random datetime pathlib collections'.split(' '),
);

/** Functions of these packages that write into their arguments, or run functions that they are given. */
const writers =
  /(^|\.)(copyto|put|place|putmask|fill_diagonal|put_along_axis|shuffle|at|nditer|backward|grad|func|vmap|jit|compile|checkpoint|checkpoint_sequential|cond|while_loop|parametrize|vector_to_parameters|load|exec|system)(\.|$)/;

/** Settings of PyTorch and NumPy that everything after depends on. */
const settings =
  /(^|\.)(set_default_\w+|set_grad_enabled|set_printoptions|set_flush_denormal|seterr|set_\w+_precision|use_deterministic_algorithms)$/;

export function isSetting(path: string): boolean {
  return settings.test(path);
}

/** Whether a package writes into nothing that is not named for it. */
export function isLibrary(path: string): boolean {
  return pureRoots.has(path.split('.')[0]);
}

/** Whether a function of a package, by its full name, writes into nothing and runs nothing. */
export function isPureFunction(path: string): boolean {
  return isLibrary(path) && !writesByName(path.split('.').at(-1) ?? '') && !writers.test(path);
}

/** PyTorch's methods that write into their tensor end in an underscore. */
function writesByName(name: string): boolean {
  return (
    /[^_]_$/.test(name) ||
    /^__i?(set|del|add|sub|mul|truediv|floordiv|mod|pow|and|or|xor|lshift|rshift|matmul)/.test(name)
  );
}

const methodsThatWrite: ReadonlySet<string> = new Set(
  (
    'append extend insert pop remove clear sort reverse update setdefault popitem add discard difference_update ' +
    'intersection_update symmetric_difference_update send throw close step zero_grad load_state_dict train eval ' +
    'apply retain_grad fill put partition resize itemset setflags setfield byteswap register_buffer register_parameter ' +
    'register_module add_module register_hook map_ set_ __init__ __call__ __next__ __dict__'
  ).split(' '),
);

/** Whether a method of data, or of what the libraries make, leaves all as it is. `backward` is looked at by itself. */
export function isPureMethod(name: string): boolean {
  return !writesByName(name) && !methodsThatWrite.has(name) && !name.startsWith('register_');
}

/** Built-in functions that may get at everything by its name. */
const omnipotent: ReadonlySet<string> = new Set(
  'exec eval compile globals locals vars __import__ __builtins__ breakpoint'.split(' '),
);

export function isOmnipotent(name: string): boolean {
  return omnipotent.has(name);
}

/** Built-in functions that only look at what they are given: all others may go through it, which runs it. */
const lookers: ReadonlySet<string> = new Set(
  'print len isinstance issubclass type id repr str float int bool abs round hasattr getattr callable format range'.split(
    ' ',
  ),
);

export function onlyLooks(path: string | null): boolean {
  return path === null || !path.startsWith('builtins.') || lookers.has(path.slice('builtins.'.length));
}

/** Built-in functions that write into what they are given, or go through it. */
const builtinWriters: ReadonlySet<string> = new Set('setattr delattr next iter anext aiter super'.split(' '));

export function isPureBuiltin(name: string): boolean {
  return !builtinWriters.has(name) && !omnipotent.has(name);
}

/** `out=…`, `inplace=True` and the like write into their arguments. */
export function hasWritingKeyword(args: readonly CallArgument[]): boolean {
  return args.some(({ name, stars, value }) => {
    if (stars === 2) return true;
    const isOff = value.type === 'constant' && (value.value === false || value.value === null);
    return (name === 'inplace' || name === 'out' || name === 'copy') && !isOff;
  });
}
