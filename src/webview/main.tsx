import './main.css';
import { render } from 'preact';
import { evaluateParsed } from '../core';
import type { FromWebview } from '../protocol';
import { packState } from '../savedState';
import { App } from './components/App';
import { connectHost } from './host';
import { Store } from './store';

const host = connectHost<FromWebview, unknown>();

/** A frame callback runs before its paint, so the task waits for the one after. */
function afterPaint(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}

const store = new Store({
  post: host.post,
  save: (state) => host.save(packState(state)),
  evaluate: evaluateParsed,
  defer: afterPaint,
  now: () => performance.now(),
});

host.reportErrors((message) => ({ type: 'failed', message }));
window.addEventListener('message', (event) => store.receive(event.data));

const root = document.createElement('main');
document.body.append(root);
render(<App store={store} />, root);
host.post({ type: 'ready' });
