import type { BlockForm } from './blockPrint';

/** R: `[1,]` in front of rows, `[,1] [,2]` above columns, `, , 1` above slices, and wrapped vectors `[1] 0.1 0.2`. */
export const rPrint: BlockForm = {
  start: () => null,
  isColumns: (line) => /^(?:\[,\d+\]\s*)+$/.test(line),
  slice: (line) => (/^(?:, ){2}[\d, ]+$/.test(line) ? (line.match(/\d+/g) ?? []).map(Number) : null),
  power: () => null,
  rowLabel: /^\[\d+,?\]\s*/,
  startsAtRow: true,
  isVector: (line) => /^\[\d+\]\s/.test(line),
  floats: 'float64',
};
