import * as l10n from '../../../l10n';
import { alternativesOf } from '../values/choice';
import type { LossValue, Value } from '../values/value';
import type { CodeFix } from './codeFinding';
import type { Verdict } from './rule';

/** `nn.CrossEntropyLoss(x, y)`: tensors where only options go. */
export function judgeConstructor(loss: LossValue): Verdict | null {
  const positional = loss.args.filter(({ name }) => name === null);
  const isNamed = loss.args.some(({ name }) => name === 'input' || name === 'target');
  const isTensor = (value: Value | undefined) =>
    value !== undefined && alternativesOf(value).every((one) => one.value.type === 'tensor');
  return isNamed || isTensor(positional[1]?.value) ? verdictOf(loss) : null;
}

/** `backward()` or `item()` on a loss that was made from two things: they were meant as tensors. */
export function judgeUsedAsTensor(loss: LossValue): Verdict | null {
  const positional = loss.args.filter(({ name }) => name === null);
  const isOption = positional[1]?.value.type === 'constant';
  return positional.length >= 2 && !isOption ? verdictOf(loss) : null;
}

function verdictOf({ loss }: LossValue): Verdict {
  return {
    code: 'loss-constructor-call',
    severity: 'error',
    message: l10n.t(
      '{0} is a class: its constructor takes options, and the tensors go to the object that it makes. PyTorch raises an error here.',
      loss.name,
    ),
  };
}

/** `nn.CrossEntropyLoss(x, y)` as `nn.CrossEntropyLoss()(x, y)`. */
export function constructorFix({ path, word }: LossValue): CodeFix {
  return {
    title: l10n.t('Make the loss first, then call it'),
    edits: [{ path, from: word.to, to: word.to, insert: '()' }],
    isSafe: true,
  };
}
