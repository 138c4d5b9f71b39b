import { editedShape, type ParsedText, parsePieces, type TensorEdit } from '../core';
import { longestKeptText, packState, type SavedState, unpackState } from './savedState';

/** Longer links are refused: Windows takes 32,767 characters in a command line. */
export const longestLink = 30_000;

/** A text that inflates to more is refused before all of it is there. Unit: bytes; the longest text kept takes 0.4 MB. */
const mostInflated = 1_000_000;

/** Elements of a tensor, and indices of its dimensions, that a link may ask for. */
const mostElements = 2_000_000;

/**
 * A state as characters that a query may hold: JSON, deflated, in base64url. Null when they are more than fit a link,
 * or when the state has no text of its own (a long one is read from its document).
 */
export async function encodeState(state: SavedState): Promise<string | null> {
  if (state.source.pieces.length === 0) return null;
  const json = new TextEncoder().encode(JSON.stringify(packState(state)));
  if (json.length > mostInflated) return null;
  const bytes = await collected(json, new CompressionStream('deflate-raw'), mostInflated);
  const text = toBase64Url(bytes);
  return text.length > longestLink ? null : text;
}

/** The state in a text of `encodeState`, null for any other text: nothing throws, grows large or takes long. */
export async function decodeState(text: string): Promise<SavedState | null> {
  if (text.length > longestLink || !/^[\w-]+$/.test(text)) return null;
  try {
    const bytes = await collected(fromBase64Url(text), new DecompressionStream('deflate-raw'), mostInflated);
    const state = unpackState(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return state && state.source.pieces.length > 0 && isSound(state) ? state : null;
  } catch {
    return null;
  }
}

/** True when the text is no longer than is kept, the edits are of the tensors in it, and no tensor is larger than can be shown. */
function isSound({ source, options }: SavedState): boolean {
  const length = source.pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (length > longestKeptText) return false;
  const parsed = parsePieces(source.pieces, { isPasted: true, readings: source.readings });
  const { edits, target, weight } = options;
  return (
    [target, weight].every((tensor) => !tensor || isSmall(tensor.shape)) &&
    Object.entries(edits ?? {}).every(([index, edit]) => isEditOf(parsed, Number(index), edit))
  );
}

function isEditOf({ literals }: ParsedText, index: number, edit: TensorEdit): boolean {
  const literal = literals[index];
  if (!literal) return false;
  const { shape } = literal.tensor;
  const { dims, at } = edit;
  if (dims && dims.length !== shape.length) return false;
  const isInside = dims?.every((order, d) => order?.every((source) => source < shape[d]) ?? true) ?? true;
  const edited = editedShape(shape, edit);
  const numel = edited.reduce((product, size) => product * size, 1);
  const isAscending = at.every((flat, i) => flat < numel && (i === 0 || flat > at[i - 1]));
  return isInside && isSmall(edited) && isAscending;
}

/** Sizes of 0 count as 1, since there are as many rows whatever they hold. */
function isSmall(shape: readonly number[]): boolean {
  return (
    shape.length <= 16 && shape.reduce((product, size) => product * Math.max(1, size), 1) <= mostElements
  );
}

/** What comes out of a stream for these bytes. @throws RangeError when it is more than `most` bytes. */
async function collected(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const reader = source.pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`expected at most ${most} bytes, got ${length} or more`);
    }
    chunks.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
