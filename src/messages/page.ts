import * as v from 'valibot';
import { isOf, messageOf, type Schema, text, whole } from './schema';

/** The state to show, to either page; a message with a revision not above the last one is dropped. */
export function stateMessageOf<State>(state: Schema<State>) {
  return messageOf({ type: v.literal('state'), revision: whole, state });
}

export interface StateMessage<State> {
  readonly type: 'state';
  readonly revision: number;
  readonly state: State;
}

/** What either page says to the host. */
export const pageMessages = [
  /** The page is up and wants its state. */
  messageOf({ type: v.literal('ready') }),
  /** Select this range in the editor. */
  v.pipe(
    v.object({ type: v.literal('reveal'), from: whole, to: whole }),
    v.check(({ from, to }) => from <= to),
    v.readonly(),
  ),
  /** Put this text on the clipboard. */
  messageOf({ type: v.literal('copy'), text }),
  /** An exception in the page, for the log and a notice. */
  messageOf({ type: v.literal('failed'), message: text }),
] as const;

export type PageMessage = v.InferOutput<(typeof pageMessages)[number]>;

/** True for a message that pages of every kind send. */
export const isPageMessage = isOf<PageMessage>(v.variant('type', pageMessages));
