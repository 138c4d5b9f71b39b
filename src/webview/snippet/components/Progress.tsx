import { Notice } from '../../components/controls/Notice';
import type { SnippetSnapshot, SnippetStore } from '../store';
import { strings } from '../strings';

interface ProgressProps {
  readonly run: SnippetSnapshot['run'];
  readonly hasReport: boolean;
  readonly store: SnippetStore;
}

/** A run that takes its time, and the button that ends it. */
export function Progress({ run, hasReport, store }: ProgressProps) {
  if (run === 'slow') {
    return (
      <div class="progress">
        <Notice text={strings.run.slow} isBusy />
        <button type="button" class="secondary" onClick={() => store.cancel()}>
          {strings.run.cancel}
        </button>
      </div>
    );
  }
  if (run !== 'cancelled') return null;
  return (
    <div class="progress">
      <Notice text={hasReport ? strings.run.cancelled : strings.run.cancelledEmpty} />
      <button type="button" class="secondary" onClick={() => store.runAgain()}>
        {strings.run.again}
      </button>
    </div>
  );
}
