import * as vscode from 'vscode';

export const section = 'lossLens';

/** Whether code lenses are wanted. */
export function isCodeLensEnabled(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(section, scope).get('codeLens.enabled', true);
}

/** Whether hovers are wanted. */
export function isHoverEnabled(scope: vscode.ConfigurationScope): boolean {
  return vscode.workspace.getConfiguration(section, scope).get('hover.enabled', true);
}
