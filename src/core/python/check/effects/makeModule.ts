import type { FileRange } from '../findings/codeFinding';
import type { Interpreter } from '../follow/interpreter';
import { elementsOf } from '../follow/iterate';
import { appended } from '../values/sequences';
import {
  type Cells,
  constant,
  type GivenArgument,
  type TorchValue,
  tuple,
  unknown,
  type Value,
} from '../values/value';

/** Something of `torch.nn` by its class, or null for other paths. */
export function makeModule(
  path: string,
  args: readonly GivenArgument[],
  site: FileRange,
  word: FileRange,
  written: string,
  run: Interpreter | null = null,
): TorchValue | null {
  const name = path.split('.').at(-1) ?? '';
  if (!path.startsWith('torch.') || !/^[A-Z]/.test(name)) return null;
  const cells: Cells = new Map();
  if (name === 'Sequential' || name === 'ModuleList')
    cells.set('children', childrenOf(run, args, name, cells));
  if (name === 'ModuleDict')
    cells.set('children', args.length > 0 ? childrenOf(run, args, name, cells) : tuple([]));
  return { type: 'torch', name, args, word, written, cells, path: site.path, from: site.from, to: site.to };
}

function childrenOf(
  run: Interpreter | null,
  args: readonly GivenArgument[],
  name: string,
  cells: Cells,
): Value {
  const positional = args.filter((one) => one.name === null);
  if (positional.length === 1 && positional[0].stars === 0) {
    const [{ value }] = positional;
    if (value.type === 'dict') {
      for (const [key, child] of value.cells) if (key.startsWith('s:')) cells.set(key.slice(2), child);
      return tuple([...value.cells.values()]);
    }
    if (name === 'ModuleList') return run ? elementsOf(run, value) : tuple([], unknown);
  }
  let items = tuple([]);
  for (const { stars, value } of positional) {
    const added = stars === 0 ? tuple([value]) : run ? elementsOf(run, value) : tuple([], unknown);
    items = appended(items, added);
  }
  return items;
}

/** Children with names, as `OrderedDict([('fc', nn.Linear(2, 3)), …])` gives them. */
export function namedChildren(value: Value): Value {
  if (value.type !== 'tuple' && value.type !== 'list') return unknown;
  const items = value.type === 'tuple' ? value : value.cells.get('items');
  if (items?.type !== 'tuple' || items.rest !== null) return unknown;
  const cells: Cells = new Map();
  for (const pair of items.items) {
    const entry = pair.type === 'list' ? pair.cells.get('items') : pair;
    if (entry?.type !== 'tuple' || entry.items[0]?.type !== 'constant') return unknown;
    cells.set(`s:${String(entry.items[0].value)}`, entry.items[1] ?? constant(null));
  }
  return { type: 'dict', cells };
}
