import script from 'worker:./state/evaluatorWorker';
import { evaluateParsed } from '../core';
import type { LanguageMessage } from '../messages/language';
import type { FromWebview } from '../messages/panel';
import { packState, type SavedState, unpackState } from '../messages/savedState';
import { App } from './components/App';
import { drawPage } from './page/drawPage';
import type { Host } from './page/host';
import { scrollPage } from './page/scrollPage';
import { AsideEvaluator } from './state/evaluator';
import { later } from './state/later';
import { Store } from './state/store';
import { listenToUndo } from './undoKeys';
import { workerStarter } from './worker/workerStarter';

/** A state is saved when changes pause, because it is written as JSON. Unit: ms. */
const saveDelay = 150;

/** Draws the page and asks for its state; texts are in this language from then on. */
export function start(host: Host<FromWebview, unknown>, language: LanguageMessage): void {
  const aside = new AsideEvaluator(workerStarter(script, language));
  const saving = later(saveDelay, (state: SavedState) => host.save(packState(state)));
  const store = new Store({
    post: host.post,
    save: saving.take,
    saved: () => unpackState(host.saved()),
    evaluate: evaluateParsed,
    evaluateAside: (parsed, options) => aside.evaluate(parsed, options),
    release: (evaluation) => setTimeout(() => aside.release(evaluation)),
    scrollTo: scrollPage,
    now: () => performance.now(),
  });
  listenToUndo(store);
  window.addEventListener('scroll', () => store.keepPlace(window.scrollY), { passive: true });
  window.addEventListener('pagehide', saving.flush);
  document.addEventListener('visibilitychange', saving.flush);
  drawPage(host, store, <App store={store} />);
}
