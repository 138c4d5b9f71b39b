import * as l10n from '../../core/l10n';
import { isLanguageMessage, type LanguageMessage, type LanguageRequest } from '../../messages/language';

/** A channel to the host that `connectHost` gives. */
interface LanguageHost {
  post(message: LanguageRequest): void;
}

/**
 * Asks the host for the language and sets it; `l10n.t` may be called once this is done, so load what has texts
 * only then, with `import()`. Gives what workers must be told, see `workerStarter`.
 */
export function takeLanguage(host: LanguageHost): Promise<LanguageMessage> {
  return new Promise((resolve) => {
    const listen = ({ data }: MessageEvent) => {
      if (!isLanguageMessage(data)) return;
      window.removeEventListener('message', listen);
      l10n.setTexts(data.messages);
      resolve(data);
    };
    window.addEventListener('message', listen);
    host.post({ type: 'language' });
  });
}
