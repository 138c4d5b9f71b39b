import type { Problem } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { ShowInEditor } from '../controls/Links';
import { SeverityIcon } from './SeverityIcon';

/** What could not be read, with its place. */
export function Problems({ problems, store }: { problems: readonly Problem[]; store: Store }) {
  if (problems.length === 0) return null;
  return (
    <section class="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">
        <SeverityIcon severity="error" />
        {strings.problems.title}
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.from}`}>
            {problem.message} <ShowInEditor range={problem} store={store} />
          </li>
        ))}
      </ul>
    </section>
  );
}
