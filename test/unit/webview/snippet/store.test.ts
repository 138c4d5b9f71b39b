import { describe, expect, test } from 'vitest';
import type { SnippetResult } from '../../../../src/core';
import type { FromSnippetPage } from '../../../../src/messages/snippet';
import type { Stage } from '../../../../src/messages/worker';
import { SnippetStore } from '../../../../src/webview/snippet/store';
import type { RunListener } from '../../../../src/webview/worker/workerQueue';

/** A store whose runs end when the test says so. */
function newStore() {
  const posted: FromSnippetPage[] = [];
  const runs: (RunListener<readonly Stage[]> & { text: string; isCancelled: boolean })[] = [];
  const timers = new Set<() => void>();
  const store = new SnippetStore({
    post: (message) => posted.push(message),
    save: () => undefined,
    start: ({ text }, listener) => {
      const run = { ...listener, text, isCancelled: false };
      runs.push(run);
      return {
        cancel: () => {
          run.isCancelled = true;
        },
      };
    },
    after: (_delay, task) => {
      timers.add(task);
      return () => timers.delete(task);
    },
  });
  const wait = () => {
    for (const task of timers) task();
  };
  return { store, posted, runs, wait };
}

function message(revision: number, text: string, uri = 'file:///a.py') {
  const source = { uri, range: null, label: 'a.py', text, selection: null, firstLine: 1 };
  return { type: 'state', revision, state: { kind: 'snippet', source } };
}

function stagesOf(text: string, change: Partial<SnippetResult> = {}) {
  const result = {
    printed: [],
    steps: [],
    unevaluated: [],
    notes: [],
    losses: [],
    numLossesAfterStop: 0,
    constructorCalls: [],
    lossFailures: [],
    endedBy: null,
    ...change,
  };
  return [{ text, selection: null, colours: [], result }];
}

const broken = {
  error: { type: 'SyntaxError', message: 'm', from: 0, to: 1, line: 1, fix: null },
};

describe('the store of the snippet page', () => {
  test('evaluates what it receives', () => {
    const { store, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    expect(store.snapshot.run).toBe('started');
    runs[0].done(stagesOf('x = 1'));
    expect(store.snapshot).toMatchObject({ run: 'none', report: { revision: 1, source: { text: 'x = 1' } } });
  });

  test('drops an older message, and ends the run of an older text', () => {
    const { store, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    store.receive(message(2, 'x = 2'));
    store.receive(message(1, 'x = 1'));
    expect(runs.map(({ text, isCancelled }) => [text, isCancelled])).toEqual([
      ['x = 1', true],
      ['x = 2', false],
    ]);
  });

  test('says that it takes long only after a while', () => {
    const { store, runs, wait } = newStore();
    store.receive(message(1, 'x = 1'));
    wait();
    expect(store.snapshot.run).toBe('slow');
    runs[0].done(stagesOf('x = 1'));
    wait();
    expect(store.snapshot.run).toBe('none');
  });

  test('ends a run when asked, and begins again when asked', () => {
    const { store, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    store.cancel();
    expect([store.snapshot.run, runs[0].isCancelled]).toEqual(['cancelled', true]);
    store.runAgain();
    expect([store.snapshot.run, runs.length]).toEqual(['started', 2]);
  });

  test('keeps the last good report while the text is no Python', () => {
    const { store, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    runs[0].done(stagesOf('x = 1'));
    store.receive(message(2, 'x = ('));
    runs[1].done(stagesOf('x = (', broken));
    expect(store.snapshot.report?.source.text).toBe('x = (');
    expect(store.snapshot.lastGood?.source.text).toBe('x = 1');
  });

  test('forgets them when another document comes', () => {
    const { store, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    runs[0].done(stagesOf('x = 1'));
    store.receive(message(2, 'y = 1', 'file:///b.py'));
    expect([store.snapshot.report, store.snapshot.lastGood]).toEqual([null, null]);
  });

  test('tells the host of a failure, and shows it', () => {
    const { store, posted, runs } = newStore();
    store.receive(message(1, 'x = 1'));
    runs[0].failed('out of memory');
    expect(store.snapshot.failure).toBe('out of memory');
    expect(posted).toEqual([{ type: 'failed', message: 'out of memory' }]);
  });

  test('sends a correction with the revision that it was made for', () => {
    const { store, posted, runs } = newStore();
    store.receive(message(4, 'x = 1'));
    runs[0].done(stagesOf('x = 1'));
    const { report } = store.snapshot;
    if (report) store.apply([{ from: 4, to: 5, text: '2' }], report);
    expect(posted.at(-1)).toEqual({ type: 'apply', revision: 4, edits: [{ from: 4, to: 5, text: '2' }] });
  });

  test('tells the host where Python stops, and where it does not', () => {
    const { store, posted, runs } = newStore();
    store.receive(message(1, 'x = ('));
    runs[0].done(stagesOf('x = (', broken));
    store.receive(message(2, 'x = 1'));
    runs[1].done(stagesOf('x = 1'));
    expect(posted).toEqual([
      { type: 'stop', revision: 1, stop: { from: 0, to: 1, message: 'SyntaxError: m' } },
      { type: 'stop', revision: 2, stop: null },
    ]);
  });

  test('reports a malformed message', () => {
    const { store, posted } = newStore();
    store.receive({ type: 'state', revision: 1, state: { kind: 'snippet' } });
    expect(posted.map(({ type }) => type)).toEqual(['failed']);
  });
});
