import type { Problem } from '../../core';
import type { Store } from '../store';
import { strings } from '../strings';
import { RevealLink } from './Links';
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
            {problem.message}{' '}
            <RevealLink range={problem} store={store}>
              {strings.showInEditor}
            </RevealLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
