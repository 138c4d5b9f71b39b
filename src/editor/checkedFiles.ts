import * as vscode from 'vscode';
import { keyOf } from '../document/pythonPrograms';
import type { WorkspaceFiles } from '../document/workspaceFiles';
import { excludedGlobs, isExcluded, plainFolders } from './excludedFiles';
import { inSlices } from './inSlices';
import { section } from './settings';

/** Knows which files of the workspace are checked, as long as none comes or goes. */
export class CheckedFiles implements vscode.Disposable {
  private keys: Promise<ReadonlySet<string>> | null = null;
  private readonly owned: vscode.Disposable;

  constructor(files: WorkspaceFiles) {
    const forget = () => {
      this.keys = null;
    };
    this.owned = vscode.Disposable.from(
      files.onDidMove(forget),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) forget();
      }),
    );
  }

  /** Their paths for the checker, see `keyOf`. */
  readonly all = (): Promise<ReadonlySet<string>> => {
    this.keys ??= findCheckedFiles(() => false).then((uris) => new Set(uris?.map(keyOf)));
    return this.keys;
  };

  dispose(): void {
    this.owned.dispose();
  }
}

/**
 * All Python files and notebooks of the workspace that the settings do not exclude, in order of their paths; null
 * when it was stopped.
 */
export async function findCheckedFiles(isStopped: () => boolean): Promise<readonly vscode.Uri[] | null> {
  const plain = plainFolders(excludedGlobs());
  const exclude = plain.length > 0 ? `{${plain.join(',')}}` : undefined;
  const found = await vscode.workspace.findFiles('**/*.{py,ipynb}', exclude);
  return inSlices(wantedOf(found), isStopped);
}

function* wantedOf(uris: readonly vscode.Uri[]): Generator<void, readonly vscode.Uri[]> {
  const wanted: vscode.Uri[] = [];
  for (const uri of uris) {
    if (!isExcluded(uri)) wanted.push(uri);
    yield;
  }
  return wanted.sort((a, b) => (a.path < b.path ? -1 : 1));
}
