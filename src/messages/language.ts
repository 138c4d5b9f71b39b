import { isRecord, isString } from './guards';

/** Translated texts by their English ones; what is missing stays English. */
export type Messages = Readonly<Record<string, string>>;

/** A page to the host, before anything else: which language do you speak? */
export interface LanguageRequest {
  readonly type: 'language';
}

/** The host to a page, and a page to its workers, before anything else. */
export interface LanguageMessage {
  readonly type: 'language';
  readonly messages: Messages;
}

export function isLanguageRequest(value: unknown): value is LanguageRequest {
  return isRecord(value) && value.type === 'language';
}

export function isLanguageMessage(value: unknown): value is LanguageMessage {
  return (
    isRecord(value) &&
    value.type === 'language' &&
    isRecord(value.messages) &&
    Object.values(value.messages).every(isString)
  );
}
