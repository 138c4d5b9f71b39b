import * as vscode from 'vscode';
import { type GlobMatcher, matcherOf } from '../document/globs/matcherOf';
import { warn } from './say';
import { section } from './settings';

/** Matchers by the values of the setting: every folder of a workspace may have its own. */
const matchers = new Map<string, GlobMatcher>();

/** Values of the setting that are remembered. */
const mostMatchers = 20;

/** Globs that a notice names. */
const mostTold = 3;

/** Globs of the files that are never checked, relative to their workspace folder. */
export function excludedGlobs(scope?: vscode.ConfigurationScope): readonly string[] {
  const globs = vscode.workspace.getConfiguration(section, scope).get<unknown>('exclude', []);
  return Array.isArray(globs) ? globs.filter((glob) => typeof glob === 'string') : [];
}

/** Whether a file, or the notebook of a cell, is never to be checked. */
export function isExcluded(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri: { path } }) =>
    uri.path.startsWith(`${path}/`),
  );
  const path = folder ? uri.path.slice(folder.uri.path.length + 1) : uri.path.replace(/^\//, '');
  return matcherFor(excludedGlobs(uri)).matches(path);
}

/** Says which globs of the setting mean nothing, now and whenever it has changed. */
export function watchExcluded(): vscode.Disposable {
  let told = '';
  const tell = () => {
    const { refused } = matcherFor(excludedGlobs());
    const text = refused
      .slice(0, mostTold)
      .map(({ glob, problem }) =>
        vscode.l10n.t('Loss Lens: {0} in lossLens.exclude excludes nothing: {1}.', shortGlob(glob), problem),
      )
      .join(' ');
    // Not awaited: the notice may stay for long.
    if (text !== '' && text !== told) void warn(text);
    told = text;
  };
  tell();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.exclude`)) tell();
  });
}

/** Those of the globs that only name a folder: nothing else is given to a search, which may match in its own way. */
export function plainFolders(globs: readonly string[]): readonly string[] {
  return globs.filter((glob) => /^\*\*\/[\w.-]+\/\*\*$/.test(glob));
}

function matcherFor(globs: readonly string[]): GlobMatcher {
  const key = JSON.stringify(globs);
  const matcher = matchers.get(key) ?? matcherOf(globs);
  if (matchers.size >= mostMatchers) matchers.clear();
  matchers.set(key, matcher);
  return matcher;
}

function shortGlob(glob: string): string {
  return glob.length > 40 ? `"${glob.slice(0, 40)}…"` : `"${glob}"`;
}
