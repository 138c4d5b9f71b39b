import type { Statement } from '../../syntax/ast';

/** A module that a file imports, wherever in the file. */
export interface ImportedModule {
  readonly level: number;
  readonly module: string;
}

/** All modules that statements import, those inside of functions and branches included. */
export function importsIn(body: readonly Statement[]): readonly ImportedModule[] {
  return body.flatMap((statement): readonly ImportedModule[] => {
    switch (statement.type) {
      case 'import':
        return statement.names.map(({ name }) => ({ level: 0, module: name }));
      case 'from': {
        const { level, module, names } = statement;
        const dot = module === '' ? '' : '.';
        const inside = (names ?? []).map(({ name }) => ({ level, module: `${module}${dot}${name}` }));
        return [{ level, module }, ...inside];
      }
      default:
        return blocksOf(statement).flatMap(importsIn);
    }
  });
}

/** The blocks of statements inside of a statement. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.type) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise];
    case 'for':
    case 'while':
      return [statement.body, statement.otherwise];
    case 'with':
    case 'function':
    case 'class':
      return [statement.body];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.last,
      ];
    case 'match':
      return statement.cases;
    default:
      return [];
  }
}
