const torchHint = "torch.set_printoptions(threshold=float('inf'))";
const numpyHint = 'np.set_printoptions(threshold=sys.maxsize)';

/** What to say of `...`: some values are missing, and how the library prints them all. */
export function elidedMessage(callee: string | null, isBlankSeparated: boolean): string {
  const isNumpy = callee === null ? isBlankSeparated : /array|np\.|numpy/.test(callee);
  return `expected every value, got "..." in place of some: print again after ${isNumpy ? numpyHint : torchHint}`;
}
