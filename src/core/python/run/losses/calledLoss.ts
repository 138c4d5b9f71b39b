import type { Expression } from '../../syntax/ast';
import { lastWord } from '../../syntax/lastWord';
import { type LossRow, lossOfClass, lossOfFunction } from '../../torch/losses';
import { Callable, ModuleInstance, type Value } from '../../values/values';

/** A loss of PyTorch as something that is called. */
export interface CalledLoss {
  readonly loss: LossRow;
  /** The class, which makes the loss; else an instance or the function, which compute it. */
  readonly isClass: boolean;
}

/** The loss that a value is; null for anything else. */
export function lossOfValue(callee: Value): CalledLoss | null {
  if (callee instanceof ModuleInstance) return computing(lossOfClass(callee.typeName));
  if (!(callee instanceof Callable)) return null;
  if (callee.typeName === 'type') return making(lossOfClass(callee.name));
  return callee.typeName === 'builtin_function_or_method' ? computing(lossOfFunction(callee.name)) : null;
}

/**
 * The loss that is written, by the last word of its name: `nn.NLLLoss`, `nn.NLLLoss(…)`, `F.nll_loss`, or one of
 * `names`.
 */
export function lossOfText(
  callee: Expression,
  names: ReadonlyMap<string, CalledLoss> = new Map(),
): CalledLoss | null {
  if (callee.type === 'call') {
    const made = lossOfText(callee.callee, names);
    return made?.isClass ? computing(made.loss) : null;
  }
  const word = wordOf(callee);
  return names.get(word) ?? making(lossOfClass(word)) ?? computing(lossOfFunction(word));
}

/** The last word of a name, also of one that holds several things. */
export function wordOf(node: Expression): string {
  return lastWord(node.type === 'subscript' ? node.object : node);
}

function making(loss: LossRow | null): CalledLoss | null {
  return loss && { loss, isClass: true };
}

function computing(loss: LossRow | null): CalledLoss | null {
  return loss && { loss, isClass: false };
}
