import type { SnippetError } from '../../../core';

/** The last part of what Python writes when it stops. */
export function messageOf({ type, message }: Pick<SnippetError, 'type' | 'message'>): string {
  return message === '' ? type : `${type}: ${message.trimEnd()}`;
}
