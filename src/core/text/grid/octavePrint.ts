import type { BlockForm } from './blockPrint';

const columns = /^Columns? \d+(?: (?:through|to|and) \d+)?:?$/;

/** Octave and MATLAB: `x =`, blocks `Columns 1 through 8:`, slices `ans(:,:,1) =`, and a factor for all numbers. */
export const octavePrint: BlockForm = {
  start: (line) => {
    const name = /^([A-Za-z]\w*) =$/.exec(line)?.[1];
    return name ? { name: name === 'ans' ? undefined : name } : null;
  },
  isColumns: (line) => columns.test(line),
  slice: (line) => {
    const match = /^\w+\(:,:,([\d,]+)\) =$/.exec(line);
    return match ? match[1].split(',').map(Number) : null;
  },
  power: (line) => {
    const match = /^1(?:\.0+)?e([+-]\d+)\s*\*$/.exec(line);
    return match ? Number(match[1]) : null;
  },
  rowLabel: null,
  startsAtRow: false,
  isVector: () => false,
  floats: 'float64',
};
