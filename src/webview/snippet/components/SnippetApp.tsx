import { Notice } from '../../components/controls/Notice';
import { useSnapshot } from '../../page/useSnapshot';
import { isReadable, type SnippetSnapshot, type SnippetStore } from '../store';
import { strings } from '../strings';
import { ComparePython } from './ComparePython';
import { Corrections } from './Corrections';
import { EmptyState } from './EmptyState';
import { Header } from './Header';
import { Lines } from './Lines';
import { Progress } from './Progress';
import { UnevaluatedList } from './UnevaluatedList';

/** The page: from the store's snapshot to what is seen. */
export function SnippetApp({ store }: { store: SnippetStore }) {
  const snapshot = useSnapshot(store);
  return (
    <>
      <h1 class="visually-hidden">{strings.title}</h1>
      <Page snapshot={snapshot} store={store} />
    </>
  );
}

function Page({ snapshot, store }: { snapshot: SnippetSnapshot; store: SnippetStore }) {
  const { state, report, lastGood, run, failure } = snapshot;
  if (state.kind === 'waiting') return <Notice text={strings.waiting} isBusy />;
  if (state.kind === 'empty') return <EmptyState />;
  const isBroken = report !== null && !isReadable(report);
  return (
    <>
      <Header source={state.source} report={report} store={store} />
      <Progress run={run} hasReport={report !== null} store={store} />
      {failure !== null && <Notice text={strings.run.failed(failure)} isError />}
      {report && <Report report={report} store={store} />}
      {report && <ComparePython python={snapshot.python} source={state.source} store={store} />}
      {isBroken && lastGood && (
        <div class="is-old">
          <Notice text={strings.run.notPython} />
          <Report report={lastGood} isOld store={store} />
        </div>
      )}
    </>
  );
}

interface ReportProps {
  readonly report: NonNullable<SnippetSnapshot['report']>;
  /** True for an earlier text: nothing of it can be changed or shown in the editor. */
  readonly isOld?: boolean;
  readonly store: SnippetStore;
}

function Report({ report, isOld = false, store }: ReportProps) {
  const [stage] = report.stages;
  const place = isOld ? null : { report, store };
  return (
    <>
      <Lines stage={stage} firstShown={1} source={report.source} place={place} store={store} />
      <Corrections report={report} store={store} />
      {!isOld && (
        <UnevaluatedList unevaluated={stage.result.unevaluated} source={report.source} store={store} />
      )}
    </>
  );
}
