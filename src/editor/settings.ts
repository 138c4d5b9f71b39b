import * as vscode from 'vscode';
import type { FindingCode, Severity } from '../core';

export const section = 'lossLens';

/** Whether code lenses are wanted. */
export function isCodeLensEnabled(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(section, scope).get('codeLens.enabled', true);
}

/** Whether hovers are wanted. */
export function isHoverEnabled(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(section, scope).get('hover.enabled', true);
}

/** Whether Python code is to be checked while it is typed. */
export function isCheckEnabled(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(section, scope).get('diagnostics.enabled', true);
}

/** What is shown only where it is asked for: the value is what many mean. */
const offByDefault: ReadonlySet<FindingCode> = new Set(['mean-of-micro-batches']);

interface Rated {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly isPossible?: boolean;
}

/**
 * How a finding is to be shown: as the user says (for the folder of `uri`, where it is given), else as it is. What is
 * merely possible is shown where that is asked for, and never as more than an information.
 */
export function severityOf({ code, severity, isPossible }: Rated, uri: vscode.Uri | null): Severity | 'off' {
  const configuration = vscode.workspace.getConfiguration(section, uri);
  if (isPossible && !configuration.get('diagnostics.possible', false)) return 'off';
  const given = configuration.get<Partial<Record<FindingCode, Severity | 'off'>>>('severity', {})[code];
  const known = ['error', 'warning', 'information', 'hint', 'off'];
  const chosen =
    given !== undefined && known.includes(given) ? given : offByDefault.has(code) ? 'off' : severity;
  return isPossible && (chosen === 'error' || chosen === 'warning') ? 'information' : chosen;
}
