import { useRef } from 'preact/hooks';
import { useSnapshot } from '../page/useSnapshot';
import type { Report, Snapshot } from '../state/snapshot';
import type { Store } from '../state/store';
import { strings } from '../strings';
import { reportPartsOf } from '../view/reportParts';
import { Answers } from './answers/Answers';
import { LiveSummary } from './answers/LiveSummary';
import { NotTheCalls } from './answers/NotTheCalls';
import { Comparison } from './compare/Comparison';
import { Notice } from './controls/Notice';
import { useSteadyFocus } from './controls/useSteadyFocus';
import { EmptyState } from './EmptyState';
import { Findings } from './findings/Findings';
import { Problems } from './findings/Problems';
import { Header } from './Header';
import { ReportTabs } from './ReportTabs';
import { ClassNaming } from './tensors/ClassNaming';
import { Setup } from './tensors/Setup';
import { Tensors } from './tensors/Tensors';
import { TokenLogProbsPart } from './tokens/TokenLogProbs';

/** The page: from the store's snapshot to what is seen. */
export function App({ store }: { store: Store }) {
  const snapshot = useSnapshot(store);
  return (
    <>
      <h1 class="visually-hidden">{strings.appName}</h1>
      <Page snapshot={snapshot} store={store} />
    </>
  );
}

interface PageProps {
  readonly snapshot: Snapshot;
  readonly store: Store;
}

function Page({ snapshot, store }: PageProps) {
  const { panel, lastGood } = snapshot;
  if (panel.kind === 'waiting') return <Notice text={strings.waiting} isBusy />;
  if (panel.kind === 'parsed') return <ParsedPage snapshot={snapshot} store={store} />;
  return (
    <>
      <Notice text={strings.reading(panel.source.label)} isBusy />
      {lastGood && <Shown report={lastGood} isOld snapshot={snapshot} store={store} />}
    </>
  );
}

function ParsedPage({ snapshot, store }: PageProps) {
  const { report, lastGood, isComputing, isExample, failure, hasDroppedEdits } = snapshot;
  const hasTokens = report !== null && report.parsed.tokenLogProbs.length > 0;
  const shown = report?.evaluation.losses ? report : hasTokens ? null : lastGood;
  const isOld = shown !== null && shown !== report;
  return (
    <>
      <LiveSummary report={report} />
      {isExample && <EmptyState />}
      {report && <Header report={report} snapshot={snapshot} store={store} />}
      {isComputing && !report && <Notice text={strings.computing} isBusy />}
      {failure !== null && <Notice text={strings.problems.failed(failure)} isError />}
      {hasDroppedEdits && <Notice text={strings.problems.droppedEdits} />}
      {report && (
        <>
          <Problems report={report} store={store} />
          {!report.evaluation.losses && <Tensors report={report} store={store} />}
          <TokenLogProbsPart report={report} store={store} />
          {!report.evaluation.losses && report.evaluation.problems.length === 0 && !hasTokens && (
            <Notice text={strings.problems.noInput} />
          )}
        </>
      )}
      {shown && <Shown report={shown} isOld={isOld} snapshot={snapshot} store={store} />}
    </>
  );
}

interface ShownProps extends PageProps {
  readonly report: Report;
  /** True when the present text has no losses and this report is of an earlier one. */
  readonly isOld: boolean;
}

/** From the answer to the detail: both values, what is wrong, the numbers, and how the values come about. */
function Shown({ report, isOld, snapshot, store }: ShownProps) {
  const { panel, comparison, view } = snapshot;
  const spacer = useRef<HTMLDivElement>(null);
  useSteadyFocus(spacer, `${report.source.uri} ${report.source.id} ${report.options.pair}`);
  const options = !isOld && panel.kind === 'parsed' ? panel.options : report.options;
  const pinned = comparison.pins.find(({ id }) => id === comparison.a) ?? null;
  const parts = reportPartsOf(report, options, view, store, isOld ? null : pinned);
  if (!parts) return null;
  const { uri, label, line } = report.source;
  const place = uri === null ? label : strings.source(label, line);
  return (
    <div class={isOld ? 'shown is-old' : 'shown'} aria-busy={snapshot.isComputing}>
      {isOld && <Notice text={strings.problems.lastGood(place)} />}
      {!isOld && <NotTheCalls report={report} store={store} />}
      <Answers {...parts} />
      {!isOld && <Findings evaluation={report.evaluation} snapshot={snapshot} store={store} />}
      {!isOld && <Setup key={parts.pairKey} report={report} store={store} />}
      {!isOld && <ClassNaming report={report} store={store} />}
      <div ref={spacer} />
      <ReportTabs {...parts} />
      {!isOld && <Comparison report={report} comparison={comparison} sample={parts.sample} store={store} />}
    </div>
  );
}
