import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SnippetResult } from '../../../../../src/core/python/run/result/snippetResult';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';
import { settled } from './settled';

/** A snippet of the fixture and what Python did with it; the line of the error counts from 1. */
interface RecordedSnippet {
  readonly name: string;
  readonly text: string;
  readonly printed: readonly string[];
  readonly error: { readonly type: string; readonly message: string; readonly line: number | null } | null;
  /** Prints more digits than float32 arithmetic settles. */
  readonly loose?: boolean;
}

const recorded = JSON.parse(readFileSync('test/fixtures/torch/snippets.json', 'utf8')) as {
  readonly torch: string;
  readonly snippets: readonly RecordedSnippet[];
};

/**
 * What is not evaluated, and said so: the message, with the reason. Such a run still prints nothing that PyTorch does
 * not print, in the same order.
 */
const refused: readonly (readonly [RegExp, string])[] = [
  [
    /torch\.nn(\.functional)?\.\w+\(…\)|torch\.\w+\(…\)|numpy\.\w+\(…\)/,
    'functions that are not on the list',
  ],
  [
    /\.\w+(\(…\))?( of this| of given characters| of a module| with arguments)?$/,
    'methods that are not on the list',
  ],
  [/\w+\(…\) (with|without|of|on) .*|with \w+=$/, 'arguments whose complaints PyTorch words by overload'],
  [/writing|in place|setting|this assignment|filling a view|with views/, 'writes that autograd follows'],
  [
    /^assert|del of this|round\(…\)|dict\(…\)|a set|\* of|~ of|== of|this raise|alone$/,
    'Python beyond the list',
  ],
  [/what NumPy says|an array|arrays|reshape\(/, "NumPy's own errors, and mixtures of arrays and tensors"],
  [/of negative size|an index|a mask|this index|do not fit|device|of so few|no tensor/, 'rare arguments'],
];

const RELATIVE = 1e-6;
const ABSOLUTE = 1e-7;
/** Near enough, and both are values of float32 or neither is. */
function isOfFloat32(text: string, expected: string): boolean {
  const [value, wanted] = [Number(text), Number(expected)];
  const isNear = Math.abs(value - wanted) <= RELATIVE * Math.abs(wanted) + ABSOLUTE;
  return isNear && (Math.fround(value) === value) === (Math.fround(wanted) === wanted);
}

function outcomeOf(result: SnippetResult, snippet: RecordedSnippet): unknown {
  const { printed, error, unevaluated, endedBy } = result;
  return {
    unevaluated: unevaluated.map(({ line, message }) => `${line}: ${message}`),
    printed: snippet.loose ? settled(printed, snippet.printed, isOfFloat32) : printed,
    error: error === undefined ? null : { type: error.type, message: error.message, line: error.line },
    endedBy,
  };
}

/** Whether `some` stand in `all`, in order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return some.every((line) => {
    at = all.indexOf(line, at) + 1;
    return at > 0;
  });
}

const runs = recorded.snippets.map((snippet) => ({ snippet, result: runSnippet(snippet.text) }));
const evaluated = runs.filter(({ result }) => result.unevaluated.length === 0);
const others = runs.filter(({ result }) => result.unevaluated.length > 0);

describe(`a snippet prints and stops as with PyTorch ${recorded.torch}`, () => {
  for (const { snippet, result } of evaluated) {
    it(snippet.name, () => {
      const { text, printed, error } = snippet;
      expect(outcomeOf(result, snippet), text).toEqual({ unevaluated: [], printed, error, endedBy: null });
    });
  }
});

describe('a snippet that is not evaluated as a whole', () => {
  for (const { snippet, result } of others) {
    it(`says so for a known reason, and prints nothing else: ${snippet.name}`, () => {
      const first = result.unevaluated[0].message.replace(/^cannot evaluate /, '');
      expect(refused.filter(([pattern]) => pattern.test(first)).length, first).toBeGreaterThan(0);
      // Where Python stopped, the rest is evaluated here all the same.
      const end = snippet.error?.line ?? Number.POSITIVE_INFINITY;
      const printed = result.steps.filter(({ line }) => line < end).flatMap((step) => step.printed);
      const lines = snippet.loose ? settled(printed, snippet.printed, isOfFloat32) : printed;
      expect(isWithin(lines, snippet.printed), snippet.text).toBe(true);
    });
  }

  it('is one of a few', () => {
    expect(others.length / runs.length).toBeLessThan(0.08);
  });
});
