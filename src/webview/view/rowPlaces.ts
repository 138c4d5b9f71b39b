import type { EvaluatedTensor, TensorEdit, TextRange } from '../../core';
import type { PanelSource } from '../../messages/panel';
import type { Report } from '../state/snapshot';
import { placeOf } from './placeOf';

/** Where a row of the input is written. */
export interface RowPlace extends TextRange {
  /** From 1; null where the text was not kept. */
  readonly line: number | null;
}

/** The places of the rows of a literal, which is new with each reading of its text. */
const known = new WeakMap<readonly TextRange[], readonly RowPlace[]>();

/**
 * Where each row of an input is written that was stacked of several records; null for one that is written as a whole,
 * and for a row that the user added.
 */
export function rowPlacesOf(
  { source, parsed }: Pick<Report, 'source' | 'parsed'>,
  { literal }: EvaluatedTensor,
  edit: TensorEdit | undefined,
): readonly (RowPlace | null)[] | null {
  const ranges = literal === null ? undefined : parsed.literals[literal].rowRanges;
  if (!ranges) return null;
  const places = known.get(ranges) ?? placesOf(source, ranges);
  known.set(ranges, places);
  const order = edit?.dims?.[0];
  return order ? order.map((row) => places[row] ?? null) : places;
}

/** In one pass over the text. */
function placesOf(source: PanelSource, ranges: readonly TextRange[]): readonly RowPlace[] {
  const piece = source.pieces.find(({ from, text }) =>
    ranges.every((one) => one.from >= from && one.to <= from + text.length),
  );
  const first = placeOf(source, ranges[0]?.from ?? 0);
  if (!piece || !first) return ranges.map(({ from, to }) => ({ from, to, line: null }));
  let { line } = first;
  let at = ranges[0].from;
  return ranges.map(({ from, to }) => {
    line += piece.text.slice(at - piece.from, from - piece.from).match(/\r\n|\n|\r/g)?.length ?? 0;
    at = from;
    return { from, to, line };
  });
}
