import type * as vscode from 'vscode';
import { callAt, evaluatePair } from '../../core';
import { startIn } from '../../document/wholeText';
import { longOutcome, timesText } from './outcomeText';
import { readingOf } from './readings';

/**
 * `CrossEntropyLoss 0.4071 · NLLLoss -1.6000 ✗` of the innermost call at a position, as its lens has it; null where its
 * numbers are not known, and over a written tensor, whose own hover tells the same.
 */
export function callOutcomeAt(document: vscode.TextDocument, position: vscode.Position): string | null {
  const reading = readingOf(document);
  const start = reading && startIn(reading.whole, document);
  if (!reading || start === null) return null;
  const { parsed } = reading;
  const offset = start + document.offsetAt(position);
  const isOverTensor = parsed.literals.some(
    ({ from, to, form }) => form !== 'expression' && from <= offset && offset <= to,
  );
  const place = isOverTensor ? null : callAt(parsed, offset);
  const evaluation = place && evaluatePair(parsed, place.pair);
  const outcome = evaluation && longOutcome(evaluation);
  return place && outcome ? `${outcome}${timesText(place)}` : null;
}
