import { evaluateText, findTensorAt, PythonChecker, readTensors, runSnippet } from '../../src/core';

/** Most expressions that are evaluated of a text: an endless loop is for the limits of other tests. */
const maxSteps = 5_000;

/** Everything of core that takes a text of the user. */
export const entries: Readonly<Record<string, (text: string) => unknown>> = {
  readTensors: (text) => readTensors(text),
  'readTensors, pasted': (text) => readTensors(text, { isPasted: true }),
  findTensorAt: (text) => [0, 0.3, 0.6, 1].map((part) => findTensorAt(text, Math.floor(part * text.length))),
  evaluateText: (text) => evaluateText(text, {}, { maxSteps }),
  'evaluateText, pasted': (text) => evaluateText(text, {}, { isPasted: true, maxSteps }),
  runSnippet: (text) => runSnippet(text, { maxSteps }),
  checkPython: (text) => {
    const checker = new PythonChecker();
    checker.set('main.py', text);
    return checker.check();
  },
};
