import { useId, useMemo, useState } from 'preact/hooks';
import { formatNumber, type LossKey, microBatches } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { accumulationCode, splitWords } from '../../view/batch/microBatchWords';
import type { ReportParts } from '../../view/reportParts';
import { valueDType } from '../../view/valueDType';
import { Folded } from '../controls/Folded';
import { CodeBlock } from '../controls/ScrollRegion';
import { MicroBatchTable } from './MicroBatchTable';

const strings = batchStrings.microBatches;

interface MicroBatchesProps {
  readonly loss: LossKey;
  readonly parts: ReportParts;
}

/** What averaging the means of two parts of the batch gives instead of its mean, and how parts are put together. */
export function MicroBatchesPart(props: MicroBatchesProps) {
  return (
    <Folded part="micro-batches" title={strings.title} store={props.parts.store}>
      <Split key={props.parts.pairKey} {...props} />
    </Folded>
  );
}

function Split({ loss, parts }: MicroBatchesProps) {
  const { input, target, evaluation, losses } = parts;
  const { options } = evaluation;
  const batchSize = input.tensor.shape.length > 1 ? input.tensor.shape[0] : 1;
  const [chosen, setChosen] = useState(Math.floor(batchSize / 2));
  const at = Math.min(chosen, batchSize - 1);
  const found = useMemo(
    () =>
      target && batchSize > 1 ? microBatches(input.tensor, target.tensor, options, losses[loss], at) : null,
    [input.tensor, target?.tensor, options, losses, loss, at],
  );
  if (!target || !found) return <p class="muted">{strings.single}</p>;
  const number = (value: number) => formatNumber(value, valueDType(evaluation));
  return (
    <>
      <SplitChooser at={at} batchSize={batchSize} onChange={setChosen} />
      <MicroBatchTable found={found} at={at} batchSize={batchSize} number={number} />
      {splitWords(found, number).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {options.reduction !== 'mean' && <p class="muted">{strings.notMean(options.reduction)}</p>}
      <CodeBlock label={strings.code} text={accumulationCode(loss, options, input.tensor, target.tensor)} />
    </>
  );
}

interface SplitChooserProps {
  readonly at: number;
  readonly batchSize: number;
  readonly onChange: (at: number) => void;
}

function SplitChooser({ at, batchSize, onChange }: SplitChooserProps) {
  const id = useId();
  const range = { min: 1, max: batchSize - 1, step: 1, value: at };
  const set = (value: number) => {
    if (Number.isInteger(value) && value >= 1 && value < batchSize) onChange(value);
  };
  return (
    <div class="split-chooser">
      <label for={id}>{strings.at}</label>
      <input
        type="range"
        class="slider"
        aria-label={strings.at}
        {...range}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <input
        id={id}
        type="number"
        class="vscode-textfield"
        {...range}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <span class="muted">{strings.ofCount(String(at), String(batchSize))}</span>
    </div>
  );
}
