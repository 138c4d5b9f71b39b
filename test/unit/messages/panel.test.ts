import { describe, expect, it } from 'vitest';
import { createTensor, parseText } from '../../../src/core';
import { isFromWebview, isToWebview } from '../../../src/messages/panel';

const source = {
  uri: 'file:///a.py',
  label: 'a.py',
  line: 3,
  pieces: [],
  ranges: [{ from: 0, to: 1 }],
  isBox: false,
  readings: {},
};
const parsed = parseText('x = [1.0, nan]');
const state = { kind: 'parsed', source, parsed, options: {} };
const message = { type: 'state', revision: 1, state };

/** `message` with the value at `path` replaced. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(message) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys[keys.length - 1]] = value;
  return copy;
}

describe('isToWebview', () => {
  it.each([
    ['a parsed state', message],
    ['an empty state', { type: 'state', revision: 0, state: { kind: 'empty', example: { source, parsed } } }],
    ['a reading state', { type: 'state', revision: 7, state: { kind: 'reading', source } }],
    ['options of every kind', changed('state.options', everyOption())],
    ['weight null', changed('state.options', { weight: null })],
    ['a source without a document', changed('state.source.uri', null)],
    ['readings that were chosen', changed('state.source.readings', { 2: 'rows' })],
    ['an option that is undefined', changed('state.options', { reduction: undefined })],
  ])('takes %s', (_name, value) => expect(isToWebview(value)).toBe(true));

  it.each([
    ['no object', 'state'],
    ['null', null],
    ['another type', changed('type', 'status')],
    ['a negative revision', changed('revision', -1)],
    ['a revision that is no number', changed('revision', '1')],
    ['an empty state without its example', changed('state', { kind: 'empty' })],
    ['an unknown kind', changed('state.kind', 'done')],
    [
      'a source without uri',
      changed('state.source', {
        label: 'a',
        line: 1,
        pieces: [{ from: 0, text: 'x', ranges: [{ from: 0, to: 1 }] }],
        ranges: [{ from: 0, to: 1 }],
      }),
    ],
    ['a source that does not say whether it is a box', changed('state.source.isBox', undefined)],
    ['a reading that is no name', changed('state.source.readings', { 2: 1 })],
    ['line 0', changed('state.source.line', 0)],
    ['numbers in a plain array', changed('state.parsed.literals.0.tensor.data', [1, 2])],
    ['numbers in another typed array', changed('state.parsed.literals.0.tensor.data', new Float32Array(2))],
    ['a shape that does not fit the numbers', changed('state.parsed.literals.0.tensor.shape', [3])],
    ['an unknown dtype', changed('state.parsed.literals.0.tensor.dtype', 'float8')],
    ['a range that ends before it starts', changed('state.parsed.literals.0.to', 1)],
    ['a literal without its form', changed('state.parsed.literals.0.form', undefined)],
    [
      'a shape that is empty along one side and endless along the other',
      changed('state.parsed.literals.0.tensor', endless),
    ],
    ['a call of a literal that is not there', changed('state.parsed.usage.calls', [callOf(1)])],
    ['edits that go back and forth', changed('state.options.edits', { 0: editAt(1, 0) })],
    ['an edit of half an element', changed('state.options.edits', { 0: editAt(0.5, 1) })],
    ['a list for the options', changed('state.options', [])],
    ['literals that are no list', changed('state.parsed.literals', {})],
    ['a problem without message', changed('state.parsed.problems', [{ from: 0, to: 1, code: 'ragged' }])],
    ['no usage', changed('state.parsed.usage', undefined)],
    ['an unknown reduction', changed('state.options', { reduction: 'avg' })],
    ['an unknown role', changed('state.options', { roles: { 0: 'labels' } })],
    ['ignore_index 1.5', changed('state.options', { ignoreIndex: 1.5 })],
    ['label_smoothing NaN', changed('state.options', { labelSmoothing: Number.NaN })],
    ['a target of plain numbers', changed('state.options', { target: [0, 1] })],
    ['no options', changed('state.options', undefined)],
  ])('refuses %s', (_name, value) => expect(isToWebview(value)).toBe(false));
});

describe('isFromWebview', () => {
  it.each([
    { type: 'ready' },
    { type: 'options', options: everyOption() },
    { type: 'reading', from: 3, id: 'rows' },
    { type: 'reveal', from: 0, to: 0 },
    { type: 'copy', text: '' },
    { type: 'openDocs', code: 'softmax-dim' },
    { type: 'failed', message: 'x' },
  ])('takes $type', (value) => expect(isFromWebview(value)).toBe(true));

  it.each([
    ['nothing', undefined],
    ['an unknown type', { type: 'eval', text: '1' }],
    ['options missing', { type: 'options' }],
    ['a reading without its place', { type: 'reading', id: 'rows' }],
    ['a reading without its name', { type: 'reading', from: 1 }],
    ['a range backwards', { type: 'reveal', from: 2, to: 1 }],
    ['a negative offset', { type: 'reveal', from: -1, to: 1 }],
    ['a range without end', { type: 'reveal', from: 1 }],
    ['text that is no string', { type: 'copy', text: 1 }],
    ['a code that is no string', { type: 'openDocs', code: null }],
    ['a failure without message', { type: 'failed' }],
  ])('refuses %s', (_name, value) => expect(isFromWebview(value)).toBe(false));
});

const endless = { data: new Float64Array(0), shape: [0, 1e15], dtype: 'float32' };

function callOf(literal: number) {
  const input = { from: 0, to: 1, literal, operations: [] };
  return { from: 0, to: 1, loss: 'NLLLoss', input, target: null, options: {}, backward: null };
}

function editAt(...at: readonly number[]) {
  return { at: Float64Array.from(at), values: new Float64Array(at.length) };
}

function everyOption() {
  return {
    pair: 1,
    roles: { 0: 'input', 3: 'other' },
    reduction: 'none',
    ignoreIndex: -100,
    labelSmoothing: 0.1,
    weight: createTensor([1, 2], [2]),
    target: createTensor([0], [1]),
    dtype: 'bfloat16',
  };
}
