import type { Report, Snapshot } from '../state/snapshot';
import type { Store } from '../state/store';
import { strings } from '../strings';
import { RevealLink } from './controls/Links';
import { Toolbar } from './play/Toolbar';

interface HeaderProps {
  readonly report: Report;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** Where the tensors are, which of several examples is shown, and what can be done with them. */
export function Header({ report, snapshot, store }: HeaderProps) {
  const { source, evaluation } = report;
  const { pairs, pair, tensors } = evaluation;
  const range = pairs[pair] ?? tensors[0] ?? { from: 0, to: 0 };
  return (
    <header class="header">
      <div class="header-place">
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
      </div>
      <Toolbar report={report} snapshot={snapshot} store={store} />
    </header>
  );
}
