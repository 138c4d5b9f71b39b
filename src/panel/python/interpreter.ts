import * as vscode from 'vscode';

/** What is used of the API of the extension "Python" (ms-python.python). */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(path: {
      readonly path: string;
    }): Promise<{ readonly executable: { readonly uri?: vscode.Uri } } | undefined>;
  };
}

/** The interpreter that the user chose for a document: with the Python extension, else by the setting; null for none. */
export async function interpreterFor(uri: vscode.Uri): Promise<string | null> {
  return (await activeEnvironment(uri)) ?? fromSetting(uri);
}

async function activeEnvironment(uri: vscode.Uri): Promise<string | null> {
  const extension = vscode.extensions.getExtension<PythonApi>('ms-python.python');
  if (!extension) return null;
  try {
    const { environments } = await extension.activate();
    const active = environments?.getActiveEnvironmentPath(uri);
    const found = active && (await environments?.resolveEnvironment(active));
    return found?.executable.uri?.fsPath ?? null;
  } catch {
    return null;
  }
}

function fromSetting(uri: vscode.Uri): string | null {
  const written = vscode.workspace.getConfiguration('python', uri).get<unknown>('defaultInterpreterPath');
  if (typeof written !== 'string' || written.trim() === '') return null;
  const folder = vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0];
  return folder ? written.replace(/\$\{workspaceFolder\}/g, () => folder.uri.fsPath) : written;
}
