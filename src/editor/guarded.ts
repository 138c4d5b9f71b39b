import * as vscode from 'vscode';

/** A command handler whose exceptions are logged and shown instead of vanishing. */
export function guarded<Arguments extends unknown[]>(
  log: vscode.LogOutputChannel,
  handler: (...given: Arguments) => Promise<void>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    try {
      await handler(...given);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.error(error instanceof Error ? error : message);
      void vscode.window.showErrorMessage(vscode.l10n.t('Loss Lens: {0}', message));
    }
  };
}
