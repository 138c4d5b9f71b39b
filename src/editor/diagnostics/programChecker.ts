import * as vscode from 'vscode';
import { PythonChecker, plainProgram } from '../../core';
import { keyOf, nameOfKey, type SourceProgram, uriOfKey } from '../../document/pythonPrograms';
import type { WorkspaceFiles } from '../../document/workspaceFiles';
import { inSlices } from '../inSlices';
import { type LocatedFinding, type LocatedSite, Places } from './places';

/** Programs of what is open, by their keys. */
export type OpenPrograms = ReadonlyMap<string, SourceProgram>;

/** A program all of whose files are known. */
export interface LoadedProgram {
  readonly source: SourceProgram;
  /** What could not be read of the files that it imports. */
  readonly unread: readonly string[];
  /** Keys of the files that it is made of: itself and all that it imports. */
  readonly files: ReadonlySet<string>;
  /** Keys of the files that it depends on, also of those that do not exist yet. */
  readonly reach: ReadonlySet<string>;
}

/** What a check of one program found. */
export interface CheckedProgram extends LoadedProgram {
  /** In the program itself and in the files that it imports. */
  readonly findings: readonly LocatedFinding[];
  readonly sites: readonly LocatedSite[];
  /** What could not be read of it, and of the files that it imports. */
  readonly unread: readonly string[];
  /** What could not be read or followed of each of its files, by their keys. */
  readonly unreadOf: ReadonlyMap<string, readonly string[]>;
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
    const loaded = await this.load([source], open, isStale);
    return loaded && this.follow(loaded[0], isStale);
  }

  /** Reads all files of some programs, each file once. */
  async load(
    sources: readonly SourceProgram[],
    open: OpenPrograms,
    isStale: () => boolean,
  ): Promise<readonly LoadedProgram[] | null> {
    this.checker.list(await this.list());
    for (const source of sources) this.learn(source);
    const unread = new Map<string, string[]>();
    const candidates = await this.loadImports(sources, open, unread, isStale);
    if (!candidates) return null;
    return inSlices(this.loaded(sources, candidates, unread), isStale);
  }

  private *loaded(
    sources: readonly SourceProgram[],
    candidates: ReadonlyMap<string, readonly string[]>,
    unread: ReadonlyMap<string, readonly string[]>,
  ): Generator<void, readonly LoadedProgram[]> {
    const programs: LoadedProgram[] = [];
    for (const source of sources) {
      const files = this.checker.programOf(source.key);
      const reach = new Set([source.key, ...files.flatMap((file) => candidates.get(file) ?? [])]);
      const problems = files.flatMap((file) => unread.get(file) ?? []);
      programs.push({ source, unread: problems, files: new Set(files), reach });
      yield;
    }
    return programs;
  }

  /** Checks a program that was loaded. */
  async follow(loaded: LoadedProgram, isStale: () => boolean): Promise<CheckedProgram | null> {
    // Wherever a loss is named: what reaches it may be wrong in any file of the program.
    const result = await inSlices(this.checker.steps([...loaded.files]), isStale);
    if (!result) return null;
    const unreadOf = new Map<string, string[]>();
    for (const { path, message } of result.unread)
      unreadOf.set(path, [...(unreadOf.get(path) ?? []), message]);
    const unread = [...(unreadOf.get(loaded.source.key) ?? []), ...loaded.unread];
    const places = new Places(this.known);
    return { ...loaded, findings: places.findings(result), sites: places.sites(result), unread, unreadOf };
  }

  private forget(key: string): void {
    this.known.delete(key);
    this.checker.delete(key);
  }

  /** Reads what programs import, and what that imports; gives the keys of where the imports of each file could be. */
  private async loadImports(
    sources: readonly SourceProgram[],
    open: OpenPrograms,
    unread: Map<string, string[]>,
    isStale: () => boolean,
  ): Promise<ReadonlyMap<string, readonly string[]> | null> {
    const roots = new Map(sources.map(({ key, uri }) => [key, uri]));
    const seen = new Set(roots.keys());
    const found = new Map<string, readonly string[]>();
    const queue = [...roots];
    for (const [from, root] of queue) {
      const candidates = this.candidatesFrom(from, root);
      found.set(
        from,
        candidates.map(({ key }) => key),
      );
      const problems: string[] = [];
      const left = candidates.filter(({ key }) => !seen.has(key));
      for (const { key } of left) seen.add(key);
      const read = await Promise.all(left.map(({ key, uri }) => this.readImport(key, uri, open, problems)));
      if (isStale()) return null;
      for (const [i, { key }] of left.entries()) {
        const imported = read[i];
        if (!imported) this.forget(key);
        else if (queue.length - roots.size >= mostImports)
          problems.push(vscode.l10n.t('{0}: more than {1} imported files', key, mostImports));
        else {
          this.learn(imported);
          queue.push([key, root]);
        }
      }
      if (problems.length > 0) unread.set(from, problems);
    }
    return found;
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
