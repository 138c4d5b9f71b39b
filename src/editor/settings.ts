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

/** How a finding is to be shown: as the user says (for the folder of `uri`, where it is given), else as it is. */
export function severityOf(
  finding: { readonly code: FindingCode; readonly severity: Severity },
  uri: vscode.Uri | null,
): Severity | 'off' {
  const chosen = vscode.workspace
    .getConfiguration(section, uri)
    .get<Partial<Record<FindingCode, Severity | 'off'>>>('severity', {})[finding.code];
  const known = ['error', 'warning', 'information', 'hint', 'off'];
  return chosen !== undefined && known.includes(chosen) ? chosen : finding.severity;
}
