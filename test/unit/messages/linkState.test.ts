import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeState, encodeState } from '../../../src/messages/linkState';
import { packState, type SavedState } from '../../../src/messages/savedState';
import { initialView } from '../../../src/messages/viewState';
import { comparison } from './realMessages';

const text = 'logits = [[1.0, nan]]';

const state: SavedState = {
  source: {
    uri: 'file:///a.py',
    label: 'a.py',
    line: 1,
    pieces: [{ from: 0, text, ranges: [{ from: 0, to: text.length }] }],
    ranges: [{ from: 0, to: text.length }],
    isBox: false,
    readings: {},
  },
  options: {
    edits: { 0: { at: Float64Array.of(0, 1), values: Float64Array.of(-0, Number.NEGATIVE_INFINITY) } },
  },
  view: { ...initialView, tab: 'sample' },
  comparison,
};

const noEdit = { at: new Float64Array(0), values: new Float64Array(0) };
const set = (at: number) => ({ at: Float64Array.of(at), values: Float64Array.of(1) });
const added = (count: number) => new Array<number>(count).fill(-1);

function ofText(...texts: readonly string[]): SavedState['source'] {
  return { ...state.source, pieces: texts.map((one) => ({ from: 0, text: one, ranges: [] })) };
}

/** The text of a link with another state, which `encodeState` may not make. */
function packed(change: Partial<SavedState>): string {
  return linked(JSON.stringify(packState({ ...state, ...change })));
}

function linked(json: string): string {
  return deflateRawSync(json).toString('base64url');
}

test('a state comes back whole from its text, which a link can hold as it is', async () => {
  const encoded = await encodeState(state);
  expect(encoded).toMatch(/^[\w-]+$/);
  const decoded = await decodeState(encoded ?? '');
  expect(decoded).toEqual(state);
  expect(Object.is(decoded?.options.edits?.[0].values[0], -0)).toBe(true);
});

test('a state that is too long for a link has no text', async () => {
  let seed = 1;
  const noise = Array.from({ length: 90_000 }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
  const pieces = [{ from: 0, text: noise, ranges: [] }];
  expect(await encodeState({ ...state, source: { ...state.source, pieces } })).toBeNull();
});

test.each([
  ['no base64url', 'a+b/='],
  ['nothing', ''],
  ['no deflated data', 'AAAA'],
  ['no JSON', linked('{')],
  ['another value', linked('[1]')],
  ['a state with a wrong source', linked('{"source":{},"options":{}}')],
  ['a bomb', linked('0'.repeat(20_000_000))],
  ['a part of a link', (await encodeState(state))?.slice(0, -9) ?? ''],
  ['a text longer than is kept', packed({ source: ofText(`${text}${' '.repeat(100_000)}`) })],
  ['texts longer than are kept', packed({ source: ofText(...new Array(101).fill(' '.repeat(1_000))) })],
  ['a state without its text', packed({ source: { ...state.source, pieces: [] } })],
  ['an edit of a tensor that is not there', packed({ options: { edits: { 1: noEdit } } })],
  ['an edit beyond the tensor', packed({ options: { edits: { 0: set(2) } } })],
  ['an edit of another shape', packed({ options: { edits: { 0: { ...noEdit, dims: [null] } } } })],
  [
    'an edit with an index beyond',
    packed({ options: { edits: { 0: { ...noEdit, dims: [null, [0, 2]] } } } }),
  ],
  [
    'an edit to more than memory holds',
    packed({ options: { edits: { 0: { ...noEdit, dims: [added(2_000), added(2_000)] } } } }),
  ],
  [
    'an empty tensor of very many rows',
    packed({ options: { target: { data: new Float64Array(0), shape: [1e15, 0], dtype: 'int64' } } }),
  ],
])('%s gives no state', async (_name, given) => expect(await decodeState(given)).toBeNull());
