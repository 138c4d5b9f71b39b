import { useId, useMemo, useState } from 'preact/hooks';
import { type Calibration, formatNumber, type LossKey } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { calibrationIn } from '../../view/batch/calibrationIn';
import { type UsedProbabilities, usedProbabilities } from '../../view/batch/usedProbabilities';
import type { ReportParts } from '../../view/reportParts';
import { Folded } from '../controls/Folded';
import { FitNote } from './FitNote';
import { ReliabilityDiagram } from './ReliabilityDiagram';
import { ReliabilityTable } from './ReliabilityTable';

const strings = batchStrings.calibration;

/** As usual in papers, and about as many as a narrow panel has room for. */
const [usualBins, mostBins] = [10, 50];

/** Fewer samples for each bin, and the accuracies of the bins are mostly chance. */
const fewPerBin = 10;

interface CalibrationProps {
  readonly loss: LossKey;
  readonly parts: ReportParts;
}

/** Whether the model is as often right as it is confident. */
export function CalibrationPart({ loss, parts }: CalibrationProps) {
  const used = usedProbabilities(loss, parts);
  if (!used) return null;
  return (
    <Folded part="calibration" title={strings.title} store={parts.store}>
      {used.isFitting === false ? (
        <FitNote used={used} parts={parts} />
      ) : (
        <Reliability used={used} parts={parts} />
      )}
    </Folded>
  );
}

interface UsedProps {
  readonly used: UsedProbabilities;
  readonly parts: ReportParts;
}

function Reliability({ used, parts }: UsedProps) {
  const { evaluation, samples, target } = parts;
  const [binCount, setBinCount] = useState(usualBins);
  const found = useMemo(
    () => calibrationIn(parts, used, binCount),
    [evaluation, used.logProbs, samples.count, binCount],
  );
  if (target?.isAssumed) return <p class="muted">{batchStrings.fit.assumed}</p>;
  if (!found) return <p class="muted">{strings.noTarget}</p>;
  if (found.count === 0) return <p class="muted">{strings.nothing}</p>;
  return (
    <>
      <Summary {...found} />
      <FitNote used={used} parts={parts} />
      <BinCount value={binCount} onChange={setBinCount} />
      <ReliabilityDiagram {...found} />
      <p class="muted">{strings.definition(used.code)}</p>
      <Notes found={found} parts={parts} />
      <ReliabilityTable {...found} store={parts.store} />
    </>
  );
}

function Summary({ expectedError, maximumError, accuracy, confidence, count }: Calibration) {
  const number = (value: number) => formatNumber(value, 'float64');
  const gap = confidence - accuracy;
  return (
    <p>
      <span class="measure-name">{strings.expected}</span>{' '}
      <span class="measure-value">{number(expectedError)}</span>{' '}
      <span class="muted">
        · {strings.maximum(number(maximumError))} ·{' '}
        {strings.means(number(accuracy), number(confidence), String(count))}
        {gap > 0 && ` · ${strings.over(number(gap))}`}
        {gap < 0 && ` · ${strings.under(number(-gap))}`}
      </span>
    </p>
  );
}

/** What was left out, what right means where it is not evident, and when the numbers say little. */
function Notes({ found, parts }: { readonly found: Calibration; readonly parts: ReportParts }) {
  const { accuracy } = parts.evaluation.batch ?? {};
  const leftOut = parts.samples.count - found.count;
  return (
    <>
      {accuracy?.targetKind === 'probabilities' && <p class="muted">{strings.probabilities}</p>}
      {leftOut > 0 && <p class="muted">{strings.leftOut(String(leftOut), String(parts.samples.count))}</p>}
      {found.count < fewPerBin * found.bins.length && (
        <p class="muted">{strings.few(String(found.count), String(found.bins.length))}</p>
      )}
    </>
  );
}

interface BinCountProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function BinCount({ value, onChange }: BinCountProps) {
  const id = useId();
  const set = (count: number) => {
    if (Number.isInteger(count) && count >= 1 && count <= mostBins) onChange(count);
  };
  return (
    <div class="split-chooser">
      <label for={id}>{strings.bins}</label>
      <input
        id={id}
        type="number"
        class="vscode-textfield"
        min={1}
        max={mostBins}
        step={1}
        value={value}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
