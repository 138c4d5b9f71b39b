import type { SnippetError } from '../../../core';
import { CodeBlock } from '../../components/controls/ScrollRegion';
import { SeverityIcon } from '../../components/findings/SeverityIcon';
import type { SnippetReport, SnippetStore } from '../store';
import { strings } from '../strings';
import { messageOf } from '../view/messageOf';

interface StopProps {
  readonly error: SnippetError;
  /** Where the correction can be made; null for a text that stands nowhere. */
  readonly place: { readonly report: SnippetReport; readonly store: SnippetStore } | null;
}

/** Where Python stops, in its words, and the correction for one click. */
export function Stop({ error, place }: StopProps) {
  const { fix } = error;
  return (
    <div class="stop">
      <p class="stop-title">
        <SeverityIcon severity="error" />
        {strings.stop.title}
      </p>
      <CodeBlock label={strings.stop.message} text={messageOf(error)} />
      {fix && place && (
        <p class="stop-fix">
          <button
            type="button"
            class="primary"
            title={strings.stop.applyHint}
            onClick={() => place.store.apply(fix.edits, place.report)}
          >
            {strings.stop.apply(fix.title)}
          </button>
        </p>
      )}
      {fix && !place && <p>{strings.stop.change(fix.title)}</p>}
    </div>
  );
}
