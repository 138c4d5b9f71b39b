import { useMemo, useState } from 'preact/hooks';
import type { LossKey } from '../../../core';
import type { Comparison as Compared, Run } from '../../../messages/comparison';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { compareStrings as strings } from '../../strings/compare';
import { chosenRuns } from '../../view/compare/chosenRuns';
import { runOf } from '../../view/compare/runOf';
import { keyOfCall } from '../../view/keyOfCall';
import { RunChooser } from './RunChooser';
import { SampleDifferences } from './SampleDifferences';
import { SummaryTable } from './SummaryTable';

interface ComparisonProps {
  /** The present one. */
  readonly report: Report;
  readonly comparison: Compared;
  /** The selected sample. */
  readonly sample: number;
  readonly store: Store;
}

/** Two runs beside each other, pinned or present: as a whole, and sample by sample. Nothing without a pin. */
export function Comparison({ report, comparison, sample, store }: ComparisonProps) {
  const now = useMemo(() => runOf(report), [report]);
  const [loss, setLoss] = useState<LossKey>(() => keyOfCall(report.evaluation));
  const chosen = now && chosenRuns(comparison, now);
  if (!chosen) return null;
  const { a, b } = chosen;
  return (
    <section class="comparison" aria-labelledby="comparison-title">
      <h3 id="comparison-title">{strings.title}</h3>
      <div class="run-choosers">
        {(['a', 'b'] as const).map((side) => (
          <RunChooser
            key={side}
            side={side}
            chosen={chosen[side]}
            comparison={comparison}
            now={now}
            store={store}
          />
        ))}
      </div>
      <Settings a={a.run} b={b.run} />
      <SummaryTable a={a.run} b={b.run} />
      <SampleDifferences
        a={a.run}
        b={b.run}
        listing={`${a.id} ${b.id}`}
        loss={loss}
        onLoss={setLoss}
        sample={sample}
        onSelect={(next) => store.select(next)}
      />
    </section>
  );
}

/** What was set otherwise for one of the runs than for the other. */
function Settings({ a, b }: { readonly a: Run; readonly b: Run }) {
  const words = ({ settings, dtype }: Run) => [dtype, ...settings].join(', ');
  if (words(a) === words(b)) return null;
  return (
    <ul class="muted">
      <li>{strings.settings('A', words(a))}</li>
      <li>{strings.settings('B', words(b))}</li>
    </ul>
  );
}
