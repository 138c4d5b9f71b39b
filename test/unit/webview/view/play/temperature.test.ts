import { expect, test } from 'vitest';
import { placeOf, sliderReach, temperatureAt } from '../../../../../src/webview/view/play/temperature';

test('the middle of the slider is 1, its ends a tenth and ten', () => {
  expect([-sliderReach, 0, sliderReach].map(temperatureAt)).toEqual([0.1, 1, 10]);
});

test('every place gives a temperature that is found there again, within a place', () => {
  for (let place = -sliderReach; place <= sliderReach; place++) {
    expect(Math.abs(placeOf(temperatureAt(place)) - place)).toBeLessThanOrEqual(2);
  }
});

test('temperatures beyond the slider stay at its ends', () => {
  expect([placeOf(0.001), placeOf(500)]).toEqual([-sliderReach, sliderReach]);
});
