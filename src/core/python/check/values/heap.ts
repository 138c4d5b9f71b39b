import { isSameLength, join, joinItems, joinOfLists } from './choice';
import type { Cells, Value } from './value';
import { always, type When } from './when';

interface Written {
  readonly cells: Cells;
  readonly key: string;
  readonly before: Value | undefined;
}

/** What one way through the program wrote: the value in the end, and the one before. */
export type Changes = ReadonlyMap<
  Cells,
  ReadonlyMap<string, { readonly now: Value | undefined; readonly before: Value | undefined }>
>;

/** A moment to go back to. */
interface Mark {
  readonly length: number;
  /** When the mark around it was set; 0 when there is none. */
  readonly outer: number;
}

/** All that can change while a program is followed. Writes are noted, so that each branch starts from the same state. */
export class Heap {
  private readonly journal: Written[] = [];
  private clock = 0;
  /** When the last mark was set that may still be gone back to; 0 when there is none. */
  private marked = 0;

  /** Notes when something was made: what was made inside of a branch stays when the branch is undone. */
  adopt<T extends { readonly cells: Cells }>(made: T): T {
    made.cells.born = ++this.clock;
    return made;
  }

  write(cells: Cells, key: string, value: Value): void {
    this.note(cells, key);
    cells.set(key, value);
  }

  forget(cells: Cells, key: string): void {
    this.note(cells, key);
    cells.delete(key);
  }

  /** What no mark goes back to needs no note. */
  private note(cells: Cells, key: string): void {
    if ((cells.born ?? 0) < this.marked) this.journal.push({ cells, key, before: cells.get(key) });
  }

  mark(): Mark {
    const mark = { length: this.journal.length, outer: this.marked };
    this.marked = ++this.clock;
    return mark;
  }

  /** Undoes what was written since `mark`, and says what it was. */
  rewind({ length, outer }: Mark): Changes {
    const changes = new Map<Cells, Map<string, { now: Value | undefined; before: Value | undefined }>>();
    for (let i = this.journal.length - 1; i >= length; i--) {
      const { cells, key, before } = this.journal[i];
      const byKey = changes.get(cells) ?? new Map();
      changes.set(cells, byKey);
      const known = byKey.get(key);
      byKey.set(key, { now: known ? known.now : cells.get(key), before });
      if (before === undefined) cells.delete(key);
      else cells.set(key, before);
    }
    this.journal.length = length;
    this.marked = outer;
    return changes;
  }

  /** Writes what a single way through the program changed. */
  apply(changes: Changes): void {
    for (const [cells, byKey] of changes) {
      for (const [key, { now }] of byKey) {
        if (now === undefined) this.forget(cells, key);
        else this.write(cells, key, now);
      }
    }
  }

  /** Writes what two ways through the program leave, of which one was taken. */
  merge(a: Changes, b: Changes, whenA: When, whenB: When): void {
    for (const cells of new Set([...a.keys(), ...b.keys()])) {
      for (const key of new Set([...(a.get(cells)?.keys() ?? []), ...(b.get(cells)?.keys() ?? [])])) {
        const before = cells.get(key);
        const left = a.get(cells)?.get(key);
        const right = b.get(cells)?.get(key);
        const [first, second] = [left ? left.now : before, right ? right.now : before];
        const value =
          isContent(key) &&
          first?.type === 'tuple' &&
          second?.type === 'tuple' &&
          !isSameLength(first, second)
            ? joinOfLists(first, second)
            : join(first, second, whenA, whenB);
        if (value === undefined) this.forget(cells, key);
        else this.write(cells, key, value);
      }
    }
  }

  /** Writes what a loop leaves that ran any number of times; true when it changed what it started from. */
  mergeLoop(changes: Changes): boolean {
    let isChanged = false;
    for (const [cells, byKey] of changes) {
      for (const [key, { now, before }] of byKey) {
        if (now === undefined || now === before) continue;
        const value =
          before?.type === 'tuple' && now.type === 'tuple' && !isSameLength(before, now)
            ? joinItems(before, now)
            : join(before, now, always, always);
        if (before !== undefined && value !== before) isChanged = true;
        this.write(cells, key, value ?? now);
      }
    }
    return isChanged;
  }
}

/** The key of the items of a list, or of the children of a container. */
function isContent(key: string): boolean {
  return key === 'items' || key === 'children';
}
