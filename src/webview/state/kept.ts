import type { Memory } from '../../messages/savedState';
import type { Place } from '../view/play/sheet';

/** What else of the page is as it was when it is shown again; parts take it up when they are drawn. */
export class Kept {
  #cell: Place | null = null;
  #unfolded = new Set<string>();

  constructor(private readonly changed: () => void) {}

  /** The active cell of the sheet; null before there was one. */
  get cell(): Place | null {
    return this.#cell;
  }

  set cell(cell: Place) {
    this.#cell = cell;
    this.changed();
  }

  isUnfolded(part: string): boolean {
    return this.#unfolded.has(part);
  }

  fold(part: string, isOpen: boolean): void {
    if (isOpen === this.#unfolded.has(part)) return;
    if (isOpen) this.#unfolded.add(part);
    else this.#unfolded.delete(part);
    this.changed();
  }

  /** For another pair. */
  clear(): void {
    this.#cell = null;
    this.#unfolded = new Set();
  }

  get memory(): Pick<Memory, 'cell' | 'unfolded'> {
    return { cell: this.#cell, unfolded: [...this.#unfolded] };
  }

  recall({ cell = null, unfolded = [] }: Memory): void {
    this.#cell = cell;
    this.#unfolded = new Set(unfolded);
  }
}
