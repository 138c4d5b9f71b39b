import { expect, test } from 'vitest';
import type { SnippetResult } from '../../../../../src/core';
import { outcomeOf } from '../../../../../src/webview/snippet/view/outcome';

function outcome(change: Partial<SnippetResult>, firstLine = 1): string {
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
  const source = { uri: 'file:///a.py', range: null, label: 'a.py', text: '', selection: null, firstLine };
  return outcomeOf({ source, stages: [{ text: '', selection: null, colours: [], result }] });
}

const error = { type: 'TypeError', message: 'm', from: 0, to: 0, line: 7, fix: null };
const missing = { from: 0, to: 0, line: 2, message: 'cannot evaluate f(…)' };
const printing = { from: 0, to: 1, line: 1, bound: [], printed: ['1'], value: null };

test.each([
  ['a stop', { error }, 'Stops at line 7: TypeError'],
  ['a run to the end', { steps: [printing] }, 'Runs to its end.'],
  ['a run that gives nothing', {}, 'Runs to its end. It binds nothing and prints nothing.'],
  [
    'two places of one line',
    { unevaluated: [missing, missing] },
    'Reaches its end, but for one line that could not be evaluated here.',
  ],
  ['a limit', { endedBy: 'steps' } as const, 'Ended here: the snippet takes more steps than are evaluated.'],
])('%s is told in a sentence', (_name, change, expected) => expect(outcome(change)).toBe(expected));

test('the line is that of the cell', () => {
  expect(outcome({ error }, -3)).toBe('Stops at line 3: TypeError');
});
