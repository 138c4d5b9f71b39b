import * as vscode from 'vscode';
import { markdownMessage, markdownText } from '../core';
import type { CodeDiagnostics } from './diagnostics/codeDiagnostics';
import type { LocatedSite, LocatedStep } from './diagnostics/places';
import { callOutcomeAt } from './pairs/callOutcome';
import { isHoverEnabled } from './settings';

/** Steps of a chain that a hover tells; of a longer one, the last. */
const mostSteps = 6;

/** Says at a call of a loss what reaches it, on which way, and what both losses give. */
export class LossSiteHoverProvider implements vscode.HoverProvider {
  constructor(private readonly diagnostics: CodeDiagnostics) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    if (!isHoverEnabled(document)) return undefined;
    const sites = await this.diagnostics.sitesIn(document);
    const there = sites.filter(({ location }) => location.range.contains(position));
    // Of calls inside of each other, the innermost.
    const site = there.find((one) =>
      there.every((other) => other.location.range.contains(one.location.range)),
    );
    if (!site || token.isCancellationRequested) return undefined;
    const findings = await this.diagnostics.findingsIn(document);
    // Over what is underlined, the finding tells the way.
    const isTold = findings.some(({ location }) => location.range.contains(position));
    const outcome = callOutcomeAt(document, position);
    const lines = [
      ...(isTold ? [] : siteLines(site, document.uri)),
      ...(outcome === null ? [] : ['', markdownText(outcome)]),
    ];
    if (lines.length === 0) return undefined;
    // Without icons: VS Code draws them in code too.
    return new vscode.Hover(new vscode.MarkdownString(lines.join('\n')), site.location.range);
  }
}

/** At most 8 lines of Markdown. */
function siteLines({ loss, input, chain }: LocatedSite, uri: vscode.Uri): readonly string[] {
  const shown = chain.slice(-mostSteps);
  const more = chain.length - shown.length;
  return [
    `${markdownMessage(loss)} · ${vscode.l10n.t('input: {0}', `**${markdownText(input)}**`)}`,
    '',
    ...(more > 0 ? [`- … ${vscode.l10n.t('{0} more', more)}`] : []),
    ...shown.map((step) => `- ${stepText(step, uri)}`),
  ];
}

function stepText({ location, message }: LocatedStep, from: vscode.Uri): string {
  const { uri, range } = location;
  const line = range.start.line + 1;
  const isHere = uri.toString() === from.toString();
  const name = isHere
    ? vscode.l10n.t('line {0}', line)
    : `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${line}`;
  // The fragment of a notebook cell says which cell it is.
  const target = uri.fragment === '' ? uri.with({ fragment: `L${line}` }) : uri;
  return `${markdownMessage(message)} ([${markdownText(name)}](${target.toString()}))`;
}
