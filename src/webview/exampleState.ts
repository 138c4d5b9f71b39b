import { parseText } from '../core';
import type { ParsedState } from './state/snapshot';
import { strings } from './strings';

/** The example that the page shows, live, while no tensors were selected. */
export function exampleState(): ParsedState {
  const text = strings.empty.example;
  const ranges = [{ from: 0, to: text.length }];
  return {
    kind: 'parsed',
    source: {
      uri: null,
      label: strings.empty.label,
      line: 1,
      pieces: [{ from: 0, text, ranges }],
      ranges,
      isBox: false,
      readings: {},
    },
    parsed: parseText(text),
    options: {},
  };
}
