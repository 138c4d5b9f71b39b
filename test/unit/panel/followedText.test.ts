import { expect, test } from 'vitest';
import { moveReadings } from '../../../src/panel/followedText';

function change(rangeOffset: number, rangeLength: number, text: string) {
  return { rangeOffset, rangeLength, text } as Parameters<typeof moveReadings>[1][number];
}

test('a chosen reading moves along with its literal', () => {
  expect(moveReadings({ 10: 'rows', 40: 'columns' }, [change(0, 0, 'abc'), change(20, 5, '')])).toEqual({
    13: 'rows',
    38: 'columns',
  });
});

test('a chosen reading stays where text behind its literal changes', () => {
  expect(moveReadings({ 10: 'rows' }, [change(12, 0, '7')])).toEqual({ 10: 'rows' });
});
