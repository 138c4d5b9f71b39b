import { join } from '../../values/choice';
import { type GivenArgument, type UnknownValue, unknown, type Value } from '../../values/value';
import { always } from '../../values/when';
import type { Interpreter } from '../interpreter';

/**
 * Calls of a parser of arguments, by the symbol of its method: classes and functions that `set_defaults(model=Net)`
 * names, for one command each, are what the parsed arguments have under that name. Null for other methods.
 */
export function callParser(
  run: Interpreter,
  symbol: string,
  args: readonly GivenArgument[],
): UnknownValue | null {
  if (symbol.endsWith('.set_defaults')) {
    for (const { name, value } of args) if (name !== null && isMaker(value)) note(run, name, value);
    return unknown;
  }
  if (!/\.parse(_intermixed)?_args$/.test(symbol)) return null;
  const parsed = `$${run.id()}`;
  for (const [key, value] of run.symbols) {
    if (key.startsWith(prefix)) run.heap.write(run.symbols, `${parsed}.${key.slice(prefix.length)}`, value);
  }
  return { type: 'unknown', symbol: parsed };
}

/** Before the names of such defaults, which no symbol begins with. */
const prefix = 'default ';

function note(run: Interpreter, name: string, value: Value): void {
  const key = prefix + name;
  run.heap.write(run.symbols, key, join(run.symbols.get(key), value, always, always) ?? value);
}

function isMaker({ type }: Value): boolean {
  return type === 'class' || type === 'function' || type === 'bound' || type === 'extern';
}
