import * as vscode from 'vscode';
import { noticeText } from './noticeText';

/** Tells something; gives the button that was pressed. */
export async function inform(text: string, ...buttons: readonly string[]): Promise<string | undefined> {
  return vscode.window.showInformationMessage(noticeText(text), ...buttons);
}

/** Says why something was not done. */
export async function warn(text: string): Promise<void> {
  await vscode.window.showWarningMessage(noticeText(text));
}

/** Says what went wrong. */
export async function complain(text: string): Promise<void> {
  await vscode.window.showErrorMessage(noticeText(text));
}

/** Asks for leave with a dialog that has one button besides Cancel; where VS Code shows none, the answer is no. */
export async function ask(text: string, detail: string, button: string): Promise<boolean> {
  try {
    const options = { modal: true, detail: noticeText(detail) };
    return (await vscode.window.showInformationMessage(noticeText(text), options, button)) === button;
  } catch {
    return false;
  }
}
