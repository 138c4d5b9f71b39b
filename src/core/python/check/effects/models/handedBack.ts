import type { FileRange } from '../../findings/codeFinding';
import type { Interpreter } from '../../follow/interpreter';
import type { CallSite } from '../../values/callSite';
import { alternativesOf, choose } from '../../values/choice';
import { type GivenArgument, type TorchValue, unknown, type Value } from '../../values/value';
import { always } from '../../values/when';

const handedBack = 'handed back';

/** What a library that is not known made of a model, and the program took in its place. */
export function makeHandedBack(module: Value, place: FileRange): TorchValue {
  const cells = new Map([['module', module]]);
  return { ...place, type: 'torch', name: handedBack, args: [], word: place, written: '', cells };
}

export function isHandedBack({ name }: TorchValue): boolean {
  return name === handedBack;
}

/** It returns what the model returns, or something that is not known: nothing is wrong for certain. */
export function applyHandedBack(
  run: Interpreter,
  { cells }: TorchValue,
  args: readonly GivenArgument[],
  site: CallSite,
): Value {
  const result = run.call(cells.get('module') ?? unknown, args, site);
  const likely = alternativesOf(result).map((one) => ({ ...one, model: null }));
  return choose([...likely, { value: unknown, when: always, model: null }]);
}
