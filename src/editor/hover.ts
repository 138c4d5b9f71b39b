import * as vscode from 'vscode';
import {
  describe,
  evaluateParsed,
  type Finding,
  findTensorAt,
  mentionsLoss,
  pairsOf,
  parsePieces,
  roleOfName,
  type TensorLiteral,
} from '../core';
import { textAround } from '../document/pieces';
import { evaluateRangesCommand, type RangesArgument } from './commandNames';
import { hoverLines } from './hoverText';
import { isHoverEnabled } from './settings';

/** Text read around the mouse; an array that does not fit in has no hover. Unit: UTF-16 code units. */
const literalReach = 32_000;

/** Text around an array in which a loss call that uses it is looked for. Unit: UTF-16 code units. */
const usageReach = 4_000;

/** Says what an array in the text is, from the lines around the mouse alone. */
export class TensorHoverProvider implements vscode.HoverProvider {
  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): vscode.Hover | undefined {
    if (!isHoverEnabled(document) || token.isCancellationRequested) return undefined;
    const { from, text } = textAround(document, position, position, literalReach);
    const literal = findTensorAt(text, document.offsetAt(position) - from);
    if (!literal) return undefined;
    const { tensor, decimals, scientificDecimals, gradFn, name } = literal;
    const description = describe(tensor, {
      decimals,
      scientificDecimals,
      gradFn,
      role: roleOfName(name) ?? undefined,
    });
    const lines = hoverLines({ literal, description, findings: findingsOf(text, literal) });
    const range = { from: literal.from + from, to: literal.to + from };
    const argument: RangesArgument = { uri: document.uri.toString(), ranges: [range] };
    return new vscode.Hover(
      [new vscode.MarkdownString(lines.join('\n')), linkTo(argument)],
      new vscode.Range(document.positionAt(range.from), document.positionAt(range.to)),
    );
  }
}

/** The link that opens the panel. It alone may run a command: what stands in the document is no part of it. */
function linkTo(argument: RangesArgument): vscode.MarkdownString {
  const query = encodeURIComponent(JSON.stringify([argument]));
  const link = new vscode.MarkdownString(
    `[${vscode.l10n.t('Show both losses')}](command:${evaluateRangesCommand}?${query})`,
  );
  link.isTrusted = { enabledCommands: [evaluateRangesCommand] };
  return link;
}

/** What is wrong with the literal as the input of a loss that the text around calls on it. */
function findingsOf(text: string, literal: TensorLiteral): readonly Finding[] {
  const start = Math.max(0, literal.from - usageReach);
  const nearby = text.slice(start, literal.to + usageReach);
  if (!mentionsLoss(nearby)) return [];
  const parsed = parsePieces([
    { from: start, text: nearby, ranges: [{ from: start, to: start + nearby.length }] },
  ]);
  const pair = pairsOf(parsed).findIndex(
    ({ input, call }) => call !== null && parsed.literals[input].body.from === literal.body.from,
  );
  if (pair < 0) return [];
  return evaluateParsed(parsed, { pair }).findings.filter(({ severity }) => severity !== 'hint');
}
