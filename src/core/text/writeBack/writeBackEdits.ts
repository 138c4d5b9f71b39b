import { isFloatingPoint } from '../../tensor/dtype';
import { roundToDType } from '../../tensor/roundToDType';
import { isSameShape, numelOf } from '../../tensor/shape';
import type { Tensor } from '../../tensor/tensor';
import { newIndex, type TensorEdit, viewEdited } from '../../tensor/tensorEdit';
import type { TextRange } from '../../textRange';
import { blanksAt } from '../characters/blanks';
import type { TensorLiteral } from '../literal';
import { cleaned } from '../surroundings/cleaned';
import { type ElementChange, elementEdits, type TextEdit } from './elementEdits';
import { findElements } from './elementTree';
import { type NumberStyle, numberText, styleOf } from './numberText';

/**
 * Why an edit cannot be written into the text:
 * - `expression`: the value is computed by code.
 * - `operations`: something is applied to what is written (`.log()`), and the edit is of its result.
 * - `layout`: the numbers do not stand in the text one by one in the order of the tensor.
 * - `rows`: rows or classes cannot be added or removed in this way of writing, or all were removed.
 * - `special`: the language has no word for nan or inf (JSON).
 * - `lossy`: what would be written does not read back as the edited tensor.
 */
export const writeBackRefusals = ['expression', 'operations', 'layout', 'rows', 'special', 'lossy'] as const;

/** Nothing is written; the range is the literal in the document. */
export interface WriteBackRefusal extends TextRange {
  readonly code: (typeof writeBackRefusals)[number];
}

/** How the text was read. */
export interface WriteBackOptions {
  /** VS Code's id of the document's language, whose words for nan and inf are right there. */
  readonly languageId: string;
  /** As in `ReadOptions`. */
  readonly isPasted: boolean;
  /** Reads the changed text as the first one was read; offsets are those of the document again. */
  readonly readAgain: (text: string) => readonly TensorLiteral[];
}

/**
 * The changes of a document that make a literal the edited tensor: numbers are replaced where they stand, rows and
 * classes go and come with their separators, and nothing else changes. `text` is the piece that holds the literal,
 * `offset` where it starts in the document; `edit` is of the literal's own tensor. The result has offsets of the
 * document, in ascending order. It was applied to the text and read again to the same tensor, else it is refused.
 */
export function writeBackEdits(
  text: string,
  offset: number,
  literal: TensorLiteral,
  edit: TensorEdit,
  options: WriteBackOptions,
): readonly TextEdit[] | WriteBackRefusal {
  const refused = (code: WriteBackRefusal['code']) => ({ code, from: literal.from, to: literal.to });
  if (literal.form === 'expression') return refused('expression');
  if (literal.operations.length > 0) return refused('operations');
  const body = { from: literal.body.from - offset, to: literal.body.to - offset };
  const clean = cleaned(text, options.isPasted);
  const blanks = blanksAt(clean, body.from, options.languageId !== 'python');
  const elements = findElements(clean, body, literal.tensor, blanks);
  if (elements === null) return refused('layout');
  const view = viewEdited(literal.tensor, edit);
  const isCleaned = clean.slice(body.from, body.to) !== text.slice(body.from, body.to);
  if (edit.dims && (elements.root === null || isCleaned || !isOrdered(edit.dims, view.shape))) {
    return refused('rows');
  }
  const writer = new ValueWriter(
    edit,
    styleOf(clean, elements.numbers, literal, view.dtype, options.languageId),
  );
  const change: ElementChange = {
    text: clean,
    blanks,
    shape: view.shape,
    dims: edit.dims ?? [],
    hasCommas: elements.numbers.length === 1 || clean.slice(body.from, body.to).includes(','),
    changed: writer.changed,
    write: writer.write,
  };
  const made = elements.root
    ? elementEdits(change, elements.root, 0, 0)
    : elements.numbers.flatMap((number, index) => elementEdits(change, number, 0, index));
  if (writer.hasNoWord) return refused('special');
  // What is put in at an offset comes before what is replaced there.
  const edits = [...made].sort((a, b) => a.from - b.from || a.to - b.to);
  const isApart = edits.every(({ from }, i) => i === 0 || from >= edits[i - 1].to);
  if (!isApart) return refused('lossy');
  const again = options.readAgain(applyTextEdits(text, edits));
  if (!isEdited(again, literal, edit)) return refused('lossy');
  return edits.map(({ from, to, text: made }) => ({ from: from + offset, to: to + offset, text: made }));
}

/** Texts of the edited elements. */
class ValueWriter {
  /** Set when some value cannot be written in this language. */
  hasNoWord = false;
  private readonly values = new Map<number, number>();

  constructor(
    { at, values }: TensorEdit,
    private readonly style: NumberStyle,
  ) {
    at.forEach((index, i) => {
      this.values.set(index, values[i]);
    });
  }

  readonly changed = (index: number, old: string): string | null => {
    const value = this.values.get(index);
    return value === undefined ? null : this.textOf(value, old);
  };

  readonly write = (index: number, old: string): string => this.textOf(this.values.get(index) ?? 0, old);

  private textOf(value: number, old: string): string {
    const text = numberText(value, old, this.style);
    if (text === null) this.hasNoWord = true;
    return text ?? old;
  }
}

/** Elements may be left out and new ones put between, but not change places, and something must be left. */
function isOrdered(dims: NonNullable<TensorEdit['dims']>, shape: readonly number[]): boolean {
  if (numelOf(shape) === 0) return false;
  return dims.every((order) => {
    const sources = order?.filter((source) => source !== newIndex) ?? [0];
    return sources.length > 0 && sources.every((source, i) => i === 0 || source > sources[i - 1]);
  });
}

/** The text with edits in ascending order applied, none of which overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let made = '';
  let at = 0;
  for (const { from, to, text: inserted } of edits) {
    made += text.slice(at, from) + inserted;
    at = Math.max(at, to);
  }
  return made + text.slice(at);
}

/** True when the edited tensor stands at the literal's place. */
function isEdited(again: readonly TensorLiteral[], literal: TensorLiteral, edit: TensorEdit): boolean {
  const read = again.find(({ from }) => from === literal.from);
  return read !== undefined && isSameEdited(read.tensor, literal.tensor, edit);
}

/** True when `read` is what `edit` makes of a tensor, to the bit of its dtype. */
export function isSameEdited(read: Tensor, original: Tensor, edit: TensorEdit): boolean {
  const { dtype, shape, valueAt } = viewEdited(original, edit);
  if (read.dtype !== dtype || !isSameShape(read.shape, shape)) return false;
  const isFloat = isFloatingPoint(dtype);
  return read.data.every((value, i) => {
    const rounded = roundToDType(value, dtype);
    return isFloat ? Object.is(rounded, valueAt(i)) : rounded === valueAt(i);
  });
}
