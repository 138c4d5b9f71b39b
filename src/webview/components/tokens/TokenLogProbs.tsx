import { useId, useState } from 'preact/hooks';
import { formatNumber, perplexityOfTokens, type TokenLogProbs } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { batchStrings } from '../../strings/batch';
import { tokenStrings as strings } from '../../strings/tokens';
import { placeOf } from '../../view/placeOf';
import { PerplexityNumbers } from '../batch/PerplexityNumbers';
import { TokenTable } from './TokenTable';

interface TokenLogProbsProps {
  readonly report: Report;
  readonly store: Store;
}

/** What a language model said of the tokens of its texts: the perplexity of one of them, and its tokens. */
export function TokenLogProbsPart({ report, store }: TokenLogProbsProps) {
  const { tokenLogProbs } = report.parsed;
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const index = Math.min(chosen, tokenLogProbs.length - 1);
  if (index < 0) return null;
  const sequence = tokenLogProbs[index];
  return (
    <section class="tokens" aria-labelledby={`${id}-title`}>
      <div class="tokens-head">
        <h2 id={`${id}-title`}>{strings.title}</h2>
        {tokenLogProbs.length > 1 && (
          <select
            aria-label={strings.sequence}
            value={index}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {tokenLogProbs.map(({ from, tokens }, i) => (
              <option key={from} value={i}>
                {strings.sequenceOf(i + 1, tokenLogProbs.length, placeOf(report.source, from), tokens.length)}
              </option>
            ))}
          </select>
        )}
      </div>
      <Measures sequence={sequence} />
      <TokenTable key={sequence.from} sequence={sequence} store={store} />
    </section>
  );
}

function Measures({ sequence: { tokens } }: { readonly sequence: TokenLogProbs }) {
  const known = tokens.flatMap(({ logProb }) => logProb ?? []);
  const gaps = tokens.length - known.length;
  const sums = tokens.flatMap(({ numListed, listedSum }) => (numListed > 0 ? [listedSum] : []));
  const number = (value: number) => formatNumber(value, 'float64');
  return (
    <>
      {known.length > 0 && (
        <div class="measure">
          <span class="measure-name" title={batchStrings.perplexity.title}>
            {batchStrings.perplexity.name}
          </span>
          <PerplexityNumbers {...perplexityOfTokens(known)} format={number} />
        </div>
      )}
      {gaps > 0 && <p>{strings.gaps(gaps, tokens.length)}</p>}
      {sums.length > 0 && <p>{strings.partial(number(Math.min(...sums)), number(Math.max(...sums)))}</p>}
    </>
  );
}
