import type { TextRange } from '../core';

export const evaluateSelectionCommand = 'lossLens.evaluateSelection';

export const evaluateClipboardCommand = 'lossLens.evaluateClipboard';

export const runSnippetCommand = 'lossLens.runSnippet';

/** Not in the palette: what code lenses and hovers run, with one `RangesArgument`. */
export const evaluateRangesCommand = 'lossLens.evaluateRanges';

export const openPanelCommand = 'lossLens.openPanel';

export const checkWorkspaceCommand = 'lossLens.checkWorkspace';

/** VS Code's own: opens the view of problems; unlike the command of its menu, it closes nothing. */
export const showProblemsCommand = 'workbench.panel.markers.view.focus';

/** Opens an example; the walkthrough's links say with which step. */
export const openExampleCommand = 'lossLens.openExample';

/** A document and the ranges in it to evaluate; arrives from links, so it is checked. */
export interface RangesArgument {
  readonly uri: string;
  readonly ranges: readonly TextRange[];
}

export function isRangesArgument(value: unknown): value is RangesArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, ranges } = value as Partial<Record<keyof RangesArgument, unknown>>;
  return (
    typeof uri === 'string' &&
    Array.isArray(ranges) &&
    ranges.length > 0 &&
    ranges.every((range) => Number.isInteger(range?.from) && Number.isInteger(range?.to))
  );
}
