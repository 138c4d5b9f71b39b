import { expect, test } from 'vitest';
import manifest from '../../../../package.json';
import { checkedCodes } from '../../../../src/editor/checkWorkspace/checkedCodes';

test('the setting for severities has a key for each code that a check of code can find', () => {
  const { properties } = manifest.contributes.configuration.properties['lossLens.severity'];
  expect(Object.keys(properties)).toEqual([...checkedCodes]);
});
