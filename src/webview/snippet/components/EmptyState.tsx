import { CodeBlock } from '../../components/controls/ScrollRegion';
import { strings } from '../strings';

/** What to do first. */
export function EmptyState() {
  const { empty } = strings;
  return (
    <section class="empty">
      <h2>{empty.title}</h2>
      <p>
        {empty.lead} <kbd class="command">{empty.command}</kbd>
      </p>
      <p>{empty.exampleTitle}</p>
      <CodeBlock label={empty.exampleTitle} text={empty.example} />
      <p class="muted">{empty.other}</p>
    </section>
  );
}
