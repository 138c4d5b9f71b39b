import * as vscode from 'vscode';
import type { LossLensApi } from '../../src/extension';

/** What the extension lets others ask, once it is active. */
export async function api(): Promise<LossLensApi> {
  const extension = vscode.extensions.getExtension<LossLensApi>('loss-lens.loss-lens');
  if (!extension) throw new Error('the extension is not there');
  return extension.activate();
}
