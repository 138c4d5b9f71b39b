import type { TextRange } from '../../../textRange';
import type { Statement } from '../../syntax/ast';
import { blocksOf, statementsOf, walk } from '../../syntax/walk';
import { Unknown } from '../../values/values';
import { boundBy } from '../effects/bindings';
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
  const functions = [...walk(body, statementsOf)].filter((node) => node.type === 'function');
  for (let count = 0; count < mostBlocks; ) {
    const next = [...statements.failed.keys(), ...functions].find(
      (one) => !done.has(one) && !statements.functions.completed.has(one) && !isGenerator(one),
    );
    if (!next) return;
    done.add(next);
    const around = statements.failed.get(next) ?? statements.functions.definitions.get(next) ?? scope;
    for (const block of unreachedBlocks(next, around)) {
      count++;
      for (const name of block.unknownNames) block.scope.set(name, new Unknown(null, block));
      statements.probe(block.body, block.scope);
    }
  }
}

function isGenerator(statement: Statement): boolean {
  return statement.type === 'function' && statement.isGenerator;
}

/** The blocks of a statement by themselves; those of a class are its methods, which are definitions of their own. */
function unreachedBlocks(statement: Statement, around: Scope): readonly Block[] {
  if (statement.type === 'class') return [];
  const isFunction = statement.type === 'function';
  const { from, to } = statement;
  return blocksOf(statement).map((body) => ({
    from,
    to,
    body,
    scope: isFunction ? scopeOfFunction(statement, around) : new Scope('function', around),
    unknownNames: isFunction ? statement.parameters.map(({ name }) => name) : boundBy(statement),
  }));
}
