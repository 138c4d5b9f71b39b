import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { placeOf } from '../../view/placeOf';
import { ShowInEditor } from '../controls/Links';
import { SeverityIcon } from '../findings/SeverityIcon';

/** Why the values below are not those of the call in the text. */
export function NotTheCalls({ report, store }: { report: Report; store: Store }) {
  const { notTheCalls } = report.evaluation;
  if (notTheCalls === null) return null;
  const { before, unknownOptions } = notTheCalls;
  return (
    <section class="not-the-calls" aria-label={strings.notTheCalls.title}>
      {before && (
        <p>
          <SeverityIcon severity="warning" />
          <span>
            <strong>{strings.notTheCalls.before(placeOf(report.source, before.from))}</strong>{' '}
            {strings.notTheCalls.why(before.message)} <ShowInEditor range={before} store={store} />
          </span>
        </p>
      )}
      {unknownOptions.length > 0 && (
        <p>
          <SeverityIcon severity="warning" />
          <span>{strings.notTheCalls.options(unknownOptions.join(', '))}</span>
        </p>
      )}
    </section>
  );
}
