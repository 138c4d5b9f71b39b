import type { Expression, Statement } from '../syntax/ast';
import { boundNames } from './boundNames';

/** What a statement may change besides binding names, as far as its text tells. */
export interface Effects {
  /** Names that it binds, and those whose value it may write into. */
  readonly names: readonly string[];
  readonly hasBackward: boolean;
  /** A step of an optimizer, which writes into parameters. */
  readonly hasStep: boolean;
}

export function effectsOf(statement: Statement): Effects {
  const methods = methodsIn(statement);
  const written = methods.filter(({ name }) => /[^_]_$/.test(name)).flatMap(({ object }) => object ?? []);
  return {
    names: [...new Set([...boundNames(statement), ...written])],
    hasBackward: methods.some(({ name }) => name === 'backward'),
    hasStep: methods.some(({ name }) => name === 'step'),
  };
}

interface MethodCall {
  readonly name: string;
  /** The name that the method is of, where it is one. */
  readonly object: string | null;
}

/** Every method that is called anywhere in a piece of the syntax tree. */
function methodsIn(tree: Statement | Expression): readonly MethodCall[] {
  const found: MethodCall[] = [];
  const stack: unknown[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || typeof node !== 'object') continue;
    if (isCallOfMethod(node)) {
      const { object, name } = node.callee;
      found.push({ name, object: object.type === 'name' ? object.id : null });
    }
    stack.push(...Object.values(node));
  }
  return found;
}

type CallOfMethod = Extract<Expression, { type: 'call' }> & {
  readonly callee: Extract<Expression, { type: 'attribute' }>;
};

function isCallOfMethod(node: object): node is CallOfMethod {
  const call = node as Partial<CallOfMethod>;
  return call.type === 'call' && call.callee?.type === 'attribute';
}
