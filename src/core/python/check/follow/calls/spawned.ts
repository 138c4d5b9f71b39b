import { argument } from '../../effects/shapes';
import type { CallSite } from '../../values/callSite';
import { type GivenArgument, unknown, type Value } from '../../values/value';
import type { Interpreter } from '../interpreter';
import { elementsOf } from '../iterate';

/** A process or thread of its own, by full name; `spawn` hands over the number of the process before the rest. */
const processes = /^(?:torch\.)?multiprocessing\.(?:\w+\.)*Process$|^threading\.Thread$/;
const spawns = /^torch\.multiprocessing\.(?:\w+\.)*(?:spawn|start_processes)$/;

/** Follows the function that a new process runs: `Process(target=train, args=(model, loader))`, `mp.spawn(train, args=(…))`. */
export function followSpawned(
  run: Interpreter,
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): void {
  const isSpawn = spawns.test(path);
  if (!isSpawn && !processes.test(path)) return;
  // The first parameter of a process is its group, of which there is none.
  const target = isSpawn ? argument(args, 'fn', 0) : argument(args, 'target', 1);
  if (!target) return;
  const handed = argument(args, 'args', isSpawn ? 1 : 3);
  const items = handed ? elementsOf(run, handed.value) : null;
  if (items && items.rest !== null) return;
  const values: readonly Value[] = [...(isSpawn ? [unknown] : []), ...(items?.items ?? [])];
  const place = handed ?? target;
  run.call(
    target.value,
    values.map((value) => ({
      path: place.path,
      from: place.from,
      to: place.to,
      name: null,
      stars: 0,
      value,
    })),
    site,
  );
}
