import * as vscode from 'vscode';
import { complain } from './say';

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
      void complain(vscode.l10n.t('Loss Lens: {0}', message));
    }
  };
}
