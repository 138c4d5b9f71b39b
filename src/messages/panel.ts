import {
  dtypes,
  type EvaluateOptions,
  newIndex,
  type ParsedText,
  type Reduction,
  type Role,
  type Tensor,
  type TensorEdit,
  type TextPiece,
  type TextRange,
} from '../core';
import {
  isArrayOf,
  isBytes,
  isFloat64Array,
  isNullOr,
  isOneOf,
  isRange,
  isRecord,
  isString,
  isUnset,
  isWhole,
} from './guards';
import { isViewState, type ViewState } from './viewState';

/** Where the tensors in the panel come from. Offsets in `ParsedText` are offsets of the document `uri`. */
export interface PanelSource {
  /** Null for a text without a document: that of the clipboard. */
  readonly uri: string | null;
  /** File name, or other words, to show. */
  readonly label: string;
  /** 1-based line of the selection, to show. */
  readonly line: number;
  /**
   * The text that was read, for a restart after which the document may be gone; empty when it is too long to
   * keep, and then `ranges` is read again from the document.
   */
  readonly pieces: readonly TextPiece[];
  /** What was selected, as offsets of the document. */
  readonly ranges: readonly TextRange[];
  /** True when the ranges are the lines of a column selection, which are read as one text. */
  readonly isBox: boolean;
  /** Readings that the user chose for texts that can be read in several ways, by offset of the literal. */
  readonly readings: Readonly<Record<number, string>>;
}

/** The whole state of the panel: every message carries all of it, so reopening needs no other path. */
export type PanelState =
  /** Nothing was selected yet: an example to play with. */
  | {
      readonly kind: 'empty';
      readonly example: { readonly source: PanelSource; readonly parsed: ParsedText };
    }
  | { readonly kind: 'reading'; readonly source: PanelSource }
  | {
      readonly kind: 'parsed';
      readonly source: PanelSource;
      readonly parsed: ParsedText;
      readonly options: EvaluateOptions;
    };

/** Host to webview. */
export type ToWebview =
  /** The state to show; a message with a revision not above the last one is dropped. */
  | { readonly type: 'state'; readonly revision: number; readonly state: PanelState }
  /** After a state: look at it like this, and compare with what was pinned. */
  | { readonly type: 'look'; readonly view: ViewState; readonly pinned: EvaluateOptions | null };

/** What a report can be saved as. */
export const reportFormats = ['markdown', 'svg', 'png', 'csv', 'json', 'pytorch'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Webview to host. */
export type FromWebview =
  /** The page is up and wants its state. */
  | { readonly type: 'ready' }
  /** The user changed an option or a role; the host keeps them for the next reload. */
  | { readonly type: 'options'; readonly options: EvaluateOptions }
  /** Read the literal at this offset in another way. */
  | { readonly type: 'reading'; readonly from: number; readonly id: string }
  /** Select this range of the source document in the editor. */
  | { readonly type: 'reveal'; readonly from: number; readonly to: number }
  /** Write the edits of the input, target and weight into the document that they were read from. */
  | { readonly type: 'writeBack' }
  /** Save a report under a name that is asked for. */
  | { readonly type: 'save'; readonly format: ReportFormat; readonly content: string | Uint8Array }
  /** Put a link on the clipboard that opens the panel with this state, which `packState` made. */
  | { readonly type: 'link'; readonly state: unknown }
  /** Put this text on the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  /** Open the section of docs/findings.md. */
  | { readonly type: 'openDocs'; readonly code: string }
  /** An exception in the page, for the log and a notice. */
  | { readonly type: 'failed'; readonly message: string };

/** True for a whole, well-formed message to the page. Numbers must come in a Float64Array of the shape's length. */
export function isToWebview(value: unknown): value is ToWebview {
  if (!isRecord(value)) return false;
  if (value.type === 'look') return isViewState(value.view) && isNullOr(value.pinned, isEvaluateOptions);
  return value.type === 'state' && isWhole(value.revision) && isPanelState(value.state);
}

/** True for a whole, well-formed message from the page. */
export function isFromWebview(value: unknown): value is FromWebview {
  if (!isRecord(value)) return false;
  switch (value.type) {
    case 'ready':
      return true;
    case 'options':
      return isEvaluateOptions(value.options);
    case 'reading':
      return isWhole(value.from) && isString(value.id);
    case 'reveal':
      return isRange(value);
    case 'writeBack':
      return true;
    case 'save':
      return isOneOf(reportFormats)(value.format) && (isString(value.content) || isBytes(value.content));
    case 'link':
      return isRecord(value.state);
    case 'copy':
      return isString(value.text);
    case 'openDocs':
      return isString(value.code);
    case 'failed':
      return isString(value.message);
    default:
      return false;
  }
}

export function isPanelSource(value: unknown): value is PanelSource {
  return (
    isRecord(value) &&
    isNullOr(value.uri, isString) &&
    isString(value.label) &&
    isWhole(value.line) &&
    value.line >= 1 &&
    isArrayOf(value.pieces, isTextPiece) &&
    isArrayOf(value.ranges, isRange) &&
    typeof value.isBox === 'boolean' &&
    isRecord(value.readings) &&
    Object.values(value.readings).every(isString)
  );
}

function isTextPiece(value: unknown): boolean {
  return isRecord(value) && isWhole(value.from) && isString(value.text) && isArrayOf(value.ranges, isRange);
}

/** Absent and undefined mean the same: not set. */
export function isEvaluateOptions(value: unknown): value is EvaluateOptions {
  return (
    isRecord(value) &&
    isUnset(value.pair, isWhole) &&
    isUnset(value.roles, (roles) => isRecord(roles) && Object.values(roles).every(isOneOf(roleNames))) &&
    isUnset(value.reduction, isOneOf(reductionNames)) &&
    isUnset(value.ignoreIndex, Number.isInteger) &&
    isUnset(value.labelSmoothing, Number.isFinite) &&
    isUnset(value.weight, (weight) => weight === null || isTensor(weight)) &&
    isUnset(value.target, isTensor) &&
    isUnset(value.dtype, isOneOf(dtypes)) &&
    isUnset(value.edits, (edits) => isRecord(edits) && Object.values(edits).every(isTensorEdit)) &&
    isUnset(value.temperature, (temperature) => Number.isFinite(temperature) && (temperature as number) > 0)
  );
}

function isTensorEdit(value: unknown): value is TensorEdit {
  return (
    isRecord(value) &&
    isFloat64Array(value.at) &&
    isFloat64Array(value.values) &&
    value.at.length === value.values.length &&
    value.at.every(isWhole) &&
    isUnset(value.dims, (dims) => isArrayOf(dims, (indices) => isNullOr(indices, isIndexList)))
  );
}

function isIndexList(value: unknown): boolean {
  return isArrayOf(value, (index) => Number.isInteger(index) && (index as number) >= newIndex);
}

function isPanelState(value: unknown): value is PanelState {
  if (!isRecord(value)) return false;
  if (value.kind === 'empty') {
    return (
      isRecord(value.example) && isPanelSource(value.example.source) && isParsedText(value.example.parsed)
    );
  }
  if (!isPanelSource(value.source)) return false;
  if (value.kind === 'reading') return true;
  return value.kind === 'parsed' && isParsedText(value.parsed) && isEvaluateOptions(value.options);
}

function isParsedText(value: unknown): value is ParsedText {
  return (
    isRecord(value) &&
    isArrayOf(
      value.literals,
      (literal) => isRange(literal) && isRange(literal.body) && isTensor(literal.tensor),
    ) &&
    isArrayOf(
      value.problems,
      (problem) => isRange(problem) && isString(problem.code) && isString(problem.message),
    ) &&
    isRecord(value.usage) &&
    isArrayOf(value.usage.calls, (call) => isRange(call) && isString(call.loss)) &&
    isArrayOf(value.usage.constructorCalls, isRange)
  );
}

function isTensor(value: unknown): value is Tensor {
  if (!isRecord(value) || !isFloat64Array(value.data)) return false;
  if (!Array.isArray(value.shape) || !value.shape.every(isWhole) || !isOneOf(dtypes)(value.dtype))
    return false;
  return value.shape.reduce((numel, size) => numel * size, 1) === value.data.length;
}

const roleNames: readonly Role[] = ['input', 'target', 'weight', 'other'];
const reductionNames: readonly Reduction[] = ['none', 'mean', 'sum'];
