import { NotEvaluated } from '../../values/pythonError';
import { Callable, ModuleInstance, type Value } from '../../values/values';
import { isModule, type Module } from './moduleTree';

/** `repr(module)`: its name, its options, and the modules that it holds, one a line. */
export function moduleText(module: Module): string {
  const extra = extraOf(module);
  const children = [...module.attributes]
    .filter((entry): entry is [string, Module] => isModule(entry[1]))
    .map(([name, child]) => [name, textOf(child)] as const);
  const lines =
    module.typeName === 'ModuleList' && module instanceof ModuleInstance
      ? grouped(children)
      : children.map(([name, text]) => `(${name}): ${text}`);
  const all = [...(extra === '' ? [] : extra.split('\n')), ...lines].map(indented);
  if (all.length === 0 || (lines.length === 0 && all.length === 1)) return `${module.typeName}(${extra})`;
  return `${module.typeName}(\n${all.map((line) => `  ${line}`).join('\n')}\n)`;
}

function textOf(module: Module): string {
  const written = ownMethod(module, '__repr__');
  return written === null ? moduleText(module) : stringOf(written, module);
}

/** What the class of the snippet says by `extra_repr`, else the options of a module of PyTorch. */
function extraOf(module: Module): string {
  if (module instanceof ModuleInstance) return module.extra;
  const written = ownMethod(module, 'extra_repr');
  return written === null ? '' : stringOf(written, module);
}

function ownMethod(module: Module, name: string): Callable | null {
  const method = module instanceof ModuleInstance ? undefined : module.type.find(name);
  return method instanceof Callable ? method : null;
}

function stringOf(method: Callable, self: Value): string {
  const text = method.call({ positional: [self], named: new Map() });
  if (typeof text !== 'string') throw new NotEvaluated(`${method.name}(…)`);
  return text;
}

/** Modules of a list that print alike and follow each other stand together: `(0-2): 3 x ReLU()`. */
function grouped(children: readonly (readonly [string, string])[]): readonly string[] {
  const groups: { first: string; last: string; count: number; text: string }[] = [];
  for (const [name, text] of children) {
    const group = groups.at(-1);
    if (group?.text === text) {
      group.last = name;
      group.count++;
    } else groups.push({ first: name, last: name, count: 1, text });
  }
  return groups.map(({ first, last, count, text }) =>
    count === 1 ? `(${first}): ${text}` : `(${first}-${last}): ${count} x ${text}`,
  );
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
