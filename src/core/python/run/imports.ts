import type { Statement } from '../syntax/ast';
import type { Libraries } from '../torch/library/libraries';
import { NotEvaluated } from '../values/pythonError';
import { Callable, ModuleValue, type Value } from '../values/values';
import type { Scope } from './scope';

type Import = Extract<Statement, { type: 'import' | 'from' }>;

/** Names that stand for what everybody imports, for snippets that import nothing. */
const customary: Readonly<Record<string, string>> = {
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  np: 'numpy',
  math: 'math',
};

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
  if (statement.names === null) throw new NotEvaluated(`from ${statement.module} import *`);
  for (const { name, alias } of statement.names) {
    scope.set(alias ?? name, imported(libraries, statement.module, name));
  }
}

function imported(libraries: Libraries, module: string, name: string): Value {
  try {
    return libraries.member(module, name);
  } catch (error) {
    if (!(error instanceof NotEvaluated)) throw error;
    return new Callable(name, () => {
      throw new NotEvaluated(`${name}(…)`);
    });
  }
}
