import type { Unevaluated } from '../../../core';
import type { SnippetSource } from '../../../messages/snippet';
import type { SnippetStore } from '../store';
import { strings } from '../strings';
import { shownLine } from '../view/shownLine';

interface UnevaluatedListProps {
  readonly unevaluated: readonly Unevaluated[];
  readonly source: SnippetSource;
  readonly store: SnippetStore;
}

/** Everything that could not be evaluated, with its place. */
export function UnevaluatedList({ unevaluated, source, store }: UnevaluatedListProps) {
  if (unevaluated.length === 0) return null;
  return (
    <section class="problems unevaluated" aria-labelledby="unevaluated-title">
      <h2 id="unevaluated-title">{strings.unevaluated.title}</h2>
      <ul>
        {unevaluated.map((one) => (
          <li key={`${one.from} ${one.message}`}>
            <button type="button" class="link" title={strings.showInEditor} onClick={() => store.reveal(one)}>
              {strings.unevaluated.at(shownLine(source, one.line) ?? one.line)}
            </button>{' '}
            {one.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
