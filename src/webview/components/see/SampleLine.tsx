import { seeStrings } from '../../strings/see';
import type { ReportParts } from '../../view/reportParts';
import { positionOf } from '../../view/samplePosition';
import { labelOf } from '../../view/samples';
import { RevealLink } from '../controls/Links';

/** Where the selected sample is written, of an input that was stacked of several records. */
export function SampleLine({ rowPlaces, samples, sample, store }: ReportParts) {
  const place = rowPlaces?.[positionOf(samples.shape, sample)[0]] ?? null;
  if (place === null || place.line === null) return null;
  return (
    <RevealLink range={place} store={store}>
      {seeStrings.sample.line(labelOf(samples, sample), place.line)}
    </RevealLink>
  );
}
