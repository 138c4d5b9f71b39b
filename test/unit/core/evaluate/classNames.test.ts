import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateParsed, parseText } from '../../../../src/core';

const csv = 'cat,dog,owl,label\n2.0,1.0,0.1,0\n0.5,2.5,0.3,1\n';
const namesIn = (text: string, options: EvaluateOptions = {}) =>
  evaluateParsed(parseText(text, { isPasted: true }), options).classNames;

describe('the classes are called', () => {
  test.each([
    ['CSV with a target column', csv],
    ['quoted CSV', csv.replace('cat,dog', '"cat","dog"')],
    ['TSV', csv.replaceAll(',', '\t')],
    [
      'Markdown',
      '| cat | dog | owl | label |\n|---|---|---|---|\n| 2.0 | 1.0 | 0.1 | 0 |\n| 0.5 | 2.5 | 0.3 | 1 |\n',
    ],
    ['a data frame as pandas prints it', '   cat  dog  owl\n0  2.0  1.0  0.1\n1  0.5  2.5  0.3\n'],
    ['CSV with an index', ',cat,dog,owl\n0,2.0,1.0,0.1\n1,0.5,2.5,0.3\n'],
  ])('by the header of %s', (_, text) => {
    expect(namesIn(text)).toEqual(['cat', 'dog', 'owl']);
  });

  test('by the headers of all blocks of a wrapped frame', () => {
    const text =
      '   cat  dog  \\\n0  2.0  1.0   \n1  0.5  2.5   \n\n   owl  fox  \n0  0.1  1.5  \n1  0.3  2.5  \n';
    expect(namesIn(text)).toEqual(['cat', 'dog', 'owl', 'fox']);
  });

  test.each([
    ['without a header', '2.0,1.0,0.1\n0.5,2.5,0.3\n'],
    ['under counted columns', '     0    1    2\n0  2.0  1.0  0.1\n1  0.5  2.5  0.3\n'],
    ['under a name that two columns have', 'cat,cat,owl\n2.0,1.0,0.1\n0.5,2.5,0.3\n'],
    ['under words between blanks', 'these are logits\n2.0 1.0 0.1\n0.5 2.5 0.3\n'],
    ['in a list', 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]'],
  ])('by no name %s', (_, text) => {
    expect(namesIn(text)).toBeNull();
  });
});

test('names move with the classes that are added and removed', () => {
  const none = new Float64Array(0);
  const edits = (columns: readonly number[]): EvaluateOptions => ({
    edits: { 0: { dims: [null, columns], at: none, values: none } },
  });
  expect(namesIn(csv, edits([0, -1, 2]))).toEqual(['cat', '', 'owl']);
});

const logits = '[[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]';
const names = ['cat', 'dog', 'bird'];
const list = '["cat", "dog", "bird"]';

/** What the names are taken from, of what could be meant. */
function sourceIn(
  text: string,
  options: EvaluateOptions = {},
): readonly [string | null, readonly (string | null)[]] {
  const { classSources, classSource } = evaluateParsed(parseText(text), options);
  const found = classSources.map(({ name }) => name);
  return [classSource === null ? null : found[classSource], found];
}

describe('the classes are called as a list in the text says', () => {
  test.each([
    [`classes = ${list}\nlogits = ${logits}`, 'classes'],
    [`logits = ${logits}\nclass_names = ["cat", "dog", "bird"]  # in order`, 'class_names'],
    [`CLASSES: Final = ("cat", 'dog', "bird",)\nlogits = ${logits}`, 'CLASSES'],
    [`self.classes = [\n  "cat",  # 0\n  "dog",\n  "bird",\n]\nlogits = ${logits}`, 'classes'],
    [`id2label = {0: "cat", 1: "dog", 2: "bird"}\nlogits = ${logits}`, 'id2label'],
    [`id2label = {2: "bird", 0: "cat", 1: "dog"}\nlogits = ${logits}`, 'id2label'],
    [`labels = ${list}\nlogits = ${logits}\ny = [0, 1]`, 'labels'],
    [`{"classes": ${list}, "logits": ${logits}, "target": [0, 1]}`, 'classes'],
    [`{"id2label": {"0": "cat", "1": "dog", "2": "bird"}, "logits": ${logits}}`, 'id2label'],
    [`const classNames: string[] = ${list};\nconst logits = ${logits};`, 'classNames'],
    [`classes = ${list}\nx = torch.tensor(${logits})\nF.cross_entropy(x, torch.tensor([0, 1]))`, 'classes'],
    [`classes = ${list}\nlabel_names = ${list}\nlogits = ${logits}`, 'classes'],
  ])('%s', (text, name) => {
    expect(namesIn(text)).toEqual(names);
    expect(sourceIn(text)).toEqual([name, [name]]);
  });
});

describe('no list names the classes', () => {
  test.each([
    ['of another length', `classes = ["cat", "dog"]\nlogits = ${logits}`],
    ['with a name twice', `classes = ["cat", "cat", "dog"]\nlogits = ${logits}`],
    ['under another name', `animals = ${list}\nlogits = ${logits}`],
    ['whose name is longer', `old_classes = ${list}\nlogits = ${logits}`],
    ['with an empty name', `classes = ["cat", "", "bird"]\nlogits = ${logits}`],
    ['with an escape', `classes = ["cat", "do\\x67", "bird"]\nlogits = ${logits}`],
    ['that is a set', `classes = {"cat", "dog", "bird"}\nlogits = ${logits}`],
    ['that misses a number', `id2label = {0: "cat", 1: "dog", 3: "bird"}\nlogits = ${logits}`],
    ['with expressions', `classes = ["cat", dog, "bird"]\nlogits = ${logits}`],
    ['that is an argument', `plot(logits, labels=${list})\nlogits = ${logits}`],
    ['that is an argument on a line of its own', `plot(\n  labels=${list},\n)\nlogits = ${logits}`],
    ['that is a part of an expression', `classes = ${list} + more\nlogits = ${logits}`],
    ['that is sorted later', `classes = ${list}\nclasses.sort()\nlogits = ${logits}`],
    ['that gets another element', `classes = ${list}\nclasses[0] = load()\nlogits = ${logits}`],
    ['whose name gets another value', `classes = ${list}\nclasses = load()\nlogits = ${logits}`],
    ['in a comment', `# classes = ${list}\nlogits = ${logits}`],
    ['of as many labels as samples', `labels = ${list}\nlogits = [[2, 1, 0], [0, 1, 2], [1, 0, 2]]`],
  ])('%s', (_, text) => {
    expect(sourceIn(text)).toEqual([null, []]);
    expect(namesIn(text)).toBeNull();
  });
});

describe('of several lists', () => {
  const text = `classes = ${list}\nid2label = {0: "a", 1: "b", 2: "c"}\nlogits = ${logits}`;

  test('none is taken', () => {
    expect(sourceIn(text)).toEqual([null, ['classes', 'id2label']]);
    expect(sourceIn(`classes = ${list}\nclasses = ["a", "b", "c"]\nlogits = ${logits}`)[0]).toBeNull();
  });

  test('the user chooses one', () => {
    expect(namesIn(text, { classSource: 1 })).toEqual(['a', 'b', 'c']);
  });

  test('and none of one', () => {
    expect(namesIn(`classes = ${list}\nlogits = ${logits}`, { classSource: null })).toBeNull();
  });
});
