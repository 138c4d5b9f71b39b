import * as vscode from 'vscode';
import { findTensorAt, type ParsedText, pairAt, parsePieces } from '../core';
import { isBoxSelection } from '../document/boxSelection';
import { offsetsOf, reachAbove, reachBelow, textAround, toRanges } from '../document/pieces';
import type { LossPanel } from '../panel/lossPanel';
import { lengthOf, parseSource, type SourceText, sourceOf, sourceOfText } from '../panel/savedSource';
import { isRangesArgument, type RangesArgument } from './commandNames';
import { inform } from './say';

/** From this much selected text on, reading shows its progress and can be cancelled. Unit: UTF-16 code units. */
const longText = 1_000_000;

/** Commands that read tensors from an editor and show their losses in the panel. */
export class Evaluate {
  constructor(
    private readonly panel: LossPanel,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Evaluates what is selected in the active editor, or the literal at the cursor with its partner. */
  readonly selection = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
      void inform(vscode.l10n.t('Loss Lens: open a file and select tensors in it first.'));
      return;
    }
    const selected = editor.selections.filter((selection) => !selection.isEmpty);
    const ranges = selected.length > 0 ? selected : this.rangesAtCursor(editor);
    if (ranges.length === 0) {
      void inform(
        vscode.l10n.t(
          'Loss Lens: no tensor at the cursor. Select an array such as [[1.2, 0.5], [0.3, 2.0]] and run the command again.',
        ),
      );
      return;
    }
    await this.showRanges(editor.document, ranges);
  };

  /** Evaluates what is on the clipboard: a cell of a spreadsheet, an output, a line of a log. */
  readonly clipboard = async (): Promise<void> => {
    const pasted = await vscode.env.clipboard.readText();
    if (pasted.trim() === '') {
      void inform(
        vscode.l10n.t(
          'Loss Lens: the clipboard has no text. Copy tensors, such as a printed output, and run the command again.',
        ),
      );
      return;
    }
    const text = sourceOfText(vscode.l10n.t('Clipboard'), pasted);
    const parsed = await this.parse(text);
    if (!parsed) return;
    if (parsed.literals.length === 0 && parsed.problems.length === 0) {
      void inform(
        vscode.l10n.t(
          'Loss Lens: no tensor in the text on the clipboard. Copy arrays, a table or what print() showed.',
        ),
      );
      return;
    }
    this.panel.show(text, parsed);
  };

  /** Evaluates the ranges that a code lens or a hover names. */
  readonly ranges = async (argument: unknown): Promise<void> => {
    if (!isRangesArgument(argument)) throw new RangeError('expected a document and ranges to evaluate');
    await this.rangesOf(argument);
  };

  private async rangesOf({ uri, ranges }: RangesArgument): Promise<void> {
    // Lenses and hovers stand in open documents; whoever else calls this has no other document opened by it.
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
    if (!document) throw new Error(vscode.l10n.t('this place is not in an open document'));
    await this.showRanges(document, toRanges(document, ranges));
  }

  /** The literal at the cursor and the partners that a loss call, a name or its shape gives it. */
  private rangesAtCursor({ document, selection }: vscode.TextEditor): readonly vscode.Range[] {
    const { from, text } = textAround(document, selection.active, selection.active, reachAbove, reachBelow);
    const offset = document.offsetAt(selection.active);
    const parsed = parsePieces([{ from, text, ranges: [{ from, to: from + text.length }] }]);
    const pair = pairAt(parsed, offset);
    if (pair) {
      const parts = [pair.input, pair.target, pair.weight].filter((index) => index !== null);
      return toRanges(
        document,
        parts.map((index) => parsed.literals[index]),
      );
    }
    const literal = findTensorAt(text, offset - from);
    return literal ? toRanges(document, [{ from: literal.from + from, to: literal.to + from }]) : [];
  }

  private async showRanges(document: vscode.TextDocument, ranges: readonly vscode.Range[]): Promise<void> {
    const offsets = offsetsOf(document, ranges);
    const readings = this.panel.keptFor(document.uri.toString(), offsets)?.readings ?? {};
    const isBox = isBoxSelection(document, ranges);
    await this.show(sourceOf(document, { ranges: offsets, isBox, readings }));
  }

  private async show(text: SourceText): Promise<void> {
    const isLong = lengthOf(text.pieces) >= longText;
    const putBack = isLong ? this.panel.showReading(text.source) : () => undefined;
    const parsed = await this.parse(text).catch((error) => {
      putBack();
      throw error;
    });
    if (parsed) this.panel.show(text, parsed);
    else putBack();
  }

  /** Null when a long text's reading was cancelled. */
  private async parse(text: SourceText): Promise<ParsedText | null> {
    const length = lengthOf(text.pieces);
    this.log.debug(`evaluate ${length} characters of ${text.source.label}`);
    return length < longText ? parseSource(text) : parseWithProgress(text);
  }
}

/** Reads a long selection behind a notice, so that it can be seen and cancelled; null when it was cancelled. */
async function parseWithProgress(text: SourceText): Promise<ParsedText | null> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Loss Lens: reading tensors'),
      cancellable: true,
    },
    async (_progress, token) => {
      // Lets the notification appear, and its button be pressed, before the long part.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return token.isCancellationRequested ? null : parseSource(text);
    },
  );
}
