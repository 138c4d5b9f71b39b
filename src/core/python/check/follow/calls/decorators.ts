import type { Decorator } from '../../../syntax/ast';
import type { CallSite } from '../../values/callSite';
import type { ClassValue, FunctionValue, GivenArgument, Value } from '../../values/value';
import { attributeOf } from '../attributes';
import type { Interpreter } from '../interpreter';
import { selfArgument } from './classes';

/** Decorators that leave what a function returns as it is. */
const transparent =
  /(^|\.)(no_grad|inference_mode|enable_grad|autocast|script|compile|wraps|lru_cache|cache|override|abstractmethod|profile|jit|typechecked|staticmethod|classmethod|property|cached_property|main|export|ignore|unused)$/;

/** A class or a function as its decorators leave it: those of the program are called, of others nothing is known. */
export function decorated(
  run: Interpreter,
  decorators: readonly Decorator[],
  made: ClassValue | FunctionValue,
): Value {
  let value = made;
  for (const decorator of [...decorators].reverse()) {
    if (!transparent.test(decorator.id)) value = decoratedBy(run, decorator, value);
  }
  return value;
}

function decoratedBy(
  run: Interpreter,
  decorator: Decorator,
  value: ClassValue | FunctionValue,
): ClassValue | FunctionValue {
  const result = applied(run, decorator, value);
  if (result?.type === 'class') return result;
  if (value.type === 'class') return result?.type === 'function' ? result : value;
  return result?.type === 'function' ? asWritten(result, value) : { ...value, isWrapped: true };
}

/** It is a method, a property and so on by the decorators of Python. */
function asWritten(result: FunctionValue, { binding }: FunctionValue): FunctionValue {
  return { ...result, binding };
}

/** What a decorator of the program makes of a value; null for other decorators. */
function applied(run: Interpreter, decorator: Decorator, value: ClassValue | FunctionValue): Value | null {
  const place = run.place(decorator);
  const site: CallSite = { ...place, word: place, written: decorator.id };
  const target = named(run, decorator.id, site);
  if (target === null || !isOfProgram(target)) return null;
  const args = decorator.args?.map(
    ({ name, stars, value: node }): GivenArgument => ({
      ...run.place(node),
      name,
      stars,
      value: run.evaluate(node),
    }),
  );
  const callee = args ? run.call(target, args, site) : target;
  return run.call(callee, [selfArgument(value, site)], site);
}

function named(run: Interpreter, written: string, site: CallSite): Value | null {
  const [first, ...rest] = written.split('.');
  return rest.reduce<Value | null>(
    (object, name) => object && attributeOf(run, object, name, site),
    run.lookUp(first) ?? null,
  );
}

function isOfProgram({ type }: Value): boolean {
  return type === 'function' || type === 'bound' || type === 'class' || type === 'instance';
}
