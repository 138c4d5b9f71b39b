import type { TextRange } from '../../../textRange';
import type { Expression, FunctionDefinition, Statement } from '../../syntax/ast';
import { Unknown } from '../../values/values';
import { Scope } from '../scope';
import { scopeOfFunction } from '../statements/functions';
import type { Statements } from '../statements/statements';

/** More blocks than this are not looked into. */
const mostBlocks = 400;

/** A block that a run did not enter, with the names that are not known in it. */
interface Block extends TextRange {
  readonly body: readonly Statement[];
  readonly scope: Scope;
  readonly unknownNames: readonly string[];
}

/**
 * Runs what a run of the whole program did not reach: bodies of functions that nothing calls, and blocks of statements
 * that are not evaluated. Their parameters and targets are unknown. Only for what is seen on the way, such as losses:
 * the names of the program are not to be used any more.
 */
export function runUnreached(body: readonly Statement[], statements: Statements, scope: Scope): void {
  const done = new Set<Statement>();
  const functions = functionsIn(body);
  for (let count = 0; count < mostBlocks; ) {
    const next = [...statements.failed.keys(), ...functions].find(
      (one) => !done.has(one) && !statements.functions.completed.has(one) && !isGenerator(one),
    );
    if (!next) return;
    done.add(next);
    const around = statements.failed.get(next) ?? statements.functions.definitions.get(next) ?? scope;
    for (const block of blocksOf(next, around)) {
      count++;
      for (const name of block.unknownNames) block.scope.set(name, new Unknown(null, block));
      statements.probe(block.body, block.scope);
    }
  }
}

function isGenerator(statement: Statement): boolean {
  return statement.type === 'function' && statement.isGenerator;
}

function blocksOf(statement: Statement, around: Scope): readonly Block[] {
  const { from, to } = statement;
  const block = (body: readonly Statement[], unknownNames: readonly string[] = []): Block => {
    return { from, to, body, scope: new Scope('function', around), unknownNames };
  };
  switch (statement.type) {
    case 'function':
      return [
        { ...block(statement.body, parametersOf(statement)), scope: scopeOfFunction(statement, around) },
      ];
    case 'if':
      return [...statement.branches.map(({ body }) => block(body)), block(statement.otherwise)];
    case 'for':
      return [block(statement.body, namesOf(statement.target)), block(statement.otherwise)];
    case 'while':
      return [block(statement.body), block(statement.otherwise)];
    case 'with':
      return [
        block(
          statement.body,
          statement.items.flatMap(({ target }) => (target ? namesOf(target) : [])),
        ),
      ];
    case 'try':
      return [
        block(statement.body),
        ...statement.handlers.map(({ body, name }) => block(body, name ? [name] : [])),
        block(statement.otherwise),
        block(statement.last),
      ];
    case 'match':
      return statement.cases.map((body) => block(body));
    default:
      return [];
  }
}

function parametersOf({ parameters }: FunctionDefinition): readonly string[] {
  return parameters.map(({ name }) => name);
}

function namesOf(target: Expression): readonly string[] {
  if (target.type === 'name') return [target.id];
  if (target.type === 'starred') return namesOf(target.value);
  return target.type === 'tuple' || target.type === 'list' ? target.items.flatMap(namesOf) : [];
}

/** Every function of a program in the order of the text, those in functions and classes included. */
function functionsIn(body: readonly Statement[]): readonly FunctionDefinition[] {
  return body.flatMap((statement): readonly FunctionDefinition[] => {
    if (statement.type === 'function') return [statement, ...functionsIn(statement.body)];
    if (statement.type === 'class') return functionsIn(statement.body);
    return blocksOf(statement, nowhere).flatMap(({ body: inner }) => functionsIn(inner));
  });
}

const nowhere = new Scope('module', null);
