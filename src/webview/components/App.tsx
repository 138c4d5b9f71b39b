import { useEffect, useState } from 'preact/hooks';
import type { Report, Snapshot, Store } from '../store';
import { strings } from '../strings';
import { reportPartsOf } from '../view/reportParts';
import { Answers } from './Answer';
import { EmptyState } from './EmptyState';
import { Findings } from './Findings';
import { Header } from './Header';
import { LiveSummary } from './LiveSummary';
import { Notice } from './Notice';
import { Problems } from './Problems';
import { ReportBody } from './ReportBody';
import { Tensors } from './Tensors';

/** The page: from the store's snapshot to what is seen. */
export function App({ store }: { store: Store }) {
  const [snapshot, setSnapshot] = useState(store.snapshot);
  useEffect(() => {
    const update = () => setSnapshot(store.snapshot);
    update();
    return store.subscribe(update);
  }, [store]);
  return (
    <>
      <h1 class="visually-hidden">{strings.appName}</h1>
      <Page snapshot={snapshot} store={store} />
    </>
  );
}

function Page({ snapshot, store }: { snapshot: Snapshot; store: Store }) {
  const { panel } = snapshot;
  switch (panel.kind) {
    case 'waiting':
      return <Notice text={strings.waiting} isBusy />;
    case 'empty':
      return <EmptyState />;
    case 'reading':
      return (
        <>
          <Notice text={strings.reading(panel.source.label)} isBusy />
          {snapshot.lastGood?.source.uri === panel.source.uri && (
            <Shown report={snapshot.lastGood} isOld snapshot={snapshot} store={store} />
          )}
        </>
      );
    case 'parsed':
      return <ParsedPage snapshot={snapshot} store={store} />;
  }
}

function ParsedPage({ snapshot, store }: { snapshot: Snapshot; store: Store }) {
  const { report, lastGood, isComputing, failure } = snapshot;
  const shown = report?.evaluation.losses ? report : lastGood;
  const isOld = !isComputing && shown !== null && shown !== report;
  return (
    <>
      <LiveSummary report={report} />
      {report && <Header source={report.source} evaluation={report.evaluation} store={store} />}
      {isComputing && <Notice text={strings.computing} isBusy />}
      {failure !== null && <Notice text={strings.problems.failed(failure)} isError />}
      {report && (
        <>
          <Tensors report={report} store={store} />
          <Problems problems={report.evaluation.problems} store={store} />
          {!report.evaluation.losses && report.evaluation.problems.length === 0 && (
            <Notice text={strings.problems.noInput} />
          )}
        </>
      )}
      {shown && <Shown report={shown} isOld={isOld} snapshot={snapshot} store={store} />}
    </>
  );
}

interface ShownProps {
  readonly report: Report;
  /** True when the present text has no losses and this report is of an earlier one. */
  readonly isOld: boolean;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** From the answer to the detail: both values, what is wrong, and how they come about. */
function Shown({ report, isOld, snapshot, store }: ShownProps) {
  const parts = reportPartsOf(report, snapshot.sample, store);
  if (!parts) return null;
  const { uri, label, line } = report.source;
  const place = uri === null ? label : strings.source(label, line);
  return (
    <div class={isOld ? 'shown is-old' : 'shown'}>
      {isOld && <Notice text={strings.problems.lastGood(place)} />}
      <Answers {...parts} />
      {!isOld && <Findings evaluation={report.evaluation} store={store} />}
      <ReportBody report={report} parts={parts} isOld={isOld} isComputing={snapshot.isComputing} />
    </div>
  );
}
