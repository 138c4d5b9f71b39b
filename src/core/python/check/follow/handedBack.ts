import type { Expression } from '../../syntax/ast';
import { makeHandedBack } from '../effects/models/handedBack';
import type { Value } from '../values/value';
import { assign } from './assign';
import { isNetwork } from './calls/calls';
import type { Interpreter } from './interpreter';

/** A model that is given to a library, and the place that it comes from and may come back to. */
interface Handed {
  readonly target: Expression;
  readonly model: Value;
}

/** The models that a call of a library gets from the places that its result is assigned to: `model = wrap(model)`. */
export function handedOver(
  run: Interpreter,
  targets: readonly Expression[],
  value: Expression,
): readonly Handed[] {
  if (value.type !== 'call' || !isOfLibrary(run, value.callee)) return [];
  const places = targets.flatMap((target) => (target.type === 'tuple' ? target.items : [target]));
  return places.flatMap((target) => {
    const given = value.args.find((argument) => isSamePlace(argument.value, target));
    const model = given && run.evaluate(given.value);
    return model && isNetwork(model) ? [{ target, model }] : [];
  });
}

/** Of a library that is not known, what comes back is most likely the model. */
export function handBack(run: Interpreter, handed: readonly Handed[]): void {
  for (const { target, model } of handed) assign(run, target, makeHandedBack(model, run.place(target)));
}

function isOfLibrary(run: Interpreter, callee: Expression): boolean {
  if (callee.type === 'attribute') return isOfLibrary(run, callee.object);
  return callee.type === 'name' && run.lookUp(callee.id)?.type === 'extern';
}

function isSamePlace(a: Expression, b: Expression): boolean {
  if (a.type === 'name') return b.type === 'name' && a.id === b.id;
  return (
    a.type === 'attribute' && b.type === 'attribute' && a.name === b.name && isSamePlace(a.object, b.object)
  );
}
