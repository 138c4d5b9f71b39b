import * as vscode from 'vscode';
import type { TextRange } from '../core';
import { pythonFenceAt } from '../core';
import { offsetsOf } from '../document/pieces';
import { longestText } from '../document/pythonPrograms';
import { snippetOf } from '../document/snippet';
import type { SnippetPanel } from '../panel/snippetPanel';
import { inform } from './say';

/** The command that evaluates Python line by line in the snippet panel. */
export class RunSnippet {
  constructor(private readonly panel: SnippetPanel) {}

  /** Takes what is selected, else the fence at the cursor in Markdown, else the whole Python file or cell. */
  readonly run = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document ?? selectedCell()?.document;
    if (!document) {
      say(
        vscode.l10n.t('Loss Lens: open a Python or Markdown file, or a notebook, and run the command there.'),
      );
      return;
    }
    const range = editor ? rangeIn(editor) : null;
    if (range === undefined) {
      say(
        document.languageId === 'markdown'
          ? vscode.l10n.t('Loss Lens: put the cursor into a Python fence and run the command again.')
          : vscode.l10n.t('Loss Lens: select Python and run the command again.'),
      );
      return;
    }
    const snippet = snippetOf(document, range);
    if (snippet) {
      this.panel.show(snippet);
      return;
    }
    say(
      vscode.l10n.t(
        'Loss Lens: no Python to evaluate here: it is empty, or longer than {0} characters.',
        longestText,
      ),
    );
  };
}

/** The cell that is selected while none of its text has the focus. */
function selectedCell(): vscode.NotebookCell | undefined {
  const notebook = vscode.window.activeNotebookEditor;
  return notebook && notebook.notebook.cellCount > 0
    ? notebook.notebook.cellAt(notebook.selection.start)
    : undefined;
}

/** The offsets to evaluate, null for the whole document, undefined when nothing can be taken. */
function rangeIn({ document, selections, selection }: vscode.TextEditor): TextRange | null | undefined {
  const selected = offsetsOf(
    document,
    selections.filter(({ isEmpty }) => !isEmpty),
  );
  if (selected.length > 0) {
    const from = Math.min(...selected.map((range) => range.from));
    return { from, to: Math.max(...selected.map((range) => range.to)) };
  }
  if (document.languageId === 'python') return null;
  if (document.languageId !== 'markdown') return undefined;
  return pythonFenceAt(document.getText(), document.offsetAt(selection.active)) ?? undefined;
}

function say(text: string): void {
  void inform(text);
}
