import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { problemQuote } from '../../view/problemQuote';
import { ShowInEditor } from '../controls/Links';
import { SeverityIcon } from './SeverityIcon';

/** What could not be read, with its place and, where nothing else is shown, the ways out. */
export function Problems({ report, store }: { report: Report; store: Store }) {
  const { problems, losses } = report.evaluation;
  if (problems.length === 0) return null;
  const isUnread = !losses && problems.some(({ code }) => code !== 'empty');
  return (
    <section class="problems" aria-labelledby="problems-title">
      <h2 id="problems-title">
        <SeverityIcon severity="error" />
        {strings.problems.title}
      </h2>
      <ul>
        {problems.map((problem) => {
          const quote = problemQuote(report.source.pieces, problem);
          return (
            <li key={`${problem.code} ${problem.from}`}>
              {problem.message} <ShowInEditor range={problem} store={store} />
              {quote && (
                <code class="problem-quote">
                  {quote.before}
                  <mark>{quote.fault}</mark>
                  {quote.after}
                </code>
              )}
            </li>
          );
        })}
      </ul>
      {isUnread && <p>{strings.problems.waysOut(store.hasDocument)}</p>}
    </section>
  );
}
