import * as l10n from '../../l10n';

const torchHint = "torch.set_printoptions(threshold=float('inf'))";
const numpyHint = 'np.set_printoptions(threshold=sys.maxsize)';

/** What to say of `...`: some values are missing, and how the library prints them all. */
export function elidedMessage(callee: string | null, isBlankSeparated: boolean): string {
  const isNumpy = callee === null ? isBlankSeparated : /array|np\.|numpy/.test(callee);
  return l10n.t(
    'expected every value, got "..." in place of some: print again after {0}',
    isNumpy ? numpyHint : torchHint,
  );
}

/** The message with what the values around the dots tell, as far as they tell anything: the rows are not whole. */
export function withVisible(message: string, data: Float64Array): string {
  if (data.length === 0) return message;
  const least = data.reduce((a, b) => Math.min(a, b));
  const most = data.reduce((a, b) => Math.max(a, b));
  const like = likeness(data, least, most);
  return data.length === 1
    ? l10n.t('{0}. The 1 value shown is from {1} to {2}: {3}', message, least, most, like)
    : l10n.t('{0}. The {1} values shown are from {2} to {3}: {4}', message, data.length, least, most, like);
}

function likeness(data: Float64Array, least: number, most: number): string {
  if (data.some(Number.isNaN)) return l10n.t('with nan among them');
  if (least >= 0 && most <= 1) return l10n.t('all in [0, 1], as probabilities are');
  if (most <= 0) return l10n.t('none above 0, as in log-probabilities');
  if (least >= 0 && data.every(Number.isInteger)) return l10n.t('whole numbers, as class indices are');
  return l10n.t('of both signs or above 1, as logits are');
}
