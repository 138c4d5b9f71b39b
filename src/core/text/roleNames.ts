/** The part that a tensor plays in a loss, as its name tells it. */
export type NamedRole = 'input' | 'target' | 'weight';

/**
 * Words that tell the part of a variable, looked for in the parts of its name (`val_logits`, `logProbs2`).
 * An earlier row wins: `class_weights` is a weight, `soft_targets` a target, `target` before `probs`.
 */
const words: readonly (readonly [NamedRole, ReadonlySet<string>])[] = [
  ['weight', new Set(['weight', 'weights', '가중치'])],
  [
    'target',
    new Set([
      'target',
      'targets',
      'label',
      'labels',
      'truth',
      'gt',
      'gold',
      'y',
      'true',
      'expected',
      'actual',
      'lbl',
      'tgt',
      'idx',
      'indices',
      '정답',
      '라벨',
      '레이블',
      '타깃',
      '타겟',
    ]),
  ],
  [
    'input',
    new Set([
      'logit',
      'logits',
      'log',
      'logprob',
      'logprobs',
      'logp',
      'lp',
      'prob',
      'probs',
      'probability',
      'probabilities',
      'softmax',
      'pred',
      'preds',
      'prediction',
      'predictions',
      'output',
      'outputs',
      'out',
      'score',
      'scores',
      'hat',
      'input',
      'inputs',
      'x',
      'z',
      '로짓',
      '출력',
      '예측',
      '확률',
      '입력',
    ]),
  ],
];

/** `y_hat`, `y_pred` and the like are predictions, although `y` alone is a target. */
const predictionMarks: ReadonlySet<string> = new Set([
  'hat',
  'pred',
  'preds',
  'prob',
  'probs',
  'logits',
  'score',
]);

/** Words in the names of what a model decided. */
const decisionWords: ReadonlySet<string> = new Set([
  'pred',
  'preds',
  'prediction',
  'predictions',
  'predicted',
  'hat',
  'argmax',
  'decision',
  'correct',
]);

/** Words in the names of what is measured of a whole batch or epoch, or of one sample. */
const metricWords: ReadonlySet<string> = new Set([
  'loss',
  'losses',
  'acc',
  'accuracy',
  'lr',
  'auc',
  'auroc',
  'error',
  'perplexity',
  'ppl',
  'precision',
  'recall',
  'bleu',
  'rouge',
  'wer',
  'cer',
  'iou',
  'miou',
  'nll',
]);

/** The words that a name is made of, in small letters: `valLogits_2` of `val` and `logits`. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

/** The part that a variable's name tells, or null when it tells none. */
export function roleOfName(name: string | null): NamedRole | null {
  if (name === null) return null;
  const parts = wordsOfName(name);
  if (parts[0] === 'y' && parts.some((part) => predictionMarks.has(part))) return 'input';
  return words.find(([, set]) => parts.some((part) => set.has(part)))?.[0] ?? null;
}

/** True for the name of a loss, an accuracy and the like. */
export function isMetricName(name: string | null): boolean {
  return hasWord(name, metricWords);
}

/** True for the name of what a model predicts, which holds classes where it holds whole numbers. */
export function isDecisionName(name: string | null): boolean {
  return hasWord(name, decisionWords);
}

function hasWord(name: string | null, set: ReadonlySet<string>): boolean {
  return name !== null && wordsOfName(name).some((word) => set.has(word));
}
