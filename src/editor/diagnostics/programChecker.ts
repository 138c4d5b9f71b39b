import * as vscode from 'vscode';
import { PythonChecker, plainProgram } from '../../core';
import { keyOf, nameOfKey, type SourceProgram, uriOfKey } from '../../document/pythonPrograms';
import type { WorkspaceFiles } from '../../document/workspaceFiles';
import { inSlices } from '../inSlices';
import { type LocatedFinding, type LocatedSite, Places } from './places';

/** Programs of what is open, by their keys. */
export type OpenPrograms = ReadonlyMap<string, SourceProgram>;

/** What a check of one program found. */
export interface CheckedProgram {
  readonly source: SourceProgram;
  /** In the program itself and in the files that it imports. */
  readonly findings: readonly LocatedFinding[];
  readonly sites: readonly LocatedSite[];
  /** What could not be read of it, and of the files that it imports. */
  readonly unread: readonly string[];
  /** Keys of the files that it is made of: itself and all that it imports. */
  readonly files: ReadonlySet<string>;
  /** Keys of the files that it depends on, also of those that do not exist yet. */
  readonly reach: ReadonlySet<string>;
}

/** Imported files that are read for one program. */
const mostImports = 200;

/** Checks programs together with the files of the workspace that they import. */
export class ProgramChecker {
  private readonly checker = new PythonChecker(nameOfKey);
  private readonly known = new Map<string, SourceProgram>();

  /** `list` gives the keys of the files that an import may mean wherever they lie. */
  constructor(
    private readonly files: WorkspaceFiles,
    private readonly list: () => Promise<ReadonlySet<string>>,
  ) {}

  /** Makes a program known as something that others may import. */
  learn(source: SourceProgram): void {
    const before = this.known.get(source.key);
    this.known.set(source.key, source);
    if (before?.program.text !== source.program.text) this.checker.set(source.key, source.program.text);
  }

  /** Forgets all programs but these. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const key of [...this.known.keys()]) if (!keys.has(key)) this.forget(key);
  }

  /** Checks a program; null when `isStale` says meanwhile that nobody wants to know any more. */
  async check(
    source: SourceProgram,
    open: OpenPrograms,
    isStale: () => boolean,
  ): Promise<CheckedProgram | null> {
    this.checker.list(await this.list());
    this.learn(source);
    const unread: string[] = [];
    const reach = await this.loadImports(source, open, unread, isStale);
    if (!reach) return null;
    // Wherever a loss is named: what reaches it may be wrong in any file of the program.
    const files = this.checker.programOf(source.key);
    const result = await inSlices(this.checker.steps(files), isStale);
    if (!result) return null;
    const own = result.unread.filter(({ path }) => path === source.key).map(({ message }) => message);
    const places = new Places(this.known);
    const [findings, sites] = [places.findings(result), places.sites(result)];
    return { source, findings, sites, unread: [...own, ...unread], files: new Set(files), reach };
  }

  private forget(key: string): void {
    this.known.delete(key);
    this.checker.delete(key);
  }

  /** Reads what a program imports, and what that imports; gives the keys of all, and of where they could be. */
  private async loadImports(
    source: SourceProgram,
    open: OpenPrograms,
    unread: string[],
    isStale: () => boolean,
  ): Promise<ReadonlySet<string> | null> {
    const reach = new Set([source.key]);
    const queue = [source.key];
    for (const from of queue) {
      const candidates = this.candidatesFrom(from, source.uri).filter(({ key }) => !reach.has(key));
      for (const { key } of candidates) reach.add(key);
      const read = await Promise.all(
        candidates.map(({ key, uri }) => this.readImport(key, uri, open, unread)),
      );
      if (isStale()) return null;
      for (const [i, { key }] of candidates.entries()) {
        const imported = read[i];
        if (!imported) this.forget(key);
        else if (queue.length > mostImports)
          unread.push(vscode.l10n.t('{0}: more than {1} imported files', key, mostImports));
        else {
          this.learn(imported);
          queue.push(key);
        }
      }
    }
    return reach;
  }

  /** Where the imports of a known file can lie: in folders around it, and in `src` of the workspace folder. */
  private candidatesFrom(key: string, root: vscode.Uri): readonly { key: string; uri: vscode.Uri }[] {
    const found = new Map<string, vscode.Uri>();
    for (const path of this.checker.importsOf(key)) {
      const uri = uriOfKey(path, root);
      if (!uri) continue;
      found.set(path, uri);
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (!folder) continue;
      const inside = uri.path.slice(folder.uri.path.length).replace(/^\//, '');
      const inSources = vscode.Uri.joinPath(folder.uri, 'src', inside);
      if (!inside.startsWith('src/')) found.set(keyOf(inSources), inSources);
    }
    return [...found].map(([path, uri]) => ({ key: path, uri }));
  }

  private async readImport(
    key: string,
    uri: vscode.Uri,
    open: OpenPrograms,
    unread: string[],
  ): Promise<SourceProgram | null> {
    const shown = open.get(key);
    if (shown) return shown;
    if (!vscode.workspace.getWorkspaceFolder(uri)) return null;
    const file = await this.files.read(uri);
    if (file && 'problem' in file) unread.push(`${vscode.workspace.asRelativePath(uri)}: ${file.problem}`);
    if (!file || 'problem' in file) return null;
    return { key, uri, program: plainProgram(file.text), partUris: [uri], cellNumbers: null };
  }
}
