import { describe, expect, test } from 'vitest';
import { parsePieces } from '../../../src/core';
import { isFromWebview, isToWebview } from '../../../src/messages/panel';
import { packState, unpackState } from '../../../src/messages/savedState';
import { isFromSnippetPage, isToSnippetPage } from '../../../src/messages/snippet';
import { snippets } from '../../fixtures/torch/snippets.json';
import { afterTransport } from './afterTransport';
import { mutationsOf } from './mutations';
import { fromSnippetPage, fromWebview, savedState, stateOf, toSnippetPage, toWebview } from './realMessages';

const boundaries = [
  { name: 'host to page', isRight: isToWebview, messages: toWebview },
  { name: 'page to host', isRight: isFromWebview, messages: fromWebview },
  { name: 'host to snippet page', isRight: isToSnippetPage, messages: toSnippetPage },
  { name: 'snippet page to host', isRight: isFromSnippetPage, messages: fromSnippetPage },
];

/** Options, choices by index, and what core's types mark with a question mark. */
const mayBeAbsent =
  /options\.\w+ |(?:readings|roles|edits)\.\d+ |\.(?:names(?:Loss|Grad)|reading|expression|dims) /;

describe.each(boundaries)('$name', ({ isRight, messages }) => {
  test('takes what is sent', () => {
    for (const message of messages) {
      expect(isRight(message)).toBe(true);
      expect(isRight(afterTransport(message))).toBe(true);
    }
  });

  test('misses every field that may not be absent, and takes no other kind of data for it', () => {
    const taken: string[] = [];
    for (const message of messages) {
      for (const { name, value } of mutationsOf(message)) if (isRight(value)) taken.push(name);
    }
    const isAbsence = (name: string) => /(?: deleted| = undefined)$/.test(name);
    expect(taken.filter((name) => isAbsence(name) && !mayBeAbsent.test(name))).toEqual([]);
    expect(taken.filter((name) => / = (?:NaN|\[0, 1e300\]|10,000 lists)/.test(name))).toEqual([]);
  });
});

test('a saved state is read or refused, whatever stands in a field', () => {
  const packed = packState(savedState);
  for (const { value } of mutationsOf(packed)) {
    const state = unpackState(value);
    if (!state) continue;
    expect(unpackState(packState(state))).toEqual(state);
    parsePieces(state.source.pieces, { isPasted: true, readings: state.source.readings });
  }
});

test('what was read from a snippet arrives whole', () => {
  const sample = snippets.filter((_, i) => i % 20 === 0);
  for (const { text } of sample) expect(isToWebview(afterTransport(stateOf(text))), text).toBe(true);
});
