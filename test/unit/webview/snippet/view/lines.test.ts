import { describe, expect, test } from 'vitest';
import type { SnippetResult, SnippetStep } from '../../../../../src/core';
import { foldedOf, hasNotes, linesOf } from '../../../../../src/webview/snippet/view/lines';

const text = 'import torch\n\nx = f(\n    1)\nfor i in y:\n    print(i)\nz = 2\n';

function stepOf(
  statement: string,
  printed: readonly string[] = [],
  names: readonly string[] = [],
): SnippetStep {
  const from = text.indexOf(statement);
  const line = text.slice(0, from).split('\n').length;
  const value = { text: '1', tensor: null, requiresGrad: false, gradFn: null };
  return {
    from,
    to: from + statement.length,
    line,
    printed,
    value: null,
    bound: names.map((name) => ({ name, value, origin: null })),
  };
}

function stageOf(result: Partial<SnippetResult>, selection: { from: number; to: number } | null = null) {
  const nothing = {
    printed: [],
    steps: [],
    unevaluated: [],
    notes: [],
    losses: [],
    numLossesAfterStop: 0,
    constructorCalls: [],
    lossFailures: [],
    endedBy: null,
  };
  return { text, selection, colours: [], result: { ...nothing, ...result } };
}

function errorAt(word: string) {
  const from = text.indexOf(word);
  const line = text.slice(0, from).split('\n').length;
  return { type: 'TypeError', message: 'm', from, to: from + word.length, line, fix: null };
}

describe('the lines of a snippet', () => {
  test('are those of the text, without blank ones at the end', () => {
    expect(linesOf(stageOf({})).map((line) => line.text)).toEqual(text.trimEnd().split('\n'));
  });

  test('tell what a statement bound below its last line', () => {
    const lines = linesOf(stageOf({ steps: [stepOf('x = f(\n    1)', [], ['x'])] }));
    expect(lines.filter(hasNotes).map(({ line, steps }) => [line, steps[0].bound[0].name])).toEqual([
      [4, 'x'],
    ]);
  });

  test('tell all that a repeated statement printed, and how often it ran', () => {
    const steps = [stepOf('print(i)', ['0']), stepOf('print(i)', ['1'])];
    const [noted] = linesOf(stageOf({ steps })).filter(hasNotes);
    expect(noted.steps).toEqual([{ bound: [], value: null, printed: ['0', '1'], times: 2 }]);
  });

  test('tell of a loop at its head when its body tells of itself', () => {
    const loop = stepOf('for i in y:\n    print(i)', [], ['i']);
    const lines = linesOf(stageOf({ steps: [loop, stepOf('print(i)', ['0'])] }));
    expect(lines.filter(hasNotes).map(({ line }) => line)).toEqual([5, 6]);
  });

  test('tell the value of an expression, but not that of a docstring', () => {
    const written = "'About'\n1 + 1";
    const value = { text: '2', tensor: null, requiresGrad: false, gradFn: null };
    const steps = [
      { from: 0, to: 7, line: 1, bound: [], printed: [], value },
      { from: 8, to: 13, line: 2, bound: [], printed: [], value },
    ];
    const lines = linesOf({ ...stageOf({ steps }), text: written });
    expect(lines.filter(hasNotes).map(({ line }) => line)).toEqual([2]);
  });

  test('are not reached behind the stop, which stands below the last line of its expression', () => {
    const lines = linesOf(stageOf({ error: errorAt('f(\n    1)') }));
    expect(lines.find(({ error }) => error)?.line).toBe(4);
    expect(lines.filter(({ isReached }) => !isReached).map(({ line }) => line)).toEqual([5, 6, 7]);
  });

  test('mark the expression at fault without the indent', () => {
    const marked = linesOf(stageOf({ error: errorAt('f(\n    1)') })).flatMap((line) =>
      line.pieces.filter(({ isFault }) => isFault).map((piece) => piece.text),
    );
    expect(marked).toEqual(['f(', '1)']);
  });

  test('have no indent that all of them have', () => {
    const inner = 'def f():\n    if x:\n        y = 1\n\n    return y\n';
    const selection = { from: inner.indexOf('    if'), to: inner.length };
    const shown = linesOf({ ...stageOf({}, selection), text: inner });
    expect(shown.map((line) => line.text)).toEqual(['if x:', '    y = 1', '', 'return y']);
    expect(shown.map(({ pieces }) => pieces.map((piece) => piece.text).join(''))).toEqual(
      shown.map((line) => line.text),
    );
  });

  test('keep an indent of which one line has another kind of blank', () => {
    const mixed = '\ta = 1\n    b = 2\n';
    expect(linesOf({ ...stageOf({}), text: mixed }).map((line) => line.text)).toEqual([
      '\ta = 1',
      '    b = 2',
    ]);
  });

  test('are those of the selection', () => {
    const from = text.indexOf('z');
    expect(linesOf(stageOf({}, { from, to: from + 5 })).map(({ line }) => line)).toEqual([7]);
  });

  test('have an error above the selection too', () => {
    const from = text.indexOf('z');
    const lines = linesOf(stageOf({ error: errorAt('torch') }, { from, to: from + 5 }));
    expect(lines.map(({ line }) => line)).toEqual([1, 7]);
  });

  test('may begin further down', () => {
    expect(linesOf(stageOf({}), 6).map(({ line }) => line)).toEqual([6, 7]);
  });
});

describe('folded lines', () => {
  test('are long stretches of which nothing is said', () => {
    const long = `${'y = 0\n'.repeat(12)}x = 1`;
    const steps = [
      { from: long.indexOf('x'), to: long.length, line: 13, printed: ['1'], value: null, bound: [] },
    ];
    const groups = foldedOf(linesOf({ ...stageOf({ steps }), text: long }));
    expect(groups.map((group) => group.length)).toEqual([12, 1]);
  });

  test('are no short stretches', () => {
    expect(foldedOf(linesOf(stageOf({}))).every((group) => group.length === 1)).toBe(true);
  });
});
