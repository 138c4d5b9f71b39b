import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { isToWebview } from '../../../src/messages/panel';
import { tabs } from '../../../src/messages/viewState';
import { App } from '../../../src/webview/components/App';
import { mutationsOf } from '../messages/mutations';
import { everyOption, stateOf, texts, toWebview } from '../messages/realMessages';
import { newStore } from './newStore';

/** Draws the page after these messages, with another of its tabs for each `turn`. */
async function draw(turn: number, messages: readonly unknown[]) {
  const { store, aside, answer } = newStore();
  for (const message of messages) store.receive(message);
  while (aside.length > 0) await answer();
  renderToString(h(App, { store }));
  store.look({ tab: tabs[turn % tabs.length], isKlShown: true });
  expect(renderToString(h(App, { store }))).toContain('Loss Lens');
  expect(store.snapshot.failure).toBe(null);
}

test.each(toWebview.map((message, i) => [`${i} (${message.type})`, message] as const))(
  'the page draws whatever its guard takes: message %s',
  async (_, message) => {
    const before = message.type === 'look' ? [stateOf(texts.program, everyOption)] : [];
    let turn = 0;
    for (const { name, value } of mutationsOf(message)) {
      if (!isToWebview(value)) continue;
      turn++;
      await draw(turn, [...before, value]).catch((error: unknown) => {
        throw new Error(`${name}: ${error}`, { cause: error });
      });
    }
    expect(turn).toBeGreaterThan(0);
  },
  100_000,
);
