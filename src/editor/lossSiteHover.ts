import * as vscode from 'vscode';
import type { CodeDiagnostics } from './diagnostics/codeDiagnostics';
import type { LocatedSite, LocatedStep } from './diagnostics/places';
import { isHoverEnabled } from './settings';

/** Steps of a chain that a hover tells; of a longer one, the last. */
const mostSteps = 6;

/** Says at a call of a loss what reaches it, and on which way. */
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
    // Over what is underlined, the finding tells the same.
    const findings = await this.diagnostics.findingsIn(document);
    if (findings.some(({ location }) => location.range.contains(position))) return undefined;
    return new vscode.Hover(siteText(site, document.uri), site.location.range);
  }
}

/** At most 8 lines. */
function siteText({ loss, input, chain }: LocatedSite, uri: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  appendWritten(text, loss);
  text.appendMarkdown(` · ${vscode.l10n.t('input: {0}', `**${input}**`)}\n\n`);
  const shown = chain.slice(-mostSteps);
  const more = chain.length - shown.length;
  if (more > 0) text.appendMarkdown('- … ').appendText(vscode.l10n.t('{0} more', more)).appendMarkdown('\n');
  for (const step of shown) appendStep(text, step, uri);
  return text;
}

function appendStep(text: vscode.MarkdownString, { location, message }: LocatedStep, from: vscode.Uri): void {
  const { uri, range } = location;
  const line = range.start.line + 1;
  const isHere = uri.toString() === from.toString();
  const name = isHere
    ? vscode.l10n.t('line {0}', line)
    : `${uri.path.slice(uri.path.lastIndexOf('/') + 1)}:${line}`;
  // The fragment of a notebook cell says which cell it is.
  const target = uri.fragment === '' ? uri.with({ fragment: `L${line}` }) : uri;
  text.appendMarkdown('- ');
  appendWritten(text, message);
  text.appendMarkdown(' ([').appendText(name).appendMarkdown(`](${target.toString()}))\n`);
}

/** Appends a text in which nothing but code in backticks is Markdown. */
function appendWritten(text: vscode.MarkdownString, words: string): void {
  for (const [i, part] of words.split(/(`[^`]*`)/).entries()) {
    if (i % 2 === 1) text.appendMarkdown(part);
    else text.appendText(part);
  }
}
