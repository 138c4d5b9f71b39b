import type { TextRange } from '../../../textRange';
import type { Statement } from '../../syntax/ast';
import { customaryNames } from '../../torch/library/customaryNames';
import type { Libraries } from '../../torch/library/libraries';
import { NotEvaluated, PythonError } from '../../values/pythonError';
import { Callable, ModuleValue, Unknown, type Value } from '../../values/values';
import { isPureFunction } from '../effects/purity';
import type { Scope } from '../scope';

type Import = Extract<Statement, { type: 'import' | 'from' }>;

/** Names that stand for what everybody imports, for snippets that import nothing. */
const customary: Readonly<Record<string, string>> = {
  ...customaryNames,
  math: 'math',
  ...Object.fromEntries(
    'copy random os sys time json itertools functools collections operator'
      .split(' ')
      .map((name) => [name, name]),
  ),
};

/** Modules that are where PyTorch is. */
const present: ReadonlySet<string> = new Set(
  (
    'torch numpy math cmath copy random os sys time json re io abc enum types typing string warnings logging itertools ' +
    'functools collections operator contextlib dataclasses datetime pathlib argparse pickle csv glob shutil statistics ' +
    'decimal fractions heapq bisect inspect traceback unittest builtins __future__'
  ).split(' '),
);

/** Whether an import cannot fail. */
export function isSureToBeThere(statement: Import): boolean {
  const modules = statement.type === 'import' ? statement.names.map(({ name }) => name) : [statement.module];
  return modules.every((name) => present.has(name.split('.')[0]));
}

export function bindCustomaryNames(scope: Scope): void {
  for (const [name, path] of Object.entries(customary)) scope.set(name, new ModuleValue(path));
}

/** Binds the names of an import statement. Nothing is loaded: modules are known or they are not. */
export function importInto(scope: Scope, statement: Import, libraries: Libraries): void {
  if (statement.type === 'import') {
    for (const { name, alias } of statement.names) {
      const path = alias === null ? name.split('.')[0] : name;
      scope.set(alias ?? path, new ModuleValue(path));
    }
    return;
  }
  const path = '.'.repeat(statement.level) + statement.module;
  if (statement.names === null) throw new NotEvaluated(`from ${path} import *`);
  for (const { name, alias } of statement.names) {
    scope.set(alias ?? name, imported(libraries, path, name, statement));
  }
}

function imported(libraries: Libraries, module: string, name: string, place: TextRange): Value {
  try {
    return libraries.member(module, name);
  } catch (error) {
    if (!(error instanceof NotEvaluated || error instanceof PythonError)) throw error;
    const path = `${module}.${name}`;
    if (!/^(torch|numpy|math)(\.|$)/.test(module)) {
      return new Unknown(null, place, isPureFunction(path) ? 'plain' : 'foreign', [], null, name);
    }
    const callee = new Callable(name, () => {
      throw new NotEvaluated(`${name}(…)`);
    });
    callee.path = path;
    return callee;
  }
}
