import { strings } from '../../strings';

/** By which column a table is sorted. */
export interface TableSort<Column> {
  readonly column: Column;
  readonly isDescending: boolean;
}

interface SortHeaderProps {
  readonly name: string;
  readonly title?: string;
  /** Null for a column by which the table is not sorted at present. */
  readonly isDescending: boolean | null;
  readonly class?: string;
  readonly columnIndex?: number;
  readonly onSort: () => void;
}

/** The header of a column, which sorts the table by it. Of all in a row, Tab stops at the one that sorts. */
export function SortHeader({
  name,
  title,
  isDescending,
  columnIndex,
  onSort,
  class: className,
}: SortHeaderProps) {
  const isSorted = isDescending !== null;
  return (
    <th
      scope="col"
      class={className}
      aria-colindex={columnIndex}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class={isSorted ? 'sort is-sorted' : 'sort'}
        title={title ?? strings.loss.sortBy(name)}
        tabIndex={isSorted ? 0 : -1}
        onClick={onSort}
        onKeyDown={goToNeighbour}
      >
        <span class="sort-name">{name}</span>
        <span class="sort-mark" aria-hidden="true">
          {isSorted ? (isDescending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

function goToNeighbour(event: KeyboardEvent) {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const own = event.currentTarget as HTMLElement;
  const all = Array.from(own.closest('tr')?.querySelectorAll<HTMLElement>('button.sort') ?? []);
  const next = by && all[all.indexOf(own) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
