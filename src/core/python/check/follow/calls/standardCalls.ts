import { namedChildren } from '../../effects/makeModule';
import { packagesOf } from '../../program/importsByName';
import { choose, tagged } from '../../values/choice';
import { type DictValue, type GivenArgument, unknown, type Value } from '../../values/value';
import { whenEquals, whenNone } from '../../values/when';
import type { Interpreter } from '../interpreter';
import { copied } from './copies';

type StandardCall = (run: Interpreter, args: readonly GivenArgument[]) => Value | null;

/** Python's standard library by full name, as imports resolve it; the same name of another package is another thing. */
const standard: Readonly<Record<string, StandardCall>> = {
  'collections.OrderedDict': ordered,
  'typing.OrderedDict': ordered,
  'types.SimpleNamespace': namespace,
  'argparse.Namespace': namespace,
  'functools.partial': (_run, args) =>
    args.length > 0 ? { type: 'bound', target: args[0].value, args: args.slice(1) } : null,
  'copy.copy': (run, args) => (args.length > 0 ? copied(run, args[0].value, 'shallow') : null),
  'copy.deepcopy': (run, args) => (args.length > 0 ? copied(run, args[0].value, 'deep') : null),
  'importlib.import_module': imported,
  'sys.exit': stop,
  'os._exit': stop,
};

/** A call of Python's standard library, or of what is like it; null when nothing is known of it. */
export function callStandard(run: Interpreter, path: string, args: readonly GivenArgument[]): Value | null {
  if (isOutput(path)) return namespace(run, args);
  return Object.hasOwn(standard, path) ? standard[path](run, args) : null;
}

/** `SequenceClassifierOutput(loss=loss, logits=logits)`: what a model of `transformers` returns. */
function isOutput(path: string): boolean {
  return path.startsWith('transformers.') && path.indexOf('Output', path.lastIndexOf('.')) > 0;
}

function ordered(_run: Interpreter, args: readonly GivenArgument[]): Value | null {
  return args.length === 1 ? namedChildren(args[0].value) : null;
}

/** Attributes by keyword, as the entries of a dictionary. */
function namespace(run: Interpreter, args: readonly GivenArgument[]): Value | null {
  if (args.some(({ name, stars }) => name === null || stars > 0)) return null;
  const cells = new Map(args.map(({ name, value }) => [`s:${name}`, value] as const));
  return run.heap.adopt<DictValue>({ type: 'dict', cells });
}

/**
 * A module by its name; where that is not known, one of those in the package that is written, or in the folders that the
 * program adds to its path. What comes of one of them stays together.
 */
function imported(run: Interpreter, [first]: readonly GivenArgument[]): Value | null {
  if (!first) return null;
  const { value } = first;
  if (value.type === 'constant') return run.modules.find(run.frame.path, 0, String(value.value));
  const { path } = run.frame;
  const text = run.report.textOf({ path, from: 0, to: Number.POSITIVE_INFINITY });
  const names = packagesOf(`${run.report.textOf(first)})`, text);
  const found = [...new Set(names.flatMap((name) => run.modules.findIn(path, name)))];
  if (found.length === 0) return null;
  const key = `import ${run.id()}`;
  const other = whenNone(
    key,
    found.map((file) => file.path),
  );
  return choose([
    ...tagged(unknown, other),
    ...found.flatMap((file) => tagged(file, whenEquals(key, file.path, true))),
  ]);
}

function stop(run: Interpreter): Value {
  run.frame.isLive = false;
  return unknown;
}
