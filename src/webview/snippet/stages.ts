import { applyEdits, coloursOf, parsedText, runSnippet, type SnippetEdit, type TextRange } from '../../core';
import type { SnippetRequest, Stage } from '../../messages/worker';

/** More corrections than this are not tried: what comes after them is for the next time. */
const mostCorrections = 5;

/** Longer texts have no colours, for every message carries them. Unit: UTF-16 code units. */
const longestColoured = 100_000;

/**
 * The evaluation of a text; while it stops at an error that has a correction, the correction is made and the text
 * evaluated again. A stage's `result.error.fix` makes the text of the next.
 */
export function runStages({ text, selection }: SnippetRequest): readonly Stage[] {
  const stages: Stage[] = [];
  let next: SnippetRequest | null = { text, selection };
  while (next !== null && stages.length <= mostCorrections) {
    const request: SnippetRequest = next;
    const { text: code, selection: chosen } = request;
    const tree = code.length <= longestColoured ? parsedText(code) : undefined;
    const result = runSnippet(code, { tree, ...(chosen && { selection: chosen }) });
    stages.push({ ...request, colours: tree ? coloursOf(code, tree) : [], result });
    const edits = result.error?.fix?.edits ?? [];
    next =
      edits.length > 0 && !isSeen(stages, applyEdits(request.text, edits)) ? corrected(request, edits) : null;
  }
  return stages;
}

/** Two corrections that undo each other would go on for ever. */
function isSeen(stages: readonly Stage[], text: string): boolean {
  return stages.some((stage) => stage.text === text);
}

function corrected({ text, selection }: SnippetRequest, edits: readonly SnippetEdit[]): SnippetRequest {
  return { text: applyEdits(text, edits), selection: selection && moveSelection(selection, edits) };
}

/** The selection with its ends moved by the edits before them; an edit at an end belongs to the selection. */
function moveSelection({ from, to }: TextRange, edits: readonly SnippetEdit[]): TextRange {
  const grown = (isMoved: (edit: SnippetEdit) => boolean) =>
    edits.filter(isMoved).reduce((sum, edit) => sum + edit.text.length - (edit.to - edit.from), 0);
  return { from: from + grown((edit) => edit.to < from), to: to + grown((edit) => edit.from <= to) };
}
