import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a server speak a language without its language pack: the words of VS Code stay English, and extensions
 * find `vscode.env.language` and their own translations as they would with the pack.
 *
 * @param {string} dataFolder The server's user data.
 * @param {string} language As `ko`.
 */
export function writeLanguagePack(dataFolder, language) {
  const vscode = join(dataFolder, `vscode.${language}.json`);
  writeFileSync(vscode, JSON.stringify({ contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `test.${language}` }, version: '1.0.0' }];
  const pack = { hash: language, label: language, extensions, translations: { vscode } };
  writeFileSync(join(dataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
