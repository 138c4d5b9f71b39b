import * as vscode from 'vscode';
import { isExcluded } from '../excludedFiles';
import { severityOf } from '../settings';
import type { DocsLinks } from './findingDocs';
import type { LocatedFinding, LocatedStep } from './places';
import type { CheckedProgram } from './programChecker';
import { topPrograms } from './topPrograms';

/** Shown as where a diagnostic comes from. */
export const diagnosticSource = 'Loss Lens';

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const;

/** Findings that the settings do not hide, each place once however many programs lead there, by document. */
export function shownFindings(
  programs: Iterable<CheckedProgram>,
  isWanted: (uri: string) => boolean = () => true,
): ReadonlyMap<string, readonly LocatedFinding[]> {
  const all = [...programs];
  const some = all.filter(({ findings }) =>
    findings.some(({ location }) => isWanted(location.uri.toString())),
  );
  const found = new Map<string, Map<string, LocatedFinding>>();
  for (const { findings } of topPrograms(some, all)) {
    for (const finding of findings) {
      const { uri, range } = finding.location;
      const name = uri.toString();
      if (!isWanted(name) || isExcluded(uri) || severityOf(finding, uri) === 'off') continue;
      const inDocument = found.get(name) ?? new Map<string, LocatedFinding>();
      // At the top of a closed notebook lie several; their messages say which is which.
      const isPoint = range.isEmpty ? finding.message : '';
      const place = `${finding.code}:${range.start.line}:${range.start.character}:${isPoint}`;
      if (!inDocument.has(place)) inDocument.set(place, finding);
      found.set(name, inDocument);
    }
  }
  return new Map([...found].map(([name, inDocument]) => [name, [...inDocument.values()]]));
}

/** The diagnostic of a finding that is not switched off, with a link to the section of the documentation. */
export function diagnosticOf(finding: LocatedFinding, linkTo: DocsLinks): vscode.Diagnostic {
  const { code, message, location, chain } = finding;
  const severity = severityOf(finding, location.uri);
  const diagnostic = new vscode.Diagnostic(
    location.range,
    message,
    severities[severity === 'off' ? 'hint' : severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: code, target: linkTo(code) };
  diagnostic.relatedInformation = chain.map(relatedOf);
  return diagnostic;
}

function relatedOf({ location, message }: LocatedStep): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(location, message);
}
