/** The slider goes from a tenth to ten on a logarithmic scale. */
const decades = 1;

/** Steps of the slider on either side of 1. */
export const sliderReach = 100;

/** The slider's place for a temperature, in [-sliderReach, sliderReach]. */
export function placeOf(temperature: number): number {
  const place = Math.round((Math.log10(temperature) / decades) * sliderReach);
  return Math.min(sliderReach, Math.max(-sliderReach, place));
}

/** The temperature at a place of the slider, with two significant digits; exactly 1 in the middle. */
export function temperatureAt(place: number): number {
  return Number((10 ** ((place / sliderReach) * decades)).toPrecision(2));
}
