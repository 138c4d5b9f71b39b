import { describe, expect, test } from 'vitest';
import { evaluateParsed, parseText } from '../../../src/core';
import type { FromWebview, PanelState, ToWebview } from '../../../src/protocol';
import { Store } from '../../../src/webview/store';

/** A store over the real evaluation, with what it posts and the tasks it puts off. */
function newStore() {
  const posted: FromWebview[] = [];
  const tasks: (() => void)[] = [];
  const store = new Store({
    post: (message) => posted.push(message),
    save: () => undefined,
    evaluate: evaluateParsed,
    defer: (task) => tasks.push(task),
    now: () => 0,
  });
  return { store, posted, tasks };
}

function stateOf(text: string): PanelState {
  const source = {
    uri: 'file:///a.py',
    label: 'a.py',
    line: 1,
    pieces: [],
    ranges: [],
    isBox: false,
    readings: {},
  };
  return { kind: 'parsed', source, parsed: parseText(text), options: {} };
}

function message(revision: number, text: string): ToWebview {
  return { type: 'state', revision, state: stateOf(text) };
}

const good = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [0, 1]';

describe('the store', () => {
  test('evaluates what it receives', () => {
    const { store } = newStore();
    store.receive(message(1, good));
    expect(store.snapshot.report?.evaluation.losses?.crossEntropyLoss.output?.data[0]).toBeCloseTo(
      0.31854,
      5,
    );
  });

  test('drops an older message', () => {
    const { store } = newStore();
    store.receive(message(2, good));
    store.receive(message(1, 'x = [1.0, 2.0]'));
    expect(store.snapshot.report?.parsed.literals[0].name).toBe('logits');
  });

  test('reports a malformed message and keeps its state', () => {
    const { store, posted } = newStore();
    store.receive(message(1, good));
    store.receive({ type: 'state', revision: 2, state: { kind: 'parsed' } });
    expect(posted.map(({ type }) => type)).toEqual(['failed']);
    expect(store.snapshot.report).not.toBeNull();
  });

  test('keeps the last good report when the text has no losses', () => {
    const { store } = newStore();
    store.receive(message(1, good));
    store.receive(message(2, 'logits = [[2.0, 1.0], [0.5]]'));
    expect(store.snapshot.report?.evaluation.losses).toBeNull();
    expect(store.snapshot.lastGood?.evaluation.losses).not.toBeNull();
  });

  test('tells the host of a changed option, and evaluates at once', () => {
    const { store, posted } = newStore();
    store.receive(message(1, good));
    store.change({ reduction: 'sum' });
    expect(posted).toEqual([{ type: 'options', options: { reduction: 'sum' } }]);
    expect(store.snapshot.report?.evaluation.losses?.crossEntropyLoss.output?.data[0]).toBeCloseTo(
      0.63708,
      5,
    );
  });

  test('announces a large evaluation before it starts', () => {
    const { store, tasks } = newStore();
    const row = `[${new Array(1000).fill('0.5').join(', ')}]`;
    store.receive(message(1, `logits = [${new Array(700).fill(row).join(', ')}]`));
    expect(store.snapshot.isComputing).toBe(true);
    for (const task of tasks) task();
    expect([store.snapshot.isComputing, store.snapshot.report !== null]).toEqual([false, true]);
  });

  test('keeps the selected sample while the same text is edited', () => {
    const { store } = newStore();
    store.receive(message(1, good));
    store.select(1);
    store.receive(message(2, good.replace('0.3]', '0.4]')));
    expect(store.snapshot.sample).toBe(1);
  });
});
