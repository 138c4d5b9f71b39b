import * as l10n from '../../l10n';
import { lossKeys } from '../../loss/lossKeys';
import type { TorchError } from '../../loss/lossTypes';
import type { LossName } from '../../python/torch/losses';
import { shownLosses } from '../../python/torch/shownLosses';
import { formatNumber, formatShape } from '../../tensor/format';
import { classDimOf } from '../../tensor/shape';
import type { Tensor } from '../../tensor/tensor';
import type { Evidence, Finding, FindingCode } from '../finding';
import type { Rule, RuleContext } from '../rule';
import { isGivenTo } from './isGivenTo';

/** What PyTorch refuses, in its words, with what was meant. */
export const torchErrors: Rule = (context) => {
  const found = new Map<string, Finding>();
  for (const loss of lossKeys) {
    const { error, output } = context[loss];
    const { name } = shownLosses[loss];
    if (!error || !isGivenTo(name, context)) continue;
    const finding = findingOf(name, error, output, context);
    const key = `${finding.code}:${error.message}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()];
};

/** `output` is the value under the correction. */
function findingOf(loss: LossName, error: TorchError, output: Tensor | null, context: RuleContext): Finding {
  const { input, target, call } = context;
  const code = codeOf(error, context);
  const onInput = code === 'integer-input';
  const where = onInput ? input : target;
  const value = output?.shape.length === 0 ? formatNumber(output.data[0], output.dtype) : '';
  return {
    code,
    severity: 'error',
    message: call
      ? l10n.t('PyTorch stops here: {0}', `${error.type}: ${error.message}`)
      : l10n.t('{0} refuses this: {1}', loss, `${error.type}: ${error.message}`),
    evidence: evidenceOf(code, context),
    consequence:
      value === ''
        ? l10n.t('{0} gives no value.', loss)
        : l10n.t('With {0} the loss is {1}.', `${error.correction}`, value),
    fix: fixOf(code, error, context),
    fixCode: error.correction,
    from: where.from,
    to: where.to,
  };
}

/** The code by what would mend it, which is what the error is about. */
function codeOf({ type, correction }: TorchError, { target }: RuleContext): FindingCode {
  if (type === 'IndexError' && correction === null) return 'target-out-of-range';
  if (correction === null) return 'torch-error';
  if (isMoved(correction)) return 'target-shape';
  if (correction.startsWith('input.')) return 'integer-input';
  if (target.description.kind === 'one-hot' && !correction.includes('squeeze')) return 'one-hot-target';
  if (correction.includes('squeeze')) return 'target-shape';
  return correction.startsWith('target.long') ? 'float-class-indices' : 'torch-error';
}

/** True for what is about where the classes and the samples stand. */
function isMoved(correction: string | null): boolean {
  return /^input\.(?:transpose|movedim|reshape)|^target\.reshape/.test(correction ?? '');
}

function movedFix(input: readonly number[], target: readonly number[]): string {
  return target.length === input.length - 1
    ? l10n.t(
        'PyTorch takes the classes from dimension 1 of {0}; they seem to stand in the last.',
        formatShape(input),
      )
    : l10n.t(
        'Give both the same samples: {0} and {1} have as many, in other dimensions.',
        formatShape(input),
        formatShape(target),
      );
}

function evidenceOf(code: FindingCode, { input, target, options }: RuleContext): readonly Evidence[] {
  const { data, dtype } = target.tensor;
  const numClasses = input.tensor.shape[classDimOf(input.tensor.shape)] ?? 1;
  if (code === 'float-class-indices') {
    return [
      {
        row: null,
        quantity: 'target.dtype',
        value: dtype,
        limit: l10n.t('int64 (long) or uint8 (byte)'),
        isMet: false,
        says: '',
      },
    ];
  }
  if (code === 'target-out-of-range') {
    const row = data.findIndex((x) => x !== options.ignoreIndex && (x < 0 || x >= numClasses));
    if (row < 0) return [];
    return [
      {
        row,
        quantity: 'target',
        value: formatNumber(data[row], dtype),
        limit: `0 … ${numClasses - 1}`,
        isMet: false,
        says: '',
      },
    ];
  }
  return [];
}

function fixOf(
  code: FindingCode,
  { correction }: TorchError,
  { input, target, options }: RuleContext,
): string {
  switch (code) {
    case 'target-out-of-range': {
      const numClasses = input.tensor.shape[classDimOf(input.tensor.shape)] ?? 1;
      const counted = target.tensor.data.filter((x) => x !== options.ignoreIndex);
      const startsAtOne = counted.every((x) => x >= 1) && counted.includes(numClasses);
      return startsAtOne
        ? l10n.t('The labels seem to start at 1: subtract 1, so that they are 0 … {0}.', numClasses - 1)
        : l10n.t(
            'Check the labels and the number of classes: indices must be 0 … {0}, or ignore_index.',
            numClasses - 1,
          );
    }
    case 'float-class-indices':
      return l10n.t(
        'Make the class indices integers: create them with torch.tensor([...]) or LongTensor, or call .long().',
      );
    case 'one-hot-target':
      return l10n.t(
        'CrossEntropyLoss takes one-hot rows as floating point; NLLLoss takes class indices only.',
      );
    case 'target-shape':
      if (isMoved(correction)) return movedFix(input.tensor.shape, target.tensor.shape);
      return l10n.t('Drop the dimension of size 1: class indices of (N, C) input have shape (N).');
    case 'integer-input':
      return l10n.t('Losses need floating point input.');
    default:
      return correction === null ? '' : l10n.t('Write {0}.', correction);
  }
}
