import {
  type DType,
  type EditedView,
  formatNumber,
  isFloatingPoint,
  shortestDigits,
  type Tensor,
} from '../../../core';
import type { EditableRole } from '../../state/edits';
import { classLabel } from '../classLabel';
import type { ReportParts } from '../reportParts';
import { labelOf, samplesOf } from '../samples';

/** A place in the sheet, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The element of a tensor that stands at a place. */
export interface SheetCell {
  readonly role: EditableRole;
  /** Flat index in the tensor as it is now. */
  readonly index: number;
  readonly value: number;
  readonly dtype: DType;
  /** True where the value is not the text's. */
  readonly isChanged: boolean;
  /** True for a class index, which is a whole number. */
  readonly isIndex: boolean;
  /** True for a class index that stands for no class. */
  readonly isIgnored: boolean;
  /** Where it was changed, the text's value; null where there is none, or all are as in the text. */
  readonly original: string | null;
  /** The fewest digits that give the value back in its dtype. */
  readonly text: string;
}

/**
 * The numbers as a sheet: a row for each sample, a column for each class of the input, then the target (one column for
 * class indices, one for each class for probabilities); the class weights are the last row. Where there are many
 * classes, class indices come first and stay in view.
 */
export interface Sheet {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Columns of the target: 0, 1 or as many as there are classes. */
  readonly targetColumns: number;
  /** Columns that come first and stay in view: 0, or 1 for class indices. */
  readonly frozenCount: number;
  readonly hasWeight: boolean;
  /** The class of the input that a column holds; null for those of the target. */
  classAt(column: number): number | null;
  /** A class by its index and name. */
  classLabel(klass: number): string;
  /** Which of the target's columns this is; null for those of the input. */
  targetAt(column: number): number | null;
  /** Null for places without a number: under the target in the row of weights. */
  cellAt(place: Place): SheetCell | null;
  /** Name of a sample; '' for the only one and for the weights. */
  sampleName(row: number): string;
}

/** Classes from which the target would be out of sight beside the first of them. */
const manyClasses = 10;

export function sheetOf({ live, input, target, evaluation, options }: ReportParts): Sheet {
  const samples = samplesOf(live.shape);
  const { count, numClasses, offsetOf } = samples;
  const { weight, ignoreIndex } = evaluation.options;
  const isInPlace = String(live.shape) === String(input.unedited.shape);
  const targetData = target?.tensor.data ?? new Float64Array(0);
  const isTargetByClass = target !== undefined && String(target.tensor.shape) === String(live.shape);
  const targetColumns = isTargetByClass ? numClasses : targetData.length === count ? 1 : 0;
  const frozenCount = targetColumns === 1 && numClasses >= manyClasses ? 1 : 0;
  const classAt = (column: number) => {
    const klass = column - frozenCount;
    return klass >= 0 && klass < numClasses ? klass : null;
  };
  const targetAt = (column: number) => {
    if (classAt(column) !== null) return null;
    return frozenCount > 0 ? column : column - numClasses;
  };
  const hasWeight = weight !== null && weight.data.length === numClasses;
  const inputCell = (row: number, klass: number) =>
    elementOf(live, offsetOf(row, klass), isInPlace ? input.unedited : null);
  const targetCell = (row: number, column: number): SheetCell | null => {
    if (!target) return null;
    const index = isTargetByClass ? offsetOf(row, column) : row;
    const cell = wholeCell('target', target.tensor, index, target.unedited, options.target !== undefined);
    const isIndex = !isTargetByClass && !isFloatingPoint(cell.dtype);
    return { ...cell, isIndex, isIgnored: isIndex && cell.value === ignoreIndex };
  };
  return {
    rowCount: count + (hasWeight ? 1 : 0),
    columnCount: numClasses + targetColumns,
    targetColumns,
    frozenCount,
    hasWeight,
    classAt,
    classLabel: (klass) => classLabel(evaluation, klass),
    targetAt,
    cellAt: ({ row, column }) => {
      const klass = classAt(column);
      if (row < count) return klass === null ? targetCell(row, targetAt(column) ?? 0) : inputCell(row, klass);
      if (!hasWeight || klass === null) return null;
      return wholeCell('weight', weight, klass, null, options.weight !== undefined);
    },
    sampleName: (row) => (row < count ? labelOf(samples, row) : ''),
  };
}

function elementOf(live: EditedView, index: number, unedited: Tensor | null): SheetCell {
  const { valueAt, isChanged, dtype } = live;
  const original = isChanged(index) && unedited ? fullText(unedited.data[index], unedited.dtype) : null;
  return cellOf('input', index, valueAt(index), dtype, isChanged(index), original);
}

function wholeCell(
  role: EditableRole,
  { data, dtype }: Tensor,
  index: number,
  unedited: Tensor | null,
  isEntered: boolean,
): SheetCell {
  const isSameSize = unedited !== null && unedited.data.length === data.length;
  const isMoved = isSameSize && unedited.data[index] !== data[index];
  const original = isMoved ? fullText(unedited.data[index], dtype) : null;
  return cellOf(role, index, data[index], dtype, isEntered || isMoved, original);
}

function cellOf(
  role: EditableRole,
  index: number,
  value: number,
  dtype: DType,
  isChanged: boolean,
  original: string | null,
): SheetCell {
  const text = fullText(value, dtype);
  return { role, index, value, dtype, isChanged, isIndex: false, isIgnored: false, original, text };
}

function fullText(value: number, dtype: DType): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  return shortestDigits(value, dtype);
}

/** A cell's value as it is shown: class indices whole, others as PyTorch prints them. */
export function shownText({ value, dtype, role }: SheetCell): string {
  if (role === 'target' && Number.isInteger(value)) return String(value);
  return isFloatingPoint(dtype) ? formatNumber(value, dtype) : String(value);
}

/** The place that a key leads to, or null for a key that leads nowhere. `page` is rows per page. */
export function placeAfter(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Place,
  { rowCount, columnCount }: Sheet,
  page: number,
): Place | null {
  const isFar = ctrlKey || metaKey;
  const targets: Readonly<Record<string, Place>> = {
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowDown: { row: isFar ? rowCount - 1 : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? columnCount - 1 : column + 1 },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? rowCount - 1 : row, column: columnCount - 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
  };
  return Object.hasOwn(targets, key) ? within(targets[key], rowCount, columnCount) : null;
}

/** The nearest place inside a sheet. */
export function within({ row, column }: Place, rowCount: number, columnCount: number): Place {
  return {
    row: Math.max(0, Math.min(rowCount - 1, row)),
    column: Math.max(0, Math.min(columnCount - 1, column)),
  };
}
