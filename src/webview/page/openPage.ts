import type { LanguageMessage, LanguageRequest } from '../../messages/language';
import type { PageMessage } from '../../messages/page';
import { connectHost, type Host } from './host';
import { takeLanguage } from './language';

/** The part of a page that has texts. */
interface PageScript<Message, Saved> {
  /** Draws the page and asks for its state. */
  start(host: Host<Message, Saved>, language: LanguageMessage): void;
}

/** Takes the language and then loads the page. Every exception that nothing catches is posted to the host. */
export function openPage<Message, Saved>(load: () => Promise<PageScript<Message, Saved>>): void {
  const host = connectHost<Message | PageMessage | LanguageRequest, Saved>();
  const fail = (message: string) => host.post({ type: 'failed', message });
  window.addEventListener('error', ({ error, message }) =>
    fail(error instanceof Error ? (error.stack ?? error.message) : message),
  );
  window.addEventListener('unhandledrejection', ({ reason }) => fail(String(reason)));
  void takeLanguage(host).then(async (language) => (await load()).start(host, language));
}
