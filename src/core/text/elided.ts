const torchHint = "torch.set_printoptions(threshold=float('inf'))";
const numpyHint = 'np.set_printoptions(threshold=sys.maxsize)';

/** What to say of `...`: some values are missing, and how the library prints them all. */
export function elidedMessage(callee: string | null, isBlankSeparated: boolean): string {
  const isNumpy = callee === null ? isBlankSeparated : /array|np\.|numpy/.test(callee);
  return `expected every value, got "..." in place of some: print again after ${isNumpy ? numpyHint : torchHint}`;
}

/** What the values around the dots tell, as far as they tell anything: the rows are not whole. */
export function visibleSummary(data: Float64Array): string {
  if (data.length === 0) return '';
  const least = data.reduce((a, b) => Math.min(a, b));
  const most = data.reduce((a, b) => Math.max(a, b));
  const noun = data.length === 1 ? 'value shown is' : 'values shown are';
  return `. The ${data.length} ${noun} from ${least} to ${most}: ${likeness(data, least, most)}`;
}

function likeness(data: Float64Array, least: number, most: number): string {
  if (data.some(Number.isNaN)) return 'with nan among them';
  if (least >= 0 && most <= 1) return 'all in [0, 1], as probabilities are';
  if (most <= 0) return 'none above 0, as in log-probabilities';
  if (least >= 0 && data.every(Number.isInteger)) return 'whole numbers, as class indices are';
  return 'of both signs or above 1, as logits are';
}
