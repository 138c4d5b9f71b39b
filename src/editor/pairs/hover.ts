import * as vscode from 'vscode';
import {
  brokenArrayAt,
  evaluatePair,
  findTensorAt,
  isKnownPair,
  placeAt,
  type TensorLiteral,
  type TextRange,
} from '../../core';
import { textAround } from '../../document/pieces';
import { placeIn, startIn, type WholeText, wholeTextOf } from '../../document/wholeText';
import { evaluateRangesCommand, type RangesArgument } from '../commandNames';
import { isHoverEnabled } from '../settings';
import { brokenLines, hoverLines, type Partner } from './hoverText';
import { longestRead, readingOf, type TextReading } from './readings';
import { tokenLines } from './tokenText';

/** Text read around the mouse where all of it is too long. Unit: UTF-16 code units. */
const reach = 32_000;

/** Says what an array in the text is, what is wrong with it, and what both losses give with its partner. */
export class TensorHoverProvider implements vscode.HoverProvider {
  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): vscode.Hover | undefined {
    if (!isHoverEnabled(document) || token.isCancellationRequested) return undefined;
    const reading = readingOf(document);
    if (!reading) return hoverInLongText(document, position);
    const offset = (startIn(reading.whole, document) ?? 0) + document.offsetAt(position);
    return hoverOfTensor(reading, offset) ?? hoverOfTokens(reading, offset) ?? hoverOfBroken(reading, offset);
  }
}

function hoverOfTensor({ parsed, whole }: TextReading, offset: number): vscode.Hover | undefined {
  const place = placeAt(parsed, offset);
  const pair = place && isKnownPair(parsed, place.pair) ? place.pair : null;
  const parts: readonly (number | null)[] = pair ? [pair.input, pair.target] : [];
  // A single number is no array, but it may be a target.
  const index = parsed.literals.findIndex(
    (one, i) =>
      isAt(one, offset) && one.form !== 'expression' && (one.tensor.shape.length > 0 || parts.includes(i)),
  );
  const literal = parsed.literals[index];
  if (!literal) return undefined;
  if (!place || !parts.includes(index)) return hoverAt(whole, literal, hoverLines({ literal }), [literal]);
  const other = parts.find((one) => one !== index) ?? null;
  const lines = hoverLines({
    literal,
    evaluation: pair && evaluatePair(parsed, pair),
    partner: other === null ? null : partnerOf(whole, literal, parsed.literals[other], other === pair?.input),
  });
  return hoverAt(whole, literal, lines, place.ranges);
}

/** What a language model said of tokens. */
function hoverOfTokens({ parsed, whole }: TextReading, offset: number): vscode.Hover | undefined {
  const dump = parsed.tokenLogProbs.find(({ from, to }) => from <= offset && offset <= to);
  if (!dump) return undefined;
  const there = dump.tokens.find(({ from, to }) => from <= offset && offset <= to) ?? dump;
  return hoverAt(whole, there, tokenLines(dump, offset), [dump], vscode.l10n.t('Show all tokens'));
}

/** Ragged, mixed and empty arrays. */
function hoverOfBroken({ text, parsed, whole }: TextReading, offset: number): vscode.Hover | undefined {
  const broken = brokenArrayAt(text, parsed.problems, offset);
  if (!broken) return undefined;
  const { range } = placeIn(whole, broken.problem);
  return hoverAt(whole, broken, brokenLines(broken, range.start.line + 1));
}

function hoverInLongText(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  const { from, text } = textAround(document, position, position, reach);
  const literal = findTensorAt(text, document.offsetAt(position) - from);
  if (!literal) return undefined;
  const range = { from: literal.from + from, to: literal.to + from };
  return hoverAt(wholeTextOf(document), range, hoverLines({ literal, longerThan: longestRead }), [range]);
}

function partnerOf(
  whole: WholeText,
  literal: TextRange,
  { name, tensor, ...range }: TensorLiteral,
  isInput: boolean,
): Partner {
  const there = placeIn(whole, range);
  const isHere = there.document === placeIn(whole, literal).document;
  return { name, shape: tensor.shape, isInput, line: isHere ? there.range.start.line + 1 : null };
}

/** With the link to the panel, where there are ranges to show. */
function hoverAt(
  whole: WholeText,
  at: TextRange,
  lines: readonly string[],
  ranges: readonly TextRange[] = [],
  title = vscode.l10n.t('Show both losses'),
): vscode.Hover {
  const text = new vscode.MarkdownString(lines.join('\n'));
  const plain = ranges.map(({ from, to }) => ({ from, to }));
  const argument: RangesArgument = { uri: whole.parts[0].document.uri.toString(), ranges: plain };
  return new vscode.Hover(
    plain.length > 0 ? [text, linkTo(title, argument)] : [text],
    placeIn(whole, at).range,
  );
}

/** The link that opens the panel. It alone may run a command: what stands in the document is no part of it. */
function linkTo(title: string, argument: RangesArgument): vscode.MarkdownString {
  const query = encodeURIComponent(JSON.stringify([argument]));
  const link = new vscode.MarkdownString(`[${title}](command:${evaluateRangesCommand}?${query})`);
  link.isTrusted = { enabledCommands: [evaluateRangesCommand] };
  return link;
}

function isAt({ from, to, operations }: TensorLiteral, offset: number): boolean {
  const outer = operations.at(-1) ?? { from, to };
  return Math.min(from, outer.from) <= offset && offset <= Math.max(to, outer.to);
}
