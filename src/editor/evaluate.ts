import * as vscode from 'vscode';
import { findTensorAt, type ParsedText, pairAt, parsePieces, type TextPiece } from '../core';
import { piecesOf, textAround, toRanges } from '../document/pieces';
import type { LossPanel } from '../panel/lossPanel';
import { isRangesArgument, type RangesArgument } from './commandNames';

/** How far around the cursor a partner for the literal is looked for. Unit: UTF-16 code units. */
const partnerReach = 8_000;

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
      void vscode.window.showInformationMessage('Loss Lens: open a file and select tensors in it first.');
      return;
    }
    const selected = editor.selections.filter((selection) => !selection.isEmpty);
    const ranges = selected.length > 0 ? selected : this.rangesAtCursor(editor);
    if (ranges.length === 0) {
      void vscode.window.showInformationMessage(
        'Loss Lens: no tensor at the cursor. Select an array such as [[1.2, 0.5], [0.3, 2.0]] and run the command again.',
      );
      return;
    }
    await this.show(editor.document, ranges);
  };

  /** Evaluates the ranges that a code lens or a hover names. */
  readonly ranges = async (argument: unknown): Promise<void> => {
    if (!isRangesArgument(argument)) throw new RangeError('expected a document and ranges to evaluate');
    await this.rangesOf(argument);
  };

  private async rangesOf({ uri, ranges }: RangesArgument): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await this.show(document, toRanges(document, ranges));
  }

  /** The literal at the cursor and the partners that a loss call, a name or its shape gives it. */
  private rangesAtCursor({ document, selection }: vscode.TextEditor): readonly vscode.Range[] {
    const { from, text } = textAround(document, selection.active, selection.active, partnerReach);
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

  private async show(document: vscode.TextDocument, ranges: readonly vscode.Range[]): Promise<void> {
    const pieces = piecesOf(document, ranges);
    const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    this.log.debug(`evaluate ${length} characters of ${document.uri.path}`);
    if (length < longText) {
      this.panel.show(document, ranges, pieces, parsePieces(pieces));
      return;
    }
    const putBack = this.panel.showReading(document, ranges);
    const parsed = await parseWithProgress(pieces).catch((error) => {
      putBack();
      throw error;
    });
    if (parsed) this.panel.show(document, ranges, pieces, parsed);
    else putBack();
  }
}

/** Reads a long selection piece by piece, so that the editor stays alive; null when it was cancelled. */
async function parseWithProgress(pieces: readonly TextPiece[]): Promise<ParsedText | null> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: 'Loss Lens: reading tensors',
      cancellable: true,
    },
    async (_progress, token) => {
      // Lets the notification appear, and its button be pressed, before the long part.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return token.isCancellationRequested ? null : parsePieces(pieces);
    },
  );
}
