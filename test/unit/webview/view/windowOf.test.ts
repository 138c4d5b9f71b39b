import { describe, expect, test } from 'vitest';
import { scrollToShow, windowOf } from '../../../../src/webview/view/windowOf';

describe('windowOf', () => {
  test('holds the items in view, the cut ones too, and the overscan on either side', () => {
    expect(windowOf(100, 20, 210, 60, 2)).toEqual({ first: 8, end: 16 });
  });

  test('ends at the first and the last item', () => {
    expect(windowOf(100, 20, 0, 60, 2)).toEqual({ first: 0, end: 5 });
    expect(windowOf(100, 20, 1940, 60, 2)).toEqual({ first: 95, end: 100 });
    expect(windowOf(0, 20, 0, 60, 2)).toEqual({ first: 0, end: 0 });
  });
});

describe('scrollToShow', () => {
  test('leaves the scroll alone for an item that is whole in view', () => {
    expect(scrollToShow(5, 20, 100, 60)).toBe(100);
    expect(scrollToShow(7, 20, 100, 60)).toBe(100);
  });

  test('brings an item above to the top and one below to the bottom', () => {
    expect(scrollToShow(4, 20, 100, 60)).toBe(80);
    expect(scrollToShow(8, 20, 100, 60)).toBe(120);
  });
});
