import { useMemo } from 'preact/hooks';
import { formatShape, type LossKey, lossKeys, shownLosses } from '../../../core';
import type { Run } from '../../../messages/comparison';
import { mostPinnedSamples } from '../../state/pins';
import { compareStrings as strings } from '../../strings/compare';
import { sampleDifferencesOf } from '../../view/compare/runDifferences';
import { Segmented } from '../controls/Segmented';
import { DifferenceNotes } from './DifferenceNotes';
import { DifferenceRows } from './DifferenceRows';

export interface SampleDifferencesProps {
  readonly a: Run;
  readonly b: Run;
  /** Which two runs they are. */
  readonly listing: string;
  readonly loss: LossKey;
  readonly onLoss: (loss: LossKey) => void;
  readonly sample: number;
  readonly onSelect: (sample: number) => void;
}

/** The samples that changed, the largest change of the loss first, or why they are not compared. */
export function SampleDifferences(props: SampleDifferencesProps) {
  const { a, b, loss, onLoss } = props;
  const found = useMemo(() => sampleDifferencesOf(a, b, loss), [a, b, loss]);
  return (
    <>
      <div class="labelled-choice">
        <span>{strings.samples}</span>
        <Segmented
          label={strings.loss}
          value={loss}
          choices={lossKeys}
          nameOf={(key) => shownLosses[key].name}
          onChange={onLoss}
        />
      </div>
      {found ? (
        <>
          <DifferenceNotes a={a} b={b} found={found} />
          {found.changed.length > 0 && <DifferenceRows {...props} found={found} />}
        </>
      ) : (
        <p class="muted">{whyNot(a, b, loss)}</p>
      )}
    </>
  );
}

function whyNot(a: Run, b: Run, loss: LossKey): string {
  if (String(a.shape) !== String(b.shape)) {
    return strings.otherShape(formatShape(a.shape), formatShape(b.shape));
  }
  const isWithout = (run: Run) => run.predicted === null && run.losses[loss].perSample === null;
  return isWithout(a) || isWithout(b)
    ? strings.tooMany(String(mostPinnedSamples))
    : strings.noLoss(shownLosses[loss].name);
}
