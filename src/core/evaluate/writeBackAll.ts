import { castTensor } from '../tensor/castTensor';
import { isSameTensor } from '../tensor/isSameTensor';
import type { Tensor } from '../tensor/tensor';
import { noEdit } from '../tensor/tensorEdit';
import type { TensorLiteral } from '../text/literal';
import type { ReadOptions } from '../text/readOptions';
import type { TextEdit } from '../text/writeBack/elementEdits';
import {
  applyTextEdits,
  isSameEdited,
  type WriteBackRefusal,
  writeBackEdits,
} from '../text/writeBack/writeBackEdits';
import { evaluateParsed } from './evaluateParsed';
import type { EvaluateOptions, ParsedText } from './evaluation';
import { parsePieces, type TextPiece } from './parsePieces';

/** Edits of every literal that was changed, or why one of them cannot be written. */
export type WriteBack =
  | { readonly edits: readonly TextEdit[]; readonly literals: readonly number[] }
  | { readonly refusal: WriteBackRefusal; readonly literal: number };

/**
 * The changes of the document that write all of `options.edits` into the text: all of them or none. `pieces` and
 * `reading` are what `parsed` was read from.
 */
export function writeBackAll(
  pieces: readonly TextPiece[],
  parsed: ParsedText,
  options: EvaluateOptions,
  reading: ReadOptions,
  languageId: string,
): WriteBack {
  const { tensors } = evaluateParsed(parsed, { ...options, edits: {} });
  let edits: TextEdit[] = [];
  const literals: number[] = [];
  for (const [key, edit] of Object.entries(options.edits ?? {})) {
    const index = Number(key);
    const literal = parsed.literals[index];
    if (!literal || (edit.at.length === 0 && !edit.dims)) continue;
    const piece = pieces.find(({ from, text }) => isWithin(literal, from, from + text.length));
    const unedited = tensors.find((tensor) => tensor.literal === index)?.unedited;
    const refused = (code: WriteBackRefusal['code']): WriteBack => {
      return { refusal: { code, from: literal.from, to: literal.to }, literal: index };
    };
    if (!piece) return refused('layout');
    if (unedited && !isAsWritten(unedited, literal.tensor)) return refused('operations');
    const made = writeBackEdits(piece.text, piece.from, literal, edit, {
      languageId,
      isPasted: reading.isPasted ?? false,
      readAgain: (text) => parsePieces([withText(piece, text, literal.body.to)], reading).literals,
    });
    if ('code' in made) return { refusal: made, literal: index };
    edits = edits.concat(made);
    literals.push(index);
  }
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  const lost = lostLiteral(pieces, parsed, options, reading, edits);
  if (lost === null) return { edits, literals };
  const { from, to } = parsed.literals[lost];
  return { refusal: { code: 'lossy', from, to }, literal: lost };
}

/** The first literal that is not what it should be once everything is written; null when all are. */
function lostLiteral(
  pieces: readonly TextPiece[],
  parsed: ParsedText,
  options: EvaluateOptions,
  reading: ReadOptions,
  edits: readonly TextEdit[],
): number | null {
  let by = 0;
  const changed = pieces.map((piece): TextPiece => {
    const end = piece.from + piece.text.length;
    const own = edits.filter(({ from, to }) => from >= piece.from && to <= end);
    const moved = own.map((edit) => ({ ...edit, from: edit.from - piece.from, to: edit.to - piece.from }));
    const text = applyTextEdits(piece.text, moved);
    const grown = (at: number) => at + by + growthBefore(own, at);
    const ranges = piece.ranges.map(({ from, to }) => ({ from: grown(from), to: grown(to) }));
    const from = piece.from + by;
    by += text.length - piece.text.length;
    return { from, text, ranges };
  });
  const again = parsePieces(changed, { ...reading, readings: movedReadings(reading, edits) }).literals;
  const index = parsed.literals.findIndex(({ tensor, form }, i) => {
    // What is computed from a changed tensor changes too.
    if (form === 'expression') return false;
    const edit = options.edits?.[i] ?? noEdit;
    return again[i] === undefined || !isSameEdited(again[i].tensor, tensor, edit);
  });
  return index < 0 ? null : index;
}

/** How much the edits that end at or before an offset lengthen the text. */
function growthBefore(edits: readonly TextEdit[], at: number): number {
  return edits
    .filter(({ to }) => to <= at)
    .reduce((growth, { from, to, text }) => growth + text.length - (to - from), 0);
}

/** The chosen readings by the new offsets of their literals. */
function movedReadings(reading: ReadOptions, edits: readonly TextEdit[]): Readonly<Record<number, string>> {
  const moved = Object.entries(reading.readings ?? {}).map(([at, id]) => [
    Number(at) + growthBefore(edits, Number(at)),
    id,
  ]);
  return Object.fromEntries(moved);
}

function isWithin({ body }: TensorLiteral, from: number, to: number): boolean {
  return body.from >= from && body.to <= to;
}

/** False where the code does something to the literal on its way to the loss. */
function isAsWritten(tensor: Tensor, written: Tensor): boolean {
  return isSameTensor(tensor, castTensor(written, tensor.dtype));
}

/** The piece after a change that ends before `changeEnd`: what was selected grows with it. */
function withText(piece: TextPiece, text: string, changeEnd: number): TextPiece {
  const by = text.length - piece.text.length;
  const ranges = piece.ranges.map(({ from, to }) => ({
    from: from >= changeEnd ? from + by : from,
    to: to >= changeEnd ? to + by : Math.max(from, to),
  }));
  return { from: piece.from, text, ranges };
}
