import * as v from 'valibot';
import { isOf, messageOf, type Schema, text } from './schema';

/** Translated texts by their English ones; what is missing stays English. */
export type Messages = Readonly<Record<string, string>>;

const messages: Schema<Messages> = v.record(v.string(), text);

/** A page to the host, before anything else: which language do you speak? */
const languageRequest = messageOf({ type: v.literal('language') });

/** The host to a page, and a page to its workers, before anything else. */
const languageMessage = messageOf({ type: v.literal('language'), messages });

export type LanguageRequest = v.InferOutput<typeof languageRequest>;

export type LanguageMessage = v.InferOutput<typeof languageMessage>;

export const isLanguageRequest = isOf(languageRequest);

export const isLanguageMessage = isOf(languageMessage);
