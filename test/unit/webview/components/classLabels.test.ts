import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { PrecisionTab } from '../../../../src/webview/components/explain/PrecisionTab';
import { StepsTab } from '../../../../src/webview/components/explain/StepsTab';
import { SampleTab } from '../../../../src/webview/components/see/SampleTab';
import { pictureOf } from '../../../../src/webview/view/takeAway/pictureOf';
import { partsOf } from '../view/partsOf';

const text = 'class_names = ["cat", "dog"]\nlogits = [[2.0, 1.0], [0.5, 2.5]]\nlabels = [1, 0]';

test.each([
  ['the sample', SampleTab, ['value of class 1 dog', 'Input of class 0 cat']],
  ['the steps', StepsTab, ['0 cat', '1 dog']],
  ['the precision', PrecisionTab, ['0 cat', '1 dog']],
] as const)('%s names the classes', (_, tab, labels) => {
  const html = renderToString(h(tab, partsOf(text)));
  for (const label of labels) expect(html).toContain(label);
});

test('the picture names the classes', () => {
  expect(pictureOf(partsOf(text), '').bars.map(({ label }) => label)).toEqual(['0 cat', '1 dog']);
});
