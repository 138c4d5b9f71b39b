import { argument } from '../../effects/shapes';
import type { CallSite } from '../../values/callSite';
import { type GivenArgument, unknown, type Value } from '../../values/value';
import type { Interpreter } from '../interpreter';
import { elementsOf } from '../iterate';

const calls = /^torch\.distributed\.rpc\.(?:\w+\.)*(?:rpc_sync|rpc_async|remote)$/;
const references = /^torch\.distributed\.rpc\.(?:\w+\.)*RRef$/;

/**
 * A call in another process: `rpc_sync(to, func, args=(…), kwargs={…})`; null for anything else. References and futures
 * are followed as what they stand for, which `fetching` gives.
 */
export function callRemote(
  run: Interpreter,
  path: string,
  args: readonly GivenArgument[],
  site: CallSite,
): Value | null {
  if (references.test(path)) return args[0]?.value ?? unknown;
  const target = calls.test(path) ? argument(args, 'func', 1) : undefined;
  if (!target) return null;
  const given = (value: Value, name: string | null): GivenArgument => ({ ...site, name, stars: 0, value });
  const handed = argument(args, 'args', 2);
  const items = handed ? elementsOf(run, handed.value) : null;
  if (items && (items.rest !== null || items.tail.length > 0)) return unknown;
  const named = argument(args, 'kwargs', 3);
  const options = named ? [{ ...given(named.value, null), stars: 2 as const }] : [];
  const positional = items?.items.map((value) => given(value, null)) ?? [];
  return run.call(target.value, [...positional, ...options], site);
}

/** Methods of references and futures that give the value, or something called like it. */
export const fetching = /^(local_value|to_here|wait|rpc_sync|rpc_async|remote)$/;
