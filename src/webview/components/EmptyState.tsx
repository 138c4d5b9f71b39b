import { strings } from '../strings';

/** Stands above the live example: what it is, and how one's own tensors get here. */
export function EmptyState() {
  const { empty } = strings;
  return (
    <section class="empty" aria-labelledby="empty-title">
      <h2 id="empty-title">{empty.title}</h2>
      <p>{empty.lead}</p>
      <ul class="empty-ways">
        <li>
          {empty.select} <kbd class="command">{empty.command}</kbd>
        </li>
        <li>{empty.hover}</li>
        <li>{empty.paste}</li>
      </ul>
    </section>
  );
}
