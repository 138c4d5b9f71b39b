import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingCodes } from '../../../src/core';

const sections = readFileSync('docs/findings.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('## '))
  .map((line) => line.slice(3));

test('docs/findings.md has one section for each code, in the order of the list', () => {
  expect(sections).toEqual([...findingCodes]);
});

test('codes are unique', () => {
  expect(new Set(findingCodes).size).toBe(findingCodes.length);
});
