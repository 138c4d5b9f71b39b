import type { Evaluation } from '../../core';
import type { PanelSource } from '../../protocol';
import type { Store } from '../store';
import { strings } from '../strings';
import { RevealLink } from './Links';

/** Where the tensors are, and which of several examples is shown. */
export function Header(props: { source: PanelSource; evaluation: Evaluation; store: Store }) {
  const { source, evaluation, store } = props;
  const { pairs, pair, tensors } = evaluation;
  const range = pairs[pair] ?? tensors[0] ?? { from: 0, to: 0 };
  return (
    <header class="header">
      <RevealLink range={range} store={store}>
        {source.uri === null ? source.label : strings.source(source.label, source.line)}
      </RevealLink>
      {pairs.length > 1 && (
        <select
          aria-label={strings.pairLabel}
          value={pair}
          onChange={(event) =>
            store.change({ pair: Number(event.currentTarget.value), roles: undefined, target: undefined })
          }
        >
          {pairs.map((each, index) => (
            <option key={each.from} value={index}>
              {strings.pair(index + 1, pairs.length)}
            </option>
          ))}
        </select>
      )}
    </header>
  );
}
