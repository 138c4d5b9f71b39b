import { describe, expect, it } from 'vitest';
import { isFromSnippetPage, isToSnippetPage } from '../../../src/messages/snippet';

const source = {
  uri: 'file:///a.py',
  range: null,
  label: 'a.py',
  text: 'x = 1\n',
  selection: { from: 0, to: 5 },
  firstLine: -3,
};

function messageWith(change: Record<string, unknown>): unknown {
  return { type: 'state', revision: 1, state: { kind: 'snippet', source: { ...source, ...change } } };
}

describe('isToSnippetPage', () => {
  it.each([
    ['a snippet', messageWith({})],
    ['a snippet of a whole document', messageWith({ selection: null })],
    ['an empty state', { type: 'state', revision: 0, state: { kind: 'empty' } }],
  ])('takes %s', (_name, value) => expect(isToSnippetPage(value)).toBe(true));

  it.each([
    ['nothing', undefined],
    ['no revision', { type: 'state', state: { kind: 'empty' } }],
    ['an unknown kind', { type: 'state', revision: 1, state: { kind: 'parsed' } }],
    ['no source', { type: 'state', revision: 1, state: { kind: 'snippet' } }],
    ['a text that is no string', messageWith({ text: null })],
    ['a selection backwards', messageWith({ selection: { from: 5, to: 0 } })],
    ['a range that is missing', messageWith({ range: undefined })],
    ['a line that is no number', messageWith({ firstLine: '1' })],
  ])('refuses %s', (_name, value) => expect(isToSnippetPage(value)).toBe(false));
});

describe('isFromSnippetPage', () => {
  it.each([
    { type: 'ready' },
    { type: 'reveal', from: 0, to: 3 },
    { type: 'apply', revision: 2, edits: [{ from: 0, to: 1, text: '' }] },
    { type: 'copy', text: '' },
    { type: 'failed', message: 'x' },
  ])('takes $type', (value) => expect(isFromSnippetPage(value)).toBe(true));

  it.each([
    ['nothing', null],
    ['an unknown type', { type: 'run' }],
    ['an edit without text', { type: 'apply', revision: 2, edits: [{ from: 0, to: 1 }] }],
    ['an edit backwards', { type: 'apply', revision: 2, edits: [{ from: 2, to: 1, text: '' }] }],
    ['edits of no revision', { type: 'apply', edits: [] }],
    ['a range without end', { type: 'reveal', from: 1 }],
    ['text that is no string', { type: 'copy', text: 1 }],
    ['a failure without message', { type: 'failed' }],
  ])('refuses %s', (_name, value) => expect(isFromSnippetPage(value)).toBe(false));
});
