import * as l10n from '../../../l10n';
import { type CheckedLossName, checkedLossNamed } from '../../torch/checkedLosses';
import { type Activation, sourceOf, type TensorValue } from '../values/tensorValue';
import type { CodeFix, FileEdit } from './codeFinding';
import { asOperand, edit, fix } from './edits';
import type { LossUse } from './lossUse';
import type { InputContext, TextOf } from './rule';

/** Ways to make log-probabilities of what a softmax or a sigmoid made. */
export function probsFixes({ tensor, input, textOf }: InputContext): readonly CodeFix[] {
  const title =
    tensor.kind === 'sigmoid'
      ? l10n.t('Use log_softmax instead of sigmoid')
      : l10n.t('Use log_softmax instead of softmax');
  const toLog =
    tensor.kind === 'sigmoid'
      ? sigmoidToLogSoftmax(tensor, textOf)
      : (renamed(tensor, 'log_softmax') ?? asMethod(tensor, textOf));
  const source = sourceOf(tensor);
  const isSoftmax = source?.isExact === true && source.activation.name === 'softmax';
  const logarithm =
    tensor.kind === 'sigmoid' || isSoftmax
      ? []
      : fix(l10n.t('Take the logarithm'), [edit(input, `${asOperand(textOf(input))}.log()`)]);
  return [...fix(title, [toLog]), ...logarithm];
}

/** The loss for the other kind of input in the place of this one, where it is written with its module. */
export function otherLoss({ loss, definition, site }: LossUse): OtherLoss | null {
  const other = loss.other && checkedLossNamed(loss.other);
  const { written, word } = definition ?? site;
  if (!other || !written.includes('.')) return null;
  return { name: other.name, edit: edit(word, definition ? other.name : other.functional) };
}

interface OtherLoss {
  readonly name: CheckedLossName;
  readonly edit: FileEdit;
}

/** The activation whose output this is as it was returned; null for anything else. */
function exactActivation(tensor: TensorValue): Activation | null {
  const source = sourceOf(tensor);
  return source?.isExact ? source.activation : null;
}

/** The activation under another name, with the same arguments. */
export function renamed(tensor: TensorValue, name: 'log_softmax'): FileEdit | null {
  const activation = exactActivation(tensor);
  if (activation?.name !== 'softmax' || !activation.written.includes('.')) return null;
  const word = activation.written.split('.').at(-1);
  if (word === 'softmax') return edit(activation.word, name);
  return word === 'Softmax' ? edit(activation.word, 'LogSoftmax') : null;
}

/** `softmax(x, dim=1)`, imported by its name, as `x.log_softmax(dim=1)`. */
function asMethod(tensor: TensorValue, textOf: TextOf): FileEdit | null {
  const activation = exactActivation(tensor);
  if (!activation?.operand || activation.name !== 'softmax' || typeof activation.dim !== 'number')
    return null;
  return edit(activation, `${asOperand(textOf(activation.operand))}.log_softmax(dim=${activation.dim})`);
}

function sigmoidToLogSoftmax(tensor: TensorValue, textOf: TextOf): FileEdit | null {
  const activation = exactActivation(tensor);
  if (!activation) return null;
  const { written, operand, isModule } = activation;
  if (isModule)
    return written.endsWith('.Sigmoid')
      ? edit(activation, `${written.slice(0, -'Sigmoid'.length)}LogSoftmax(dim=1)`)
      : null;
  return operand ? edit(activation, `${asOperand(textOf(operand))}.log_softmax(dim=1)`) : null;
}

/** What the activation was applied to, without it. */
export function removal(tensor: TensorValue, textOf: TextOf): FileEdit | null {
  const activation = exactActivation(tensor);
  return activation && removed(activation, textOf);
}

/** What an activation is applied to, in its place. */
export function removed(activation: Activation, textOf: TextOf): FileEdit | null {
  const { written, operand, isModule } = activation;
  if (!isModule) return operand ? edit(activation, asOperand(textOf(operand))) : null;
  const dot = written.lastIndexOf('.');
  return dot < 0 ? null : edit(activation, `${written.slice(0, dot)}.Identity()`);
}
