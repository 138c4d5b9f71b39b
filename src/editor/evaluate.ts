import * as vscode from 'vscode';
import { type ParsedText, parseText, rangesAt, rangesOfTarget, type TextRange } from '../core';
import { isBoxSelection } from '../document/boxSelection';
import { offsetsIn, startIn, wholeTextOf } from '../document/wholeText';
import type { LossPanel } from '../panel/lossPanel';
import { lengthOf, parseSource, type SourceText, sourceOf, sourceOfText } from '../panel/savedSource';
import { isRangesArgument, type RangesArgument } from './commandNames';
import { readingOf, type TextReading } from './pairs/readings';
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
    const { document } = editor;
    const selected = editor.selections.filter((selection) => !selection.isEmpty);
    if (selected.length > 0) {
      await this.showSelected(document, selected);
      return;
    }
    const reading = await this.readingOf(document);
    if (!reading) return;
    const { whole, text, parsed } = reading;
    const start = startIn(whole, document) ?? 0;
    const ranges = rangesAt(text, parsed, start + document.offsetAt(editor.selection.active));
    if (ranges.length === 0) {
      void inform(
        vscode.l10n.t(
          'Loss Lens: no tensor at the cursor. Select an array such as [[1.2, 0.5], [0.3, 2.0]] and run the command again.',
        ),
      );
      return;
    }
    await this.showRanges(document, ranges);
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
    if (parsed.literals.length + parsed.problems.length + parsed.tokenLogProbs.length === 0) {
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
    await this.showRanges(document, ranges);
  }

  /** What is selected; where that is a target alone, with its input. */
  private async showSelected(
    document: vscode.TextDocument,
    selected: readonly vscode.Range[],
  ): Promise<void> {
    const offsets = offsetsIn(wholeTextOf(document), document, selected);
    const isBox = isBoxSelection(document, selected);
    const reading = isBox ? null : readingOf(document);
    const pair = reading && rangesOfTarget(reading.parsed, offsets);
    await this.showRanges(document, pair ?? offsets, isBox);
  }

  /** All of a text, however long: null when reading it was cancelled. */
  private async readingOf(document: vscode.TextDocument): Promise<TextReading | null> {
    const known = readingOf(document);
    if (known) return known;
    const whole = wholeTextOf(document);
    const text = whole.getText();
    const parsed = await withProgress(text.length, () => parseText(text));
    return parsed && { whole, text, parsed };
  }

  /** Ranges are offsets of the whole text that the document is a part of. */
  private async showRanges(
    document: vscode.TextDocument,
    ranges: readonly TextRange[],
    isBox = false,
  ): Promise<void> {
    const readings = this.panel.keptFor(document.uri.toString(), ranges)?.readings ?? {};
    await this.show(sourceOf(document, { ranges, isBox, readings }));
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
    return withProgress(length, () => parseSource(text));
  }
}

/** Reads a long text behind a notice, so that it can be seen and cancelled; null when it was cancelled. */
async function withProgress<T>(length: number, read: () => T): Promise<T | null> {
  if (length < longText) return read();
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Loss Lens: reading tensors'),
      cancellable: true,
    },
    async (_progress, token) => {
      // Lets the notification appear, and its button be pressed, before the long part.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return token.isCancellationRequested ? null : read();
    },
  );
}
