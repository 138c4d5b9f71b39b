import type { LossName } from './lossUsage';

/** Loss classes of `torch.nn`, by the last part of the written name. */
export const lossClasses: Readonly<Record<string, LossName>> = {
  CrossEntropyLoss: 'CrossEntropyLoss',
  NLLLoss: 'NLLLoss',
  NLLLoss2d: 'NLLLoss',
  KLDivLoss: 'KLDivLoss',
};

/** Loss functions of `torch.nn.functional`, by the last part of the written name. */
export const lossFunctions: Readonly<Record<string, LossName>> = {
  cross_entropy: 'CrossEntropyLoss',
  nll_loss: 'NLLLoss',
  kl_div: 'KLDivLoss',
};

const marks = [...Object.keys(lossClasses), ...Object.keys(lossFunctions)];

/** True when a text names one of the losses at all; only then is it worth parsing. */
export function mentionsLoss(text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}
