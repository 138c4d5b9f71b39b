import { type ComponentChild, render } from 'preact';
import type { PageMessage } from '../../messages/page';
import type { Host } from './host';
import type { PageStore } from './pageStore';

/** Gives the store its messages, draws the page and asks for its state. */
export function drawPage<Snapshot, Message>(
  host: Host<PageMessage, unknown>,
  store: PageStore<Snapshot, Message>,
  page: ComponentChild,
): void {
  window.addEventListener('message', ({ data }) => store.receive(data));
  const root = document.createElement('main');
  document.body.append(root);
  render(page, root);
  host.post({ type: 'ready' });
}
