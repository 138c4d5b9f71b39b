import * as vscode from 'vscode';
import { evaluatePair, knownPlaces, type PairPlace } from '../../core';
import { placeIn } from '../../document/wholeText';
import { evaluateRangesCommand, type RangesArgument } from '../commandNames';
import { isCodeLensEnabled, section } from '../settings';
import { pairText, shortOutcome, timesText } from './outcomeText';
import { readingOf, type TextReading } from './readings';

/** Wait after the last keystroke in a cell before the other cells get their lenses anew. Unit: ms. */
const cellDelay = 500;

/** A lens that has its numbers once it is in sight. */
class PairLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly reading: TextReading,
    readonly place: PairPlace,
  ) {
    super(range);
  }
}

/** Both losses over each pair of input and target, and over each call of a loss whose arguments are known. */
export class LossCodeLensProvider implements vscode.CodeLensProvider<PairLens>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private cellTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) this.changed.fire();
    }),
    // The lens of a call in one cell tells of tensors in others.
    vscode.workspace.onDidChangeNotebookDocument(({ contentChanges, cellChanges }) => {
      if (contentChanges.length === 0 && !cellChanges.some(({ document }) => document)) return;
      clearTimeout(this.cellTimer);
      this.cellTimer = setTimeout(() => this.changed.fire(), cellDelay);
    }),
  );

  provideCodeLenses(document: vscode.TextDocument): PairLens[] {
    const reading = isCodeLensEnabled(document) ? readingOf(document) : null;
    if (!reading) return [];
    const taken = new Set<number>();
    return knownPlaces(reading.parsed).flatMap((place) => {
      const there = placeIn(reading.whole, place);
      const { line } = there.range.start;
      // A call with its tensors in one line says everything.
      if (there.document !== document || taken.has(line)) return [];
      taken.add(line);
      return [new PairLens(there.range, reading, place)];
    });
  }

  resolveCodeLens(lens: PairLens): PairLens {
    const { reading, place } = lens;
    const { parsed, whole } = reading;
    const evaluation = evaluatePair(parsed, place.pair);
    const values = evaluation && shortOutcome(evaluation);
    const about = vscode.l10n.t('CrossEntropyLoss and NLLLoss of these tensors, side by side');
    const argument: RangesArgument = { uri: whole.parts[0].document.uri.toString(), ranges: place.ranges };
    lens.command = {
      title: `$(graph)\u00a0${values === null ? vscode.l10n.t('Evaluate losses') : `${values}${timesText(place)}`}`,
      tooltip: evaluation ? `${about}\n${pairText(evaluation)}` : about,
      command: evaluateRangesCommand,
      arguments: [argument],
    };
    return lens;
  }

  dispose(): void {
    clearTimeout(this.cellTimer);
    this.changed.dispose();
    this.listeners.dispose();
  }
}
