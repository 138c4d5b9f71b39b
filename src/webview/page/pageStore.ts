import type { TextRange } from '../../core';
import * as l10n from '../../core/l10n';
import type { PageMessage } from '../../messages/page';

/** A page's one state: messages of type `Message` and what the user does go in, snapshots come out. */
export abstract class PageStore<Snapshot, Message> {
  #snapshot: Snapshot;
  #revision = -1;
  readonly #isMessage: (message: unknown) => message is Message;
  readonly #post: (message: PageMessage) => void;
  readonly #listeners = new Set<() => void>();

  protected constructor(
    initial: Snapshot,
    isMessage: (message: unknown) => message is Message,
    post: (message: PageMessage) => void,
  ) {
    this.#snapshot = initial;
    this.#isMessage = isMessage;
    this.#post = post;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a message from the host. Malformed ones are reported. */
  receive(message: unknown): void {
    if (this.#isMessage(message)) this.hear(message);
    else this.#post({ type: 'failed', message: l10n.t('The page received a malformed message.') });
  }

  /** Selects a range in the editor. */
  reveal({ from, to }: TextRange): void {
    this.#post({ type: 'reveal', from, to });
  }

  /** Puts a text on the clipboard. */
  copy(text: string): void {
    this.#post({ type: 'copy', text });
  }

  protected abstract hear(message: Message): void;

  /** The revision of the last state; negative before the first. */
  protected get revision(): number {
    return this.#revision;
  }

  /** True for a state that is newer than all before it, and is the last one from then on. */
  protected isNews(revision: number): boolean {
    if (revision <= this.#revision) return false;
    this.#revision = revision;
    return true;
  }

  protected set(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
