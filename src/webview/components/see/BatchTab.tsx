import { useMemo } from 'preact/hooks';
import { type LossKey, lossKeys, shownLosses } from '../../../core';
import type { BatchView } from '../../../messages/batchView';
import { useInSlices } from '../../page/useInSlices';
import { strings as pageStrings } from '../../strings';
import { predictionStrings } from '../../strings/predictions';
import { seeStrings } from '../../strings/see';
import { spreadOf } from '../../view/batch/bins';
import { sampleFacts } from '../../view/batch/sampleFacts';
import { everySample, samplesInOrder } from '../../view/batch/sampleOrder';
import { classLabel } from '../../view/classLabel';
import { keyOfCall } from '../../view/keyOfCall';
import type { ReportParts } from '../../view/reportParts';
import { AccuracyLine } from '../batch/AccuracyLine';
import { CalibrationPart } from '../batch/CalibrationPart';
import { ClassTable } from '../batch/ClassTable';
import { Confusion } from '../batch/Confusion';
import { MicroBatchesPart } from '../batch/MicroBatchesPart';
import { PerplexityLine } from '../batch/PerplexityLine';
import { SampleFilters } from '../batch/SampleFilters';
import { Folded } from '../controls/Folded';
import { LabelledChoice } from '../controls/LabelledChoice';
import { Notice } from '../controls/Notice';
import { GradientTable } from './GradientTable';
import { Histogram } from './Histogram';
import { SampleLine } from './SampleLine';
import { SampleTable } from './SampleTable';

const strings = seeStrings.batch;

/** All samples: how often the model was right, how the losses are spread, and which samples are worst. */
export function BatchTab(parts: ReportParts) {
  const { losses, evaluation, view, store } = parts;
  const shown = view.batch ?? initialBatch(keyOfCall(evaluation));
  const { loss, filter: asked, sort } = shown;
  const show = (change: Partial<BatchView>) => store.look({ batch: { ...shown, ...change } });
  const setFilter = (filter: BatchView['filter']) => show({ filter });
  const { perSample, gradInput } = losses[loss];
  const facts = useMemo(() => sampleFacts(parts), [evaluation]);
  const spread = useInSlices(
    () => spreadOf(perSample?.data ?? new Float64Array(0), facts.isIgnored),
    [facts, perSample],
    facts.count,
  );
  const bins = spread?.bins ?? [];
  // A bar that the present losses no longer have chooses nothing.
  const bin = bins.find(({ from, to }) => from === asked.bin?.from && to === asked.bin.to) ?? null;
  const filter = { ...asked, bin };
  const listing = JSON.stringify([filter, sort, loss]);
  const order = useInSlices(() => samplesInOrder(facts, filter, sort, loss), [facts, listing], facts.count);
  const look = (next: LossKey) => {
    const column = sort.column === loss ? next : sort.column;
    show({ loss: next, filter: { ...filter, bin: null }, sort: { ...sort, column } });
  };
  const choosePair = (target: number | null, predicted: number | null) => {
    const isChosen = filter.target === target && filter.predicted === predicted;
    setFilter(isChosen ? everySample : { ...everySample, target, predicted });
  };
  const accuracy = evaluation.batch?.accuracy ?? null;
  return (
    <div class="batch-view">
      <AccuracyLine {...parts} />
      {perSample && <PerplexityLine loss={loss} parts={parts} />}
      <div class="sample-head">
        <h3>{strings.histogram}</h3>
        <LabelledChoice
          label={strings.loss}
          value={loss}
          choices={lossKeys}
          nameOf={(choice) => shownLosses[choice].name}
          onChange={look}
        />
      </div>
      {!perSample && <p class="muted">{strings.none}</p>}
      {perSample && !(spread && order) && <Notice text={pageStrings.computing} isBusy />}
      {perSample && spread && order && (
        <>
          <Histogram
            loss={loss}
            count={spread.count}
            dtype={perSample.dtype}
            bins={bins}
            chosen={bin}
            onChoose={(next) => setFilter({ ...filter, bin: next })}
          />
          <section class="samples-part">
            <h3>{strings.samples}</h3>
            <SampleFilters
              loss={loss}
              filter={filter}
              count={order.length}
              isShown={order.includes(parts.sample)}
              onFilter={setFilter}
              parts={parts}
            />
            <SampleLine {...parts} />
            {order.length === 0 ? (
              <p class="muted">{predictionStrings.filter.none}</p>
            ) : (
              <SampleTable
                loss={loss}
                facts={facts}
                order={order}
                listing={listing}
                sort={sort}
                onSort={(next) => show({ sort: next })}
                parts={parts}
              />
            )}
          </section>
          {accuracy && (
            <>
              <Folded part="confusion" title={predictionStrings.confusion.title} store={store}>
                <Confusion
                  accuracy={accuracy}
                  filter={filter}
                  nameOf={(klass) => classLabel(evaluation, klass)}
                  onChoose={choosePair}
                />
              </Folded>
              <Folded part="classes" title={predictionStrings.classes.title} store={store}>
                <ClassTable
                  accuracy={accuracy}
                  chosen={filter.target}
                  onChoose={(target) => setFilter({ ...everySample, target })}
                  parts={parts}
                />
              </Folded>
            </>
          )}
          {gradInput && order.length > 0 && (
            <Folded part="heat" title={predictionStrings.heat.title} store={store}>
              <GradientTable
                loss={loss}
                gradInput={gradInput}
                order={order}
                listing={listing}
                parts={parts}
              />
            </Folded>
          )}
          <CalibrationPart loss={loss} parts={parts} />
          <MicroBatchesPart loss={loss} parts={parts} />
        </>
      )}
    </div>
  );
}

function initialBatch(loss: LossKey): BatchView {
  return { loss, filter: everySample, sort: { column: loss, isDescending: true } };
}
