import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { EvaluateOptions } from '../../../../src/core';
import { ClassNaming } from '../../../../src/webview/components/tensors/ClassNaming';
import { newStore, reportOf } from '../newStore';

const logits = 'logits = [[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]]';
const classes = 'classes = ["cat", "dog", "bird"]';
const several = `${classes}\nid2label = {0: "a", 1: "b", 2: "c"}\n${logits}`;

function shown(text: string, options: EvaluateOptions = {}): string {
  const html = renderToString(h(ClassNaming, { report: reportOf(text, options), store: newStore().store }));
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test.each([
  ['what names the classes', `${classes}\n${logits}`, {}, 'Class names: classes Numbers only'],
  ['that no name is used', `${classes}\n${logits}`, { classSource: null }, 'Class names: none Use classes'],
  [
    'that several could be meant',
    several,
    {},
    'Class names: none, for 2 lists could be meant Use classes Use id2label',
  ],
  ['which was chosen', several, { classSource: 1 }, 'Class names: id2label Numbers only Use classes'],
  ['nothing where nothing names them', logits, {}, ''],
])('the panel says %s', (_, text, options, expected) => {
  expect(shown(text, options)).toBe(expected);
});
