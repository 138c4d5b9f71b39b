import { useMemo } from 'preact/hooks';
import { formatNumber, shownLosses } from '../../../core';
import type { Report } from '../../state/snapshot';
import { playStrings } from '../../strings/play';
import {
  type Difference,
  differencesOf,
  type SampleDifference,
  sampleDifferences,
} from '../../view/play/differences';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import { Button } from '../controls/Button';

const strings = playStrings.comparison;

/** Samples that are named; the others are counted. */
const mostShown = 5;

/** What changed since a state was pinned: both losses, their gradients, and the samples that changed most. */
export function Comparison({ pinned, ...parts }: ReportParts & { readonly pinned: Report }) {
  const { evaluation, samples, store } = parts;
  const dtype = evaluation.options.dtype;
  const rows = useMemo(() => differencesOf(pinned.evaluation, evaluation), [pinned, evaluation]);
  const changed = useMemo(() => sampleDifferences(pinned.evaluation, evaluation), [pinned, evaluation]);
  const isSame = rows.every(({ before, now }) => before === now);
  return (
    <section class="comparison" aria-labelledby="comparison-title">
      <div class="comparison-head">
        <h3 id="comparison-title">{strings.title}</h3>
        <Button onClick={() => store.pin(false)}>{strings.unpin}</Button>
      </div>
      {isSame ? (
        <p class="muted">{strings.none}</p>
      ) : (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{strings.what}</th>
              {[strings.before, strings.now, strings.difference].map((title) => (
                <th key={title} scope="col" class="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.loss} ${row.kind}`}>
                <th scope="row">
                  {row.kind === 'value'
                    ? shownLosses[row.loss].name
                    : strings.gradNorm(shownLosses[row.loss].name)}
                </th>
                <DifferenceCells {...row} format={(value) => formatNumber(value, dtype)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changed === null && <p class="muted">{strings.otherShape}</p>}
      {changed !== null && changed.length > 0 && samples.count > 1 && (
        <ChangedSamples
          changed={changed}
          labelOfSample={(sample) => labelOf(samples, sample)}
          format={(value) => formatNumber(value, dtype)}
          onSelect={(sample) => store.select(sample)}
        />
      )}
    </section>
  );
}

interface CellsProps extends Pick<Difference, 'before' | 'now'> {
  readonly format: (value: number) => string;
}

/** Before, now, and the difference with its sign. */
function DifferenceCells({ before, now, format }: CellsProps) {
  const difference = now - before;
  return (
    <>
      <td class="number">{format(before)}</td>
      <td class="number">{format(now)}</td>
      <td class="number">
        {difference > 0 && '+'}
        {format(difference)}
      </td>
    </>
  );
}

interface ChangedSamplesProps {
  readonly changed: readonly SampleDifference[];
  readonly labelOfSample: (sample: number) => string;
  readonly format: (value: number) => string;
  readonly onSelect: (sample: number) => void;
}

function ChangedSamples({ changed, labelOfSample, format, onSelect }: ChangedSamplesProps) {
  return (
    <details open>
      <summary>
        {strings.samples} <span class="muted">{strings.more(changed.length)}</span>
      </summary>
      <table class="plain-table">
        <thead>
          <tr>
            {[strings.sample, strings.before, strings.now, strings.difference].map((title, i) => (
              <th key={title} scope="col" class={i === 0 ? undefined : 'number'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, mostShown).map(({ sample, before, now }) => (
            <tr key={sample}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onSelect(sample)}>
                  {labelOfSample(sample)}
                </button>
              </th>
              <DifferenceCells before={before} now={now} format={format} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
