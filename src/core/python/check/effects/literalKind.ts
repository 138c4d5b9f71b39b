import { describe } from '../../../diagnosis/describe';
import { readTensors } from '../../../text/readTensors';

/** What can be said of numbers by themselves. */
export type LiteralKind = 'unknown' | 'scores' | 'probs' | 'logProbs';

/** Literals longer than this are not looked into. Unit: UTF-16 code units. */
const longestLiteral = 20_000;

/** What the numbers of a literal say by themselves; unknown where they leave room for doubt. */
export function literalKind(text: string): LiteralKind {
  if (text.length > longestLiteral || !text.startsWith('[')) return 'unknown';
  const [literal] = readTensors(text).literals;
  if (!literal || literal.tensor.shape.length === 0) return 'unknown';
  const { tensor, decimals, scientificDecimals } = literal;
  const { kind, confidence } = describe(tensor, { decimals, scientificDecimals, role: 'input' });
  if (kind === 'logits') return 'scores';
  if (kind === 'log-probabilities') return 'logProbs';
  const isProbable = kind === 'probabilities' && confidence !== 'low';
  return isProbable ? 'probs' : 'unknown';
}
