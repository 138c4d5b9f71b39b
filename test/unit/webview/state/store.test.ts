import { describe, expect, test } from 'vitest';
import type { ToWebview } from '../../../../src/messages/panel';
import { packState, type SavedState, unpackState } from '../../../../src/messages/savedState';
import { initialView } from '../../../../src/messages/viewState';
import { changeValues } from '../../../../src/webview/state/edits';
import type { Store } from '../../../../src/webview/state/store';
import { comparison } from '../../messages/realMessages';
import { goodText, message, newStore, stateOf } from '../newStore';

function ceOf(store: Store): number | undefined {
  return store.snapshot.report?.evaluation.losses?.crossEntropyLoss.output?.data[0];
}

function setFirst(store: Store, value: number, gesture: string | null = null): void {
  store.apply((evaluation, options) => changeValues(evaluation, options, 'input', [0], [value]), gesture);
}

const broken = 'logits = [[2.0, 1.0], [0.5]]';

/** PyTorch refuses it, so that there is no value. */
const refused = 'logits = [[2.0, 1.0], [0.5, 0.3]]\ny = torch.tensor([0, 1, 1])\nF.cross_entropy(logits, y)';

function selected(revision: number, text: string, id: number): ToWebview {
  const { source, ...state } = stateOf(text);
  return { type: 'state', revision, state: { ...state, source: { ...source, id } } };
}

function reading(revision: number, id: number): ToWebview {
  const { source } = stateOf('');
  return { type: 'state', revision, state: { kind: 'reading', source: { ...source, id } } };
}

const row = `[${new Array(1000).fill('0.5').join(', ')}]`;
const largeText = `logits = [${new Array(700).fill(row).join(', ')}]`;

describe('the store', () => {
  test('evaluates what it receives', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    expect(ceOf(store)).toBeCloseTo(0.31854, 5);
  });

  test('drops an older message', () => {
    const { store } = newStore();
    store.receive(message(2, goodText));
    store.receive(message(1, 'x = [1.0, 2.0]'));
    expect(store.snapshot.report?.parsed.literals[0].name).toBe('logits');
  });

  test('reports a malformed message and keeps its state', () => {
    const { store, posted } = newStore();
    store.receive(message(1, goodText));
    store.receive({ type: 'state', revision: 2, state: { kind: 'parsed' } });
    expect(posted.map(({ type }) => type)).toEqual(['failed']);
    expect(store.snapshot.report).not.toBeNull();
  });

  test('keeps the last good report when the text has no losses', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    store.receive(message(2, 'logits = [[2.0, 1.0], [0.5]]'));
    expect(store.snapshot.report?.evaluation.losses).toBeNull();
    expect(store.snapshot.lastGood?.evaluation.losses).not.toBeNull();
  });

  test.each<[string, ToWebview]>([
    ['another selection of the file', selected(2, broken, 2)],
    ['another file', { type: 'state', revision: 2, state: stateOf(broken, 'file:///b.py') }],
    ['another selection that is being read', reading(2, 2)],
  ])('shows no last good report of %s', (_, next) => {
    const { store } = newStore();
    store.receive(selected(1, goodText, 1));
    store.receive(next);
    expect(store.snapshot.lastGood).toBeNull();
  });

  test('keeps the last good report of its selection while a later text of it has no value', () => {
    const { store } = newStore();
    store.receive(selected(1, goodText, 1));
    const good = store.snapshot.report;
    store.receive(selected(2, refused, 1));
    store.receive(selected(3, broken, 1));
    expect(store.snapshot.lastGood).toBe(good);
  });

  test('takes no report without values for a good one, and pins none', () => {
    const { store } = newStore();
    store.receive(message(1, refused));
    store.pin();
    expect([store.snapshot.lastGood, store.snapshot.comparison.pins]).toEqual([null, []]);
  });

  test('tells the host of a changed option, and evaluates at once', () => {
    const { store, posted } = newStore();
    store.receive(message(1, goodText));
    store.change({ reduction: 'sum' });
    expect(posted).toEqual([{ type: 'options', options: { reduction: 'sum' } }]);
    expect(ceOf(store)).toBeCloseTo(0.63708, 5);
  });

  test('keeps the selected sample while the same text is edited', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    store.select(1);
    store.receive(message(2, goodText.replace('0.3]', '0.4]')));
    expect(store.snapshot.view.sample).toBe(1);
  });

  test('shows its example where the host has nothing, and neither keeps nor mixes it with a text', () => {
    const { store, kept } = newStore();
    const { source, parsed } = stateOf('logits = [[9.0, 1.0]]\ny = [0]', 'example');
    store.receive({ type: 'state', revision: 1, state: { kind: 'empty', example: { source, parsed } } });
    expect([store.snapshot.isExample, store.snapshot.report?.source.uri, kept.length]).toEqual([
      true,
      'example',
      0,
    ]);
    store.receive(message(2, goodText));
    expect([store.snapshot.isExample, store.snapshot.report?.source.uri]).toEqual([false, 'file:///a.py']);
  });
});

describe('changes', () => {
  test('of a value are evaluated, and can be taken back and made again', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    const before = ceOf(store);
    setFirst(store, 5);
    const after = ceOf(store);
    expect(after).toBeLessThan(before ?? 0);
    store.undo();
    expect([ceOf(store), store.snapshot.canUndo, store.snapshot.canRedo]).toEqual([before, false, true]);
    store.redo();
    expect([ceOf(store), store.snapshot.canUndo, store.snapshot.canRedo]).toEqual([after, true, false]);
  });

  test('of one gesture are taken back together, and the next gesture is another step', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    const before = ceOf(store);
    for (const value of [2.1, 2.2, 2.3]) setFirst(store, value, 'drag 0');
    const first = ceOf(store);
    store.endGesture();
    for (const value of [2.4, 2.5]) setFirst(store, value, 'drag 0');
    store.undo();
    expect(ceOf(store)).toBe(first);
    store.undo();
    expect(ceOf(store)).toBe(before);
  });

  test('a new change forgets what was taken back', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    setFirst(store, 5);
    store.undo();
    setFirst(store, 6);
    store.redo();
    expect(store.snapshot.canRedo).toBe(false);
    expect(store.snapshot.report?.evaluation.tensors[0].tensor.data[0]).toBe(6);
  });

  test('hold while other numbers of the text change, and are dropped, and said to be, when theirs do', () => {
    const { store, posted } = newStore();
    store.receive(message(1, goodText));
    setFirst(store, 5);
    const { options } = store.snapshot.panel as { options: object };
    store.receive({
      type: 'state',
      revision: 2,
      state: { ...stateOf(goodText.replace('[0, 1]', '[0, 2]')), options },
    });
    expect(store.snapshot.report?.evaluation.tensors[0].tensor.data[0]).toBe(5);
    expect(store.snapshot.hasDroppedEdits).toBe(false);
    store.receive({
      type: 'state',
      revision: 3,
      state: { ...stateOf(goodText.replace('1.0', '1.5')), options },
    });
    expect(store.snapshot.report?.evaluation.tensors[0].tensor.data[0]).toBe(2);
    expect(store.snapshot.hasDroppedEdits).toBe(true);
    expect(posted.at(-1)).toEqual({ type: 'options', options: { edits: {} } });
  });

  test('that stand in the text by now are gone without a word', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    setFirst(store, 5);
    const { options } = store.snapshot.panel as { options: object };
    store.receive({
      type: 'state',
      revision: 2,
      state: { ...stateOf(goodText.replace('2.0', '5.0')), options },
    });
    expect(store.snapshot.hasDroppedEdits).toBe(false);
    expect(store.snapshot.panel).toMatchObject({ options: { edits: {} } });
  });
});

describe('a large input', () => {
  test('is evaluated aside', async () => {
    const { store, answer } = newStore();
    store.receive(message(1, largeText));
    expect([store.snapshot.isComputing, store.snapshot.report]).toEqual([true, null]);
    await answer();
    expect([store.snapshot.isComputing, store.snapshot.report !== null]).toEqual([false, true]);
  });

  test('that changes faster than it is evaluated shows what came, and then the latest only', async () => {
    const { store, aside, answer } = newStore();
    store.receive(message(1, largeText));
    await answer();
    for (const value of [1, 2, 3, 4]) setFirst(store, value, 'drag 0');
    expect(aside.length).toBe(1);
    await answer();
    expect(store.snapshot.report?.evaluation.tensors[0].tensor.data[0]).toBe(1);
    expect(store.snapshot.isComputing).toBe(true);
    await answer();
    expect(store.snapshot.report?.evaluation.tensors[0].tensor.data[0]).toBe(4);
    expect([store.snapshot.isComputing, aside.length]).toEqual([false, 0]);
  });

  test('is released when the next is there, unless it is the last good one that is shown in its place', async () => {
    const { store, released, answer } = newStore();
    store.receive(message(1, largeText));
    await answer();
    const first = store.snapshot.report?.evaluation;
    setFirst(store, 1);
    expect(released).toEqual([]);
    await answer();
    expect(released).toEqual([first]);
    const second = store.snapshot.report;
    store.receive(message(2, broken));
    expect(store.snapshot.lastGood).toBe(second);
    expect(released).toEqual([first]);
  });

  test('whose text is gone when the answer comes is not shown', async () => {
    const { store, answer } = newStore();
    store.receive(message(1, largeText));
    store.receive(message(2, goodText));
    await answer();
    expect(store.snapshot.report?.parsed.literals[0].tensor.shape).toEqual([2, 3]);
    expect(store.snapshot.isComputing).toBe(false);
  });
});

describe('what mends a finding', () => {
  const called = 'p = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]])\nF.nll_loss(p, torch.tensor([0, 1]))';
  const call = called.indexOf('F.');

  test('in the text is asked for once, whatever is changed here, and made by its index', () => {
    const { store, posted } = newStore();
    store.receive(message(4, called));
    setFirst(store, 0.6);
    expect(posted.filter(({ type }) => type === 'findFixes')).toEqual([
      { type: 'findFixes', revision: 4, from: call, to: called.length },
    ]);
    const fixes = ['Mend', 'Mend otherwise'].map((title) => ({
      code: 'nll-not-log-probs' as const,
      title,
      written: null,
    }));
    store.receive({ type: 'fixes', revision: 3, fixes });
    expect(store.snapshot.fixes).toEqual([]);
    store.receive({ type: 'fixes', revision: 4, fixes });
    store.applyFix(store.snapshot.fixes[1]);
    expect(posted.at(-1)).toEqual({ type: 'applyFix', revision: 4, index: 1 });
  });

  test('in the text is forgotten with the text, and said until something is changed', () => {
    const { store } = newStore();
    store.receive(message(4, called));
    store.receive({
      type: 'fixes',
      revision: 4,
      fixes: [{ code: 'nll-not-log-probs', title: 'x', written: null }],
    });
    store.receive(message(5, called.replace('(p,', '(p.log(),')));
    store.receive({ type: 'applied', title: 'p.log()' });
    expect([store.snapshot.fixes, store.snapshot.applied]).toEqual([[], { title: 'p.log()' }]);
    setFirst(store, -1);
    expect(store.snapshot.applied).toBeNull();
  });

  test('is done to the numbers here where there is no text of a call, and can be taken back', () => {
    const { store, posted } = newStore();
    store.receive(message(1, 'p = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]\ny = [0, 1]'));
    const [finding] = store.snapshot.report?.evaluation.findings ?? [];
    store.mend(finding.mending ?? 'negate');
    const { report, applied } = store.snapshot;
    // nll_loss of PyTorch 2.13 on the logarithm.
    expect(report?.evaluation.losses?.nllLoss.output?.data[0]).toBeCloseTo(0.28990924, 6);
    expect([applied, report?.evaluation.findings.map(({ code }) => code)]).toEqual([
      { title: null },
      ['ce-log-softmax'],
    ]);
    store.undo();
    expect(store.snapshot.report?.evaluation.losses?.nllLoss.output?.data[0]).toBeCloseTo(-0.75, 6);
    expect(posted.every(({ type }) => type === 'options')).toBe(true);
  });
});

describe('what is looked at', () => {
  test('is saved with the options and the pins', () => {
    const { store, kept } = newStore();
    store.receive(message(1, goodText));
    store.pin();
    store.change({ reduction: 'sum' });
    store.look({ tab: 'steps', step: 3 });
    expect(kept.at(-1)).toMatchObject({
      options: { reduction: 'sum' },
      comparison: { pins: [{ id: 1 }], a: 1, b: null },
      view: { tab: 'steps', step: 3 },
    });
  });

  test('comes back with the page, the pins too', () => {
    const { source } = stateOf(goodText);
    const view = { ...initialView, tab: 'batch' as const, sample: 1 };
    const { store } = newStore({ source, options: {}, view, comparison });
    store.receive(message(1, goodText));
    expect(store.snapshot.view).toEqual(view);
    expect(store.snapshot.comparison).toEqual(comparison);
  });

  test('of another selection of the file begins anew: at the top, with nothing taken back; what was pinned stays', () => {
    const { store, scrolled } = newStore();
    store.receive(selected(1, goodText, 1));
    store.pin();
    store.select(1);
    store.change({ reduction: 'sum' });
    store.receive(selected(2, goodText, 1));
    expect([store.snapshot.canUndo, store.snapshot.view.sample, scrolled]).toEqual([true, 1, [0]]);
    store.receive(selected(3, goodText, 2));
    const { canUndo, view } = store.snapshot;
    expect([canUndo, view.sample, scrolled]).toEqual([false, 0, [0, 0]]);
    expect(store.snapshot.comparison).toMatchObject({ pins: [{ id: 1 }], a: 1, b: null });
  });

  test('comes back with its place, and what was done can be taken back', () => {
    const { store, kept } = newStore();
    store.receive(message(5, goodText));
    setFirst(store, 5);
    store.change({ reduction: 'sum' });
    store.undo();
    store.keepPlace(120);
    const saved = kept.at(-1) ?? null;
    const shown = newStore(saved);
    const { state } = message(5, goodText) as ToWebview & { type: 'state' };
    shown.store.receive({
      type: 'state',
      revision: 5,
      state: { ...state, options: saved?.options ?? {} } as typeof state,
    });
    expect(shown.scrolled.at(-1)).toBe(120);
    expect(shown.kept.at(-1)?.memory).toEqual(saved?.memory);
    shown.store.redo();
    expect(shown.posted.at(-1)).toMatchObject({ options: { reduction: 'sum' } });
    shown.store.undo();
    shown.store.undo();
    expect([ceOf(shown.store)?.toFixed(5), shown.store.snapshot.canUndo]).toEqual(['0.31854', false]);
  });

  test('comes back with the cell of the sheet and the parts that were opened, for the same selection alone', () => {
    const { store, kept } = newStore();
    store.receive(message(5, goodText));
    store.kept.cell = { row: 1, column: 2 };
    for (const part of ['setup', 'heat', 'classes']) store.kept.fold(part, true);
    store.kept.fold('heat', false);
    const saved = unpackState(JSON.parse(JSON.stringify(packState(kept.at(-1) as SavedState))));
    const shown = newStore(saved);
    shown.store.receive(message(5, goodText));
    const open = () => ['setup', 'heat', 'classes'].map((part) => shown.store.kept.isUnfolded(part));
    expect([shown.store.kept.cell, open()]).toEqual([{ row: 1, column: 2 }, [true, false, true]]);
    shown.store.receive({ type: 'state', revision: 6, state: stateOf(goodText, 'file:///b.py') });
    expect([shown.store.kept.cell, open()]).toEqual([null, [false, false, false]]);
  });

  test('comes back without the steps that were made on an earlier text', () => {
    const { store, kept } = newStore();
    store.receive(message(5, goodText));
    setFirst(store, 5);
    store.keepPlace(120);
    const shown = newStore(kept.at(-1));
    shown.store.receive(message(6, goodText));
    expect([shown.store.snapshot.canUndo, shown.scrolled.at(-1)]).toEqual([false, 120]);
  });

  test('keeps the nearest steps alone where they hold many numbers', () => {
    const { store, kept } = newStore();
    store.receive(message(1, `logits = [${row}, ${row}]`));
    const rows = Array.from({ length: 2_000 }, (_, i) => i);
    for (const value of [1, 2, 3, 4, 5]) {
      store.apply((evaluation, options) =>
        changeValues(
          evaluation,
          options,
          'input',
          rows,
          rows.map(() => value),
        ),
      );
    }
    expect([store.snapshot.canUndo, kept.at(-1)?.memory?.past.length]).toEqual([true, 2]);
  });

  test('of another text does not, but the pins do', () => {
    const { source } = stateOf(goodText, 'file:///b.py');
    const view = { ...initialView, tab: 'batch' as const };
    const { store } = newStore({ source, options: {}, view, comparison });
    store.receive(message(1, goodText));
    expect(store.snapshot.view.tab).toBe('numbers');
    expect(store.snapshot.comparison).toEqual(comparison);
  });

  test('of a link comes with its pins, to those that are there', () => {
    const { store } = newStore();
    store.receive(message(1, goodText));
    store.pin();
    store.receive({ type: 'look', view: initialView, comparison });
    const { pins, a, b } = store.snapshot.comparison;
    expect([pins.map(({ id }) => id), pins[1].run, a, b]).toEqual([[1, 2], comparison.pins[0].run, 2, null]);
  });
});
