import { formatNumber, type Perplexity } from '../../../core';
import { batchStrings } from '../../strings/batch';

const strings = batchStrings.perplexity;

interface PerplexityNumbersProps extends Perplexity {
  readonly format: (value: number) => string;
}

/** A perplexity, and the mean that it comes from. */
export function PerplexityNumbers({ perplexity, meanNats, bits, count, format }: PerplexityNumbersProps) {
  return (
    <p>
      <span class="measure-value">{formatNumber(perplexity, 'float64')}</span>{' '}
      <span class="muted">
        {strings.how(format(meanNats), String(count))} · {strings.bits(format(bits))}
      </span>
    </p>
  );
}
