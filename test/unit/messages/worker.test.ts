import { describe, expect, test } from 'vitest';
import { evaluateParsed, type ParsedText, parsePieces } from '../../../src/core';
import {
  isEvaluateAnswer,
  isEvaluateRequest,
  isSnippetAnswer,
  isSnippetRequest,
} from '../../../src/messages/worker';
import { runStages } from '../../../src/webview/snippet/stages';
import { snippets } from '../../fixtures/torch/snippets.json';
import { mutationsOf } from './mutations';
import { everyOption, snippetSource, sourceOf, texts } from './realMessages';

const sample = snippets.filter((_, i) => i % 10 === 0).map(({ text }) => text);

function read(text: string): ParsedText {
  return parsePieces(sourceOf(text).pieces, { isPasted: true });
}

describe('the panel and its worker', () => {
  test.each(Object.keys(texts) as (keyof typeof texts)[])('understand each other about %s', (name) => {
    const parsed = read(texts[name]);
    expect(
      isEvaluateRequest(structuredClone({ parsed, options: everyOption, spare: [new Float64Array(2)] })),
    ).toBe(true);
    expect(isEvaluateRequest({ parsed: null, options: {}, spare: [] })).toBe(true);
    expect(isEvaluateAnswer(structuredClone({ value: evaluateParsed(parsed) }))).toBe(true);
    expect(isEvaluateAnswer({ failure: 'no memory' })).toBe(true);
  });

  test('understand each other about snippets', () => {
    for (const text of sample) {
      expect(isEvaluateAnswer(structuredClone({ value: evaluateParsed(read(text)) })), text).toBe(true);
    }
  });
});

test('the snippet page and its worker understand each other', () => {
  expect(isSnippetRequest(snippetSource)).toBe(true);
  for (const text of sample) {
    expect(isSnippetAnswer(structuredClone({ value: runStages({ text, selection: null }) })), text).toBe(
      true,
    );
  }
});

test.each([
  ['evaluation', isEvaluateAnswer, { value: evaluateParsed(read(texts.program)) }],
  ['snippet', isSnippetAnswer, { value: runStages(snippetSource) }],
] as const)('an answer with a field of another kind is refused: %s', (_, isRight, answer) => {
  const taken: string[] = [];
  for (const { name, value } of mutationsOf(answer)) {
    // What core measures beside a description is no part of its type.
    if (!name.includes('.measured') && isRight(value)) taken.push(name);
  }
  expect(taken.filter((name) => / deleted$/.test(name) && !/\.(?:error|\d+) /.test(name))).toEqual([]);
  expect(taken.filter((name) => / = (?:true|10,000 lists)/.test(name) && !isFlag.test(name))).toEqual([]);
});

const isFlag = /\.(?:requiresGrad|isAssumed|isMet) = true/;
