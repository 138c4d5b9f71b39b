import { describe, expect, it } from 'vitest';
import { createTensor, type EvaluateOptions } from '../../../src/core';
import { noComparison } from '../../../src/messages/comparison';
import { packState, unpackState } from '../../../src/messages/savedState';
import { initialView } from '../../../src/messages/viewState';
import { comparison } from './realMessages';

const source = {
  uri: 'untitled:Untitled-1',
  label: 'Untitled-1',
  line: 1,
  pieces: [],
  ranges: [{ from: 0, to: 9 }],
  isBox: false,
  readings: { 4: 'column' },
};

const view = { ...initialView, tab: 'steps', step: 2 } as const;

function afterReload(options: EvaluateOptions) {
  return unpackState(JSON.parse(JSON.stringify(packState({ source, options, view, comparison }))));
}

describe('the saved state', () => {
  it('comes back whole from JSON, special values included', () => {
    const options: EvaluateOptions = {
      pair: 2,
      roles: { 1: 'input' },
      reduction: 'sum',
      labelSmoothing: 0.1,
      dtype: 'float16',
      weight: createTensor([Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1 + 0.2], [4]),
      target: createTensor([2, -100], [2]),
      temperature: 0.5,
      edits: {
        0: {
          dims: [[0, -1], null],
          at: Float64Array.of(3),
          values: Float64Array.of(Number.NEGATIVE_INFINITY),
        },
      },
    };
    expect(afterReload(options)).toEqual({ source, options, view, comparison });
    expect(Object.is(afterReload(options)?.options.weight?.data[2], -0)).toBe(true);
  });

  it('keeps the difference between no weight and a weight that is not set', () => {
    expect(afterReload({ weight: null })?.options).toEqual({ weight: null });
    expect(afterReload({})?.options).toEqual({});
  });

  it('looks at the start, with nothing pinned, where what was looked at and compared is not known', () => {
    const saved = { source, options: {}, view: { tab: 'none' }, comparison: { pins: [{ id: 1 }] } };
    expect(unpackState(saved)).toEqual({ ...saved, view: initialView, comparison: noComparison });
  });

  it.each([
    ['nothing', undefined],
    ['no source', { options: {} }],
    ['no options', { source }],
    [
      'a tensor whose shape does not fit',
      { source, options: { weight: { data: { $float64: ['1'] }, shape: [2], dtype: 'float32' } } },
    ],
    ['a tensor of bare numbers', { source, options: { target: { data: [1], shape: [1], dtype: 'int64' } } }],
    [
      'an edit with fewer values than places',
      { source, options: { edits: { 0: { at: { $float64: ['1'] }, values: { $float64: [] } } } } },
    ],
    ['a temperature of 0', { source, options: { temperature: 0 } }],
    ['an unknown reduction', { source, options: { reduction: 'avg' } }],
  ])('is null for %s', (_name, value) => expect(unpackState(value)).toBeNull());
});
