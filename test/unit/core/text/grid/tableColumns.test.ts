import { describe, expect, test } from 'vitest';
import { evaluateParsed, parseText } from '../../../../../src/core';

const read = (text: string, readings = {}) => {
  const parsed = parseText(text, { isPasted: true, readings });
  const { tensors, problems, classNames } = evaluateParsed(parsed);
  const roleOf = (role: string) => {
    const found = tensors.find((one) => one.role === role);
    return found && [found.name, found.tensor.shape, [...found.tensor.data]];
  };
  return {
    input: roleOf('input'),
    target: roleOf('target'),
    problems,
    classNames,
    literal: parsed.literals[0],
  };
};

const rows = [
  ['0', '0.75', '0.25', '0.5'],
  ['2', '0.125', '0.375', '0.5'],
];
const scores = [0.75, 0.25, 0.5, 0.125, 0.375, 0.5];

/** A table whose columns are the class, what stands before or behind it, and three scores. */
const table = (names: readonly string[], cells: readonly (readonly string[])[], separator = ',') =>
  [names, ...cells].map((row) => row.join(separator)).join('\n');

describe('the column of the target', () => {
  test.each(['label', 'true_label', 'y_true', 'gt', 'ground_truth', 'Target', '정답', 'trueLabel'])(
    'is the one called %s, wherever it stands',
    (name) => {
      for (const place of [0, 2, 3]) {
        const moved = (row: readonly string[]) => [
          ...row.slice(1, place + 1),
          row[0],
          ...row.slice(place + 1),
        ];
        const text = table(moved([name, 'p0', 'p1', 'p2']), rows.map(moved));
        expect(read(text).target).toEqual([name, [2], [0, 2]]);
        expect(read(text).input).toEqual([null, [2, 3], scores]);
      }
    },
  );

  test.each([',', '\t', ' | '])('between %j', (separator) => {
    const text = table(['y_true', 'p0', 'p1', 'p2'], rows, separator);
    expect(read(text).target).toEqual(['y_true', [2], [0, 2]]);
  });

  test('is none where several could be it', () => {
    const text = table(
      ['label_a', 'label_b', 'p0', 'p1'],
      [
        ['0', '1', '0.5', '0.5'],
        ['1', '0', '0.5', '0.5'],
      ],
    );
    expect(read(text).target?.[0]).not.toBe('label_a');
  });

  test('may be in words that the columns have, which are the names of the classes then', () => {
    const text = 'label,p_cat,p_dog\ndog,0.75,0.25\nCat,0.125,0.875';
    expect(read(text).target).toEqual(['label', [2], [1, 0]]);
    expect(read(text).classNames).toEqual(['Cat', 'dog']);
  });

  test('in words of no column, it is left out', () => {
    const text = 'label,p0,p1\ndog,0.75,0.25\ncat,0.125,0.875';
    const { input, literal } = read(text);
    expect(input).toEqual([null, [2, 2], [0.75, 0.25, 0.125, 0.875]]);
    expect(literal.reading?.taken).toContain('"label"');
  });
});

describe('a column is no score', () => {
  test.each([
    ['id', '7', '9'],
    ['sample_id', '1', '2'],
    ['', '5', '6'],
    ['Unnamed: 0', '0', '1'],
    ['step', '10', '20'],
    ['Wall time', '1700000000.5', '1700000001.5'],
    ['pred', '0', '1'],
    ['y_hat', '0', '1'],
    ['predicted_label', '0', '1'],
    ['loss', '0.25', '1.5'],
    ['text', 'good film', '"bad, really"'],
    ['path', 'a/b.png', 'a/"c".png'],
  ])('that is called %j', (name, above, below) => {
    const text = `${name},label,p0,p1,p2\n${above},${rows[0]}\n${below},${rows[1]}`;
    const { input, target, literal } = read(text);
    expect(input).toEqual([null, [2, 3], scores]);
    expect(target).toEqual(['label', [2], [0, 2]]);
    const { reading, from } = literal;
    expect(reading?.others.map(({ id }) => id)).toEqual(['all']);
    const isNumber = !['text', 'path', ''].includes(name);
    const all = read(text, { [from]: 'all' });
    expect(all.input?.[1]).toEqual([2, isNumber ? 5 : 4]);
  });

  test('but predictions of each class are', () => {
    const text = 'pred_a,pred_b,label\n0.75,0.25,0\n0.5,0.5,1';
    expect(read(text).input).toEqual([null, [2, 2], [0.75, 0.25, 0.5, 0.5]]);
  });
});

describe('a table without scores', () => {
  test.each([
    ['epoch,train_loss,val_loss\n1,0.5,0.75\n2,0.25,0.5', 'history of a training'],
    ['"Step","run-1 - train/loss"\n"0","2.3"\n"1","1.9"', 'history of a training'],
    ['step\taccuracy\n10\t0.5\n20\t0.75', 'history of a training'],
    ['id,label,pred\n1,0,0\n2,1,0', 'found none in the columns id, label, pred'],
  ])('is said to be one: %j', (text, message) => {
    const { input, problems } = read(text);
    expect(input).toBeUndefined();
    expect(problems.map((problem) => problem.message).join()).toContain(message);
  });
});

test('a cell that is no number in a column of numbers is named', () => {
  const { problems } = read('a,b\n1.5,2.5\n3.5,x\n4.5,1.5');
  expect(problems.map(({ message }) => message)).toEqual(['expected a number, got "x"']);
});

test('prose with commas is no table', () => {
  const text = 'Well, this is it\nOn the 2, we go\nThe 3, then';
  expect(read(text).problems.map(({ code }) => code)).toEqual(['no-tensor']);
});
