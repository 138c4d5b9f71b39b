import type { Expression, Statement } from '../../syntax/ast';

/** Names that a statement may bind, in order, also in its blocks; not those inside functions and classes. */
export function boundNames(statement: Statement): readonly string[] {
  return [...new Set(namesOf(statement))];
}

function namesOf(statement: Statement): readonly string[] {
  switch (statement.type) {
    case 'assign':
      return statement.targets.flatMap(targetNames);
    case 'delete':
      return statement.targets.flatMap(targetNames);
    case 'update':
      return targetNames(statement.target);
    case 'function':
    case 'class':
      return [statement.name];
    case 'if':
      return [...statement.branches.flatMap(({ body }) => body), ...statement.otherwise].flatMap(namesOf);
    case 'for':
      return [
        ...targetNames(statement.target),
        ...[...statement.body, ...statement.otherwise].flatMap(namesOf),
      ];
    case 'while':
      return [...statement.body, ...statement.otherwise].flatMap(namesOf);
    case 'with':
      return [
        ...statement.items.flatMap(({ target }) => (target ? targetNames(target) : [])),
        ...statement.body.flatMap(namesOf),
      ];
    case 'try':
      return [
        ...statement.body,
        ...statement.handlers.flatMap(({ body }) => body),
        ...statement.otherwise,
        ...statement.last,
      ].flatMap(namesOf);
    case 'match':
      return statement.cases.flat().flatMap(namesOf);
    case 'broken':
      return statement.parts.flatMap(targetNames);
    default:
      return [];
  }
}

/** `x`, `x, y`, and `x` of `x[0]`, which changes what it holds. */
function targetNames(target: Expression): readonly string[] {
  switch (target.type) {
    case 'name':
      return [target.id];
    case 'tuple':
    case 'list':
      return target.items.flatMap(targetNames);
    case 'starred':
      return targetNames(target.value);
    case 'subscript':
    case 'attribute':
      return targetNames(target.object);
    default:
      return [];
  }
}
