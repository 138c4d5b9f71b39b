import { useMemo } from 'preact/hooks';
import { inputReadings, kindLabels, readingFault } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { leastAfterSoftmax, readingsOf, rightCode } from '../../view/explain/readingRows';
import { formatPlain } from '../../view/formatPlain';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import { valueDType } from '../../view/valueDType';
import { CodeBlock } from '../controls/ScrollRegion';
import { Segmented } from '../controls/Segmented';
import { ReadingsTable } from './ReadingsTable';

const strings = explainStrings.readings;

/** What each loss does when the same scores are handed over in each of three forms. */
export function ReadingsTab(parts: ReportParts) {
  const { input, target, evaluation, reading, samples, sample, row } = parts;
  const shown = useMemo(
    () => readingsOf(parts),
    [input.tensor, target?.tensor, evaluation.options, reading, sample, row.join()],
  );
  const label = labelOf(samples, sample);
  return (
    <div class="readings">
      <ReadingSwitch {...parts} />
      <p>{strings.lead}</p>
      {shown && (
        <>
          <ReadingsTable table={shown.table} dtype={valueDType(evaluation)} least={leastText(parts)} />
          {shown.isOneSample && <p class="muted">{strings.oneSample(label)}</p>}
          {evaluation.options.reduction === 'none' && <p class="muted">{strings.meanInstead}</p>}
          <Fade fade={shown.fade} label={label} />
        </>
      )}
      <h3>{strings.write}</h3>
      <CodeBlock
        label={strings.code}
        text={rightCode(reading, input.name ?? 'input', input.tensor.shape).join('\n')}
      />
    </div>
  );
}

/** What the numbers are said to be, where that comes from, and why it cannot be. */
function ReadingSwitch({ input, reading, view, store }: ReportParts) {
  const fault = useMemo(() => readingFault(input.tensor, reading), [input.tensor, reading]);
  const row = String(fault?.row);
  const value = fault ? formatPlain(fault.value) : '';
  const isAboveLog = fault?.measure === 'above' && reading === 'log-probabilities';
  return (
    <div class="reading-switch">
      <div class="reading-choice">
        <span>{strings.question}</span>
        <Segmented
          label={strings.question}
          value={reading}
          choices={inputReadings}
          nameOf={(choice) => strings.names[choice]}
          onChange={(choice) => store.look({ reading: choice })}
        />
      </div>
      <p class="muted">
        {view.reading === null ? (
          strings.inferred(kindLabels[input.description.kind])
        ) : (
          <>
            {strings.said}{' '}
            <button type="button" class="link" onClick={() => store.look({ reading: null })}>
              {strings.reset}
            </button>
          </>
        )}
      </p>
      {fault && (
        <p class="reading-fault" role="status">
          {isAboveLog ? strings.fault.aboveLog(row, value) : strings.fault[fault.measure](row, value)}
        </p>
      )}
    </div>
  );
}

/** In words how much weaker the gradient is after a softmax too many. */
function Fade({ fade, label }: { fade: number; label: string }) {
  if (!(fade > 1.05) || !Number.isFinite(fade)) return null;
  const times = fade >= 100 ? Math.round(fade).toLocaleString('en-US') : fade.toPrecision(2);
  return <p class="fade">{label === '' ? strings.weakerOnly(times) : strings.weaker(label, times)}</p>;
}

/** What a perfect prediction still costs after a second softmax; null where options or the target change that. */
function leastText({ evaluation, samples, target, input }: ReportParts): string | null {
  const { reduction, labelSmoothing } = evaluation.options;
  const hasIndices = String(target?.tensor.shape) !== String(input.tensor.shape);
  if (reduction === 'sum' || labelSmoothing > 0 || !hasIndices) return null;
  return formatPlain(Number(leastAfterSoftmax(samples.numClasses).toPrecision(4)));
}
