import * as vscode from 'vscode';
import { sourceOf } from './pythonPrograms';

/** The bit of a file's mode that lets its owner write. */
const ownerMayWrite = 0o200;

/**
 * Whether what is changed in a document could not be saved: its file system or file is read-only, the user's settings
 * say so, or, where the file is on this machine, its mode does. What was set for the session alone cannot be asked.
 */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = sourceOf(document);
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  return (await isFileReadOnly(uri)) || isSetReadOnly(document) || (await isLocked(uri));
}

async function isFileReadOnly(uri: vscode.Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    // A file that is gone is made anew when its document is saved.
    return false;
  }
}

/** The settings by which VS Code shows files as read-only. */
function isSetReadOnly(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('files', document.uri);
  const isIn = (name: string) => {
    const globs = settings.get<unknown>(name);
    if (typeof globs !== 'object' || globs === null) return false;
    return Object.entries(globs).some(([glob, isOn]) => isOn === true && isMatch(glob, document));
  };
  return isIn('readonlyInclude') && !isIn('readonlyExclude');
}

/** Globs are relative to the workspace folder or absolute. */
function isMatch(glob: string, document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(sourceOf(document).uri);
  const patterns = folder ? [glob, new vscode.RelativePattern(folder, glob)] : [glob];
  return patterns.some((pattern) => vscode.languages.match({ pattern }, document) > 0);
}

/** The mode of a file, which VS Code tells no extension; false in a browser, where there is none to look at. */
async function isLocked({ scheme, fsPath }: vscode.Uri): Promise<boolean> {
  if (scheme !== 'file') return false;
  try {
    const { stat } = await import('node:fs/promises');
    return ((await stat(fsPath)).mode & ownerMayWrite) === 0;
  } catch {
    return false;
  }
}
