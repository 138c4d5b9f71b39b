import * as vscode from 'vscode';
import * as l10n from '../core/l10n';
import type { LanguageMessage } from '../messages/language';

/** Makes core speak the language of VS Code, as far as `l10n/` has it. Call this before anything is worded. */
export function speakLanguage(): void {
  if (vscode.l10n.bundle) l10n.setTexts(vscode.l10n.bundle);
}

/** The language that is spoken, for `lang` of a page: VS Code's own where it is translated. */
export function spokenLanguage(): string {
  return vscode.l10n.bundle ? vscode.env.language : 'en';
}

/** What a page needs to speak it too. */
export function languageMessage(): LanguageMessage {
  return { type: 'language', messages: vscode.l10n.bundle ?? {} };
}
