import { applyEdit, castTensor, type EvaluateOptions, type ParsedText, type Tensor } from '../../core';

/**
 * The edits that still hold after the text was read again: those of literals that are as they were. An edit whose
 * values stand in the text by now (it was written back) is gone without loss; others are `lost`.
 */
export function keptEdits(
  options: EvaluateOptions,
  before: ParsedText,
  after: ParsedText,
): { readonly options: EvaluateOptions; readonly isLost: boolean } {
  const edits = Object.entries(options.edits ?? {});
  const kept = edits.filter(([index]) =>
    isSame(before.literals[+index]?.tensor, after.literals[+index]?.tensor),
  );
  if (kept.length === edits.length) return { options, isLost: false };
  const isLost = edits.some(([index, edit]) => {
    const old = before.literals[+index]?.tensor;
    const now = after.literals[+index]?.tensor;
    return !isSame(old, now) && !(old && isSame(applyEdit(castTensor(old, old.dtype), edit), now));
  });
  return { options: { ...options, edits: Object.fromEntries(kept) }, isLost };
}

/** By value as the dtype holds it. */
function isSame(a: Tensor | undefined, b: Tensor | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.shape.length !== b.shape.length || !a.shape.every((size, d) => size === b.shape[d]))
    return false;
  const [x, y] = [castTensor(a, a.dtype).data, castTensor(b, b.dtype).data];
  return x.every((value, i) => Object.is(value, y[i]));
}
