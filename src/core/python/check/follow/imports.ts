import type { Statement } from '../../syntax/ast';
import { moduleNames } from '../../torch/modules';
import type { Home } from '../../torch/operation';
import { operationsIn } from '../../torch/operations';
import { unknown, type Value } from '../values/value';
import type { Interpreter } from './interpreter';

/** `import a.b as c` */
export function importModules(run: Interpreter, { names }: Extract<Statement, { type: 'import' }>): void {
  for (const { name, alias } of names) {
    const [first] = name.split('.');
    const wanted = alias === null ? first : name;
    const found = run.modules.find(run.frame.path, 0, name);
    if (found && alias === null && name !== first) bindPackage(run, name);
    else run.setName(alias ?? first, found ?? { type: 'extern', path: wanted });
  }
}

/** `import a.b` binds `a`, of which `b` is reached by attributes. */
function bindPackage(run: Interpreter, name: string): void {
  const parts = name.split('.');
  const known = run.lookUp(parts[0]);
  const root = run.modules.find(run.frame.path, 0, parts[0]);
  const top: Value = root ?? (known?.type === 'file' ? known : { type: 'file', path: '', cells: new Map() });
  run.setName(parts[0], top);
  let at = top;
  for (let i = 1; i < parts.length; i++) {
    const next = run.modules.find(run.frame.path, 0, parts.slice(0, i + 1).join('.'));
    const value: Value = next ?? { type: 'file', path: '', cells: new Map() };
    if (at.type === 'file' && !at.cells.has(parts[i])) run.heap.write(at.cells, parts[i], value);
    at = value;
  }
}

/** `from a import b as c`, `from . import d`, `from a import *` */
export function importFrom(
  run: Interpreter,
  { level, module, names }: Extract<Statement, { type: 'from' }>,
): void {
  const found = run.modules.find(run.frame.path, level, module);
  if (names === null) {
    if (found) for (const [name, value] of found.cells) if (!name.startsWith('_')) run.setName(name, value);
    if (module.startsWith('torch'))
      for (const name of namesOf(module)) run.setName(name, outside(false, module, name));
    return;
  }
  for (const { name, alias } of names) {
    const member = found?.cells.get(name);
    const submodule =
      member ?? run.modules.find(run.frame.path, level, module === '' ? name : `${module}.${name}`);
    run.setName(alias ?? name, submodule ?? outside(found !== null || level > 0, module, name));
  }
}

function namesIn(home: Home): readonly string[] {
  return operationsIn(home).map(({ name }) => name);
}

/** The names of torch that are known here, for `from torch.nn import *`. */
function namesOf(module: string): readonly string[] {
  if (module === 'torch.nn') return ['functional', ...moduleNames];
  if (module === 'torch.nn.functional') return namesIn('F');
  return module === 'torch' ? ['nn', ...namesIn('torch')] : [];
}

function outside(isInside: boolean, module: string, name: string): Value {
  return isInside ? unknown : { type: 'extern', path: `${module}.${name}` };
}
