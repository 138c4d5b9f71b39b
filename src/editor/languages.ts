import type * as vscode from 'vscode';

/** Languages in which hovers and code lenses are offered, in files, notebook cells and everything else. */
export const languages: readonly string[] = [
  'python',
  'json',
  'jsonc',
  'jsonl',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'markdown',
  'plaintext',
  'log',
];

export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }));
