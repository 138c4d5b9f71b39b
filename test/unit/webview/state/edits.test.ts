import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateParsed, parseText } from '../../../../src/core';
import {
  changeValues,
  insertClass,
  insertRow,
  removeClass,
  removeRow,
} from '../../../../src/webview/state/edits';

const batch = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]\ny = [2, 1]\nclass_weights = [1.0, 2.0, 3.0]';

type Change = (evaluation: ReturnType<typeof evaluateParsed>, options: EvaluateOptions) => EvaluateOptions;

/** The input, target and weight of a text after changes, as nested text. */
function changedBy(text: string, ...changes: readonly Change[]) {
  const parsed = parseText(text);
  let options: EvaluateOptions = {};
  for (const change of changes) options = change(evaluateParsed(parsed, options), options);
  const evaluation = evaluateParsed(parsed, options);
  const show = (role: string) => {
    const tensor = evaluation.tensors.find((one) => one.role === role)?.tensor;
    return tensor ? `(${tensor.shape}) ${Array.from(tensor.data, (x) => Number(x.toFixed(4)))}` : null;
  };
  return { input: show('input'), target: show('target'), weight: show('weight'), options, evaluation };
}

describe('an edit', () => {
  test('of a value leaves the others as they are', () => {
    const { input } = changedBy(batch, (e, o) => changeValues(e, o, 'input', [1, 5], [7, -1]));
    expect(input).toBe('(2,3) 2,7,0.1,0.5,2.5,-1');
  });

  test('of a target and of a weight is one of theirs', () => {
    const { target, weight } = changedBy(
      batch,
      (e, o) => changeValues(e, o, 'target', [0], [0]),
      (e, o) => changeValues(e, o, 'weight', [2], [0.5]),
    );
    expect([target, weight]).toEqual(['(2) 0,1', '(3) 1,2,0.5']);
  });

  test('of an assumed target makes it the user’s', () => {
    const { target, options } = changedBy('logits = [[2.0, 1.0], [0.5, 2.5]]', (e, o) =>
      changeValues(e, o, 'target', [0], [1]),
    );
    expect(target).toBe('(2) 1,1');
    expect(options.target?.dtype).toBe('int64');
  });

  test('of a weight that was entered changes what was entered', () => {
    const enter: Change = (_, o) => ({
      ...o,
      weight: { data: new Float64Array([1, 1, 1]), shape: [3], dtype: 'float32' },
    });
    const { evaluation } = changedBy(batch, enter, (e, o) => changeValues(e, o, 'weight', [1], [4]));
    expect(Array.from(evaluation.options.weight?.data ?? [])).toEqual([1, 4, 1]);
  });
});

describe('rows', () => {
  test('are added to the input and its target, with zeros', () => {
    const { input, target } = changedBy(batch, (e, o) => insertRow(e, o, 1));
    expect([input, target]).toEqual(['(3,3) 2,1,0.1,0,0,0,0.5,2.5,0.3', '(3) 2,0,1']);
  });

  test('are removed from both, and edits of the others stay where they belong', () => {
    const { input, target } = changedBy(
      batch,
      (e, o) => changeValues(e, o, 'input', [4], [9]),
      (e, o) => removeRow(e, o, 0),
    );
    expect([input, target]).toEqual(['(1,3) 0.5,9,0.3', '(1) 1']);
  });

  test('leave an assumed target assumed', () => {
    const { target, evaluation } = changedBy('logits = [[2.0, 1.0], [0.5, 2.5]]', (e, o) =>
      insertRow(e, o, 2),
    );
    expect(target).toBe('(3) 0,1,0');
    expect(evaluation.tensors.find(({ role }) => role === 'target')?.isAssumed).toBe(true);
  });
});

describe('classes', () => {
  test('are added with weight 1, and class indices after them move up', () => {
    const { input, target, weight } = changedBy(batch, (e, o) => insertClass(e, o, 1));
    expect(input).toBe('(2,4) 2,0,1,0.1,0.5,0,2.5,0.3');
    expect(target).toBe('(2) 3,2');
    expect(weight).toBe('(4) 1,1,2,3');
  });

  test('are removed with their weight, and their samples are ignored', () => {
    const { input, target, weight } = changedBy(batch, (e, o) => removeClass(e, o, 1));
    expect(input).toBe('(2,2) 2,0.1,0.5,0.3');
    expect(target).toBe('(2) 1,-100');
    expect(weight).toBe('(2) 1,3');
  });

  test('of probabilities as target go with the input’s', () => {
    const soft = 'logits = [[2.0, 1.0], [0.5, 2.5]]\ntarget = [[0.9, 0.1], [0.2, 0.8]]';
    const { input, target } = changedBy(soft, (e, o) => insertClass(e, o, 2));
    expect([input, target]).toEqual(['(2,3) 2,1,0,0.5,2.5,0', '(2,3) 0.9,0.1,0,0.2,0.8,0']);
  });

  test('stand in dimension 1 of (N, C, d1)', () => {
    const { input } = changedBy('logits = [[[1.0, 2.0], [3.0, 4.0]]]\ny = [[0, 1]]', (e, o) =>
      insertClass(e, o, 1),
    );
    expect(input).toBe('(1,3,2) 1,2,0,0,3,4');
  });
});
