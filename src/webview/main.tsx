import './main.css';
import { render } from 'preact';
import { evaluateParsed } from '../core';
import { App } from './components/App';
import { connectHost } from './host';
import { Store } from './store';

const host = connectHost();

/** A frame callback runs before its paint, so the task waits for the one after. */
function afterPaint(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}

const store = new Store({
  ...host,
  evaluate: evaluateParsed,
  defer: afterPaint,
  now: () => performance.now(),
});

window.addEventListener('error', (event) => {
  const message = event.error instanceof Error ? (event.error.stack ?? event.message) : event.message;
  host.post({ type: 'failed', message });
});
window.addEventListener('unhandledrejection', (event) => {
  host.post({ type: 'failed', message: String(event.reason) });
});
window.addEventListener('message', (event) => store.receive(event.data));

const root = document.createElement('main');
document.body.append(root);
render(<App store={store} />, root);
host.post({ type: 'ready' });
