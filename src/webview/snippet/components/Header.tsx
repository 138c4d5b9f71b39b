import type { SnippetSource } from '../../../messages/snippet';
import type { SnippetReport, SnippetStore } from '../store';
import { strings } from '../strings';
import { linesOf } from '../view/lines';
import { outcomeOf } from '../view/outcome';
import { shownLine } from '../view/shownLine';

interface HeaderProps {
  readonly source: SnippetSource;
  readonly report: SnippetReport | null;
  readonly store: SnippetStore;
}

/** Where the text is, and in one sentence what becomes of it. */
export function Header({ source, report, store }: HeaderProps) {
  const first = report && linesOf(report.stages[0])[0];
  const line = first ? shownLine(source, first.line) : null;
  const range = source.selection ?? { from: 0, to: 0 };
  return (
    <>
      <header class="header">
        <button
          type="button"
          class="link"
          title={strings.showInEditor}
          onClick={() => store.reveal(first ? { from: first.from, to: first.from } : range)}
        >
          {line === null ? source.label : strings.source(source.label, line)}
        </button>
        <span class="muted">{strings.evaluatedHere}</span>
      </header>
      <p class="outcome" aria-live="polite">
        {report && outcomeOf(report)}
      </p>
    </>
  );
}
