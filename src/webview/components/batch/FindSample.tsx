import { useId, useState } from 'preact/hooks';
import { predictionStrings } from '../../strings/predictions';
import type { ReportParts } from '../../view/reportParts';
import { sampleOf } from '../../view/samplePosition';
import { labelOf } from '../../view/samples';

const strings = predictionStrings.filter;

/** Goes to the sample whose number is typed, where there are several. */
export function FindSample({ samples, store }: ReportParts) {
  const id = useId();
  const [notFound, setNotFound] = useState<string | null>(null);
  if (samples.count <= 1) return null;
  const last = labelOf(samples, samples.count - 1);
  const find = (typed: string) => {
    const sample = sampleOf(samples.shape, typed);
    setNotFound(sample === null ? typed : null);
    if (sample !== null) store.select(sample);
  };
  return (
    <span class="filter-field">
      <label for={id}>{strings.find}</label>
      <input
        id={id}
        class="vscode-textfield"
        inputMode="numeric"
        title={strings.findHint(last)}
        aria-invalid={notFound !== null}
        onInput={() => setNotFound(null)}
        onKeyDown={(event) => event.key === 'Enter' && find(event.currentTarget.value)}
      />
      {notFound !== null && (
        <span class="field-error" role="alert">
          {strings.notFound(notFound, last)}
        </span>
      )}
    </span>
  );
}
