import { expect, test } from 'vitest';
import { seededRandom } from '../../text/seededRandom';
import { differenceOfRandomRows } from './randomRows';

test('the kernels of cross entropy give what a textbook computes, on 2,000 random batches', () => {
  const random = seededRandom(1);
  const differences = Array.from({ length: 2000 }, () => differenceOfRandomRows(random));
  expect(differences.filter((difference) => difference !== null)).toEqual([]);
});
