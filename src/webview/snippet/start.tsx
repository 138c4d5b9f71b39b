import script from 'worker:./worker';
import type { LanguageMessage } from '../../messages/language';
import type { FromSnippetPage, SnippetSource } from '../../messages/snippet';
import { isSnippetAnswer } from '../../messages/worker';
import { drawPage } from '../page/drawPage';
import type { Host } from '../page/host';
import { WorkerQueue } from '../worker/workerQueue';
import { workerStarter } from '../worker/workerStarter';
import { SnippetApp } from './components/SnippetApp';
import { SnippetStore } from './store';

/** Longer texts are not kept for a restart. Unit: UTF-16 code units. */
const longestKeptText = 100_000;

/** Draws the page and asks for its state; texts are in this language from then on. */
export function start(host: Host<FromSnippetPage, SnippetSource | null>, language: LanguageMessage): void {
  const queue = new WorkerQueue(workerStarter(script, language), isSnippetAnswer);
  const store = new SnippetStore({
    post: host.post,
    save: (source) => host.save(source.text.length <= longestKeptText ? source : null),
    start: (request, listener) => queue.ask(request, listener),
    after: (delay, task) => {
      const timer = setTimeout(task, delay);
      return () => clearTimeout(timer);
    },
  });
  drawPage(host, store, <SnippetApp store={store} />);
}
