import type { Expression } from '../syntax/ast';

/** Whether the graph is recorded in the block of `with torch.no_grad():`; null for anything else. */
export function gradModeOf(value: Expression): boolean | null {
  if (value.type !== 'call' || value.callee.type !== 'attribute') return null;
  const { name } = value.callee;
  if (name === 'no_grad' || name === 'inference_mode') return false;
  if (name === 'enable_grad') return true;
  const [argument] = value.args;
  if (name !== 'set_grad_enabled' || argument?.value.type !== 'constant') return null;
  return argument.value.value === true;
}
