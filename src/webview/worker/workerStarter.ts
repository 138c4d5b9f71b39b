import type { LanguageMessage } from '../../messages/language';

/** Starts workers of a script, which is at hand as text; each is told the language before anything else. */
export function workerStarter(script: string, language: LanguageMessage): () => Worker {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return () => {
    const worker = new Worker(url);
    worker.postMessage(language);
    return worker;
  };
}
