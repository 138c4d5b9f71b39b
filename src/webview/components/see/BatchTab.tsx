import { useMemo, useState } from 'preact/hooks';
import { type LossKey, lossKeys, shownLosses } from '../../../core';
import { seeStrings } from '../../strings/see';
import { keyOfCall } from '../../view/keyOfCall';
import type { ReportParts } from '../../view/reportParts';
import { type Bin, binsOf, orderOf } from '../../view/see/batch';
import { CalibrationPart } from '../batch/CalibrationPart';
import { MicroBatchesPart } from '../batch/MicroBatchesPart';
import { PerplexityLine } from '../batch/PerplexityLine';
import { Button } from '../controls/Button';
import { Segmented } from '../controls/Segmented';
import { GradientTable } from './GradientTable';
import { Histogram } from './Histogram';
import { SampleTable } from './SampleTable';

const strings = seeStrings.batch;

/** All samples: how their losses are spread, the worst ones first, and the gradient of each. */
export function BatchTab(parts: ReportParts) {
  const { losses, evaluation } = parts;
  const [loss, setLoss] = useState(() => keyOfCall(evaluation));
  const [order, setOrder] = useState<'worst' | 'index'>('worst');
  const [chosen, setChosen] = useState<Bin | null>(null);
  const { perSample, gradInput } = losses[loss];
  const data = perSample?.data;
  // A bar that the present losses no longer have chooses nothing.
  const bins = useMemo(() => (data ? binsOf(data) : []), [data]);
  const bin = bins.find(({ from, to }) => from === chosen?.from && to === chosen.to) ?? null;
  const shown = useMemo(() => (data ? orderOf(data, order, bin) : []), [data, order, bin]);
  const listing = `${order} ${bin?.from} ${loss}`;
  const choose = (next: LossKey) => {
    setChosen(null);
    setLoss(next);
  };
  return (
    <div class="batch-view">
      <div class="sample-head">
        <span class="gradient-choice">
          <span>{strings.loss}</span>
          <Segmented
            label={strings.loss}
            value={loss}
            choices={lossKeys}
            nameOf={(choice) => shownLosses[choice].name}
            onChange={choose}
          />
        </span>
        <span class="gradient-choice">
          <span>{strings.order}</span>
          <Segmented
            label={strings.order}
            value={order}
            choices={['worst', 'index']}
            nameOf={(choice) => strings.orders[choice]}
            onChange={setOrder}
          />
        </span>
      </div>
      {!perSample && <p class="muted">{strings.none}</p>}
      {perSample && data && (
        <>
          <PerplexityLine loss={loss} parts={parts} />
          <Histogram loss={loss} perSample={perSample} chosen={bin} onChoose={setChosen} />
          {bin && (
            <p class="bars-more">
              {strings.shownBin(String(shown.length))}
              <Button onClick={() => setChosen(null)}>{strings.showAll}</Button>
            </p>
          )}
          <SampleTable loss={loss} perSample={perSample} order={shown} listing={listing} parts={parts} />
          {gradInput && (
            <GradientTable loss={loss} gradInput={gradInput} order={shown} listing={listing} parts={parts} />
          )}
          <CalibrationPart loss={loss} parts={parts} />
          <MicroBatchesPart loss={loss} parts={parts} />
        </>
      )}
    </div>
  );
}
