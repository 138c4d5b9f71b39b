import './main.css';
import script from 'worker:./worker';
import { render } from 'preact';
import type { FromSnippetPage, SnippetSource } from '../../snippetProtocol';
import { connectHost } from '../host';
import { SnippetApp } from './components/SnippetApp';
import { Runner } from './runner';
import { SnippetStore } from './store';

/** Longer texts are not kept for a restart. Unit: UTF-16 code units. */
const longestKeptText = 100_000;

const host = connectHost<FromSnippetPage, SnippetSource | null>();
const scriptUrl = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
const runner = new Runner(() => new Worker(scriptUrl));

const store = new SnippetStore({
  post: host.post,
  save: (source) => host.save(source.text.length <= longestKeptText ? source : null),
  start: (request, listener) => runner.start(request, listener),
  after: (delay, task) => {
    const timer = setTimeout(task, delay);
    return () => clearTimeout(timer);
  },
});

host.reportErrors((message) => ({ type: 'failed', message }));
window.addEventListener('message', (event) => store.receive(event.data));

const root = document.createElement('main');
document.body.append(root);
render(<SnippetApp store={store} />, root);
host.post({ type: 'ready' });
