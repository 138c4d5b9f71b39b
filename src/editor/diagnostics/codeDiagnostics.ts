import * as vscode from 'vscode';
import {
  keyOf,
  openSources,
  programOf,
  programOfFile,
  type SourceProgram,
  sourceOf,
} from '../../document/pythonPrograms';
import type { WorkspaceFiles } from '../../document/workspaceFiles';
import { CheckedFiles } from '../checkedFiles';
import { isExcluded } from '../excludedFiles';
import { guarded } from '../guarded';
import { isCheckEnabled, section } from '../settings';
import { type DocsLinks, FindingDocs } from './findingDocs';
import type { LocatedFinding, LocatedSite } from './places';
import { type CheckedProgram, type OpenPrograms, ProgramChecker } from './programChecker';
import { diagnosticOf, shownFindings } from './shownFindings';
import { topPrograms } from './topPrograms';

/** Wait after the last keystroke before code is checked. Unit: ms. */
const checkDelay = 300;

/** How often a check is begun anew for somebody who waits, while something changes. */
const mostAttempts = 5;

/** Languages whose documents can hold code that is checked. */
const checkedLanguages = ['python', 'markdown'];

export const checkedSelector: vscode.DocumentSelector = checkedLanguages.map((language) => ({ language }));

/**
 * Checks Python code while it is typed: files, notebooks and Markdown that are open, and those of the last check
 * of the workspace, again whenever they or something that they import has changed.
 */
export class CodeDiagnostics implements vscode.Disposable {
  private readonly checker: ProgramChecker;
  private readonly collection = vscode.languages.createDiagnosticCollection('lossLens');
  private readonly results = new Map<string, CheckedProgram>();
  /** Keys of the programs that are to be checked again. */
  private readonly dirty = new Set<string>();
  /** Programs of the last check of the workspace, which stay checked when they are closed. */
  private readonly kept = new Map<string, vscode.Uri>();
  private readonly docs: FindingDocs;
  private readonly owned: vscode.Disposable;
  private readonly runGuarded: () => Promise<void>;
  /** Key of what changed last. */
  private touched = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts changes: a check that has begun before the last one is stale. */
  private revision = 0;

  constructor(
    extensionUri: vscode.Uri,
    private readonly files: WorkspaceFiles,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const checked = new CheckedFiles(files);
    this.checker = new ProgramChecker(files, checked.all);
    this.docs = new FindingDocs(extensionUri);
    this.runGuarded = guarded(log, () => this.run());
    const { workspace } = vscode;
    this.owned = vscode.Disposable.from(
      this.collection,
      checked,
      workspace.onDidOpenTextDocument((document) => {
        // Where nothing watches the disk, this may be the first that is known of the file.
        if (document.languageId === 'python') this.touchImporters(document.uri);
        this.touchDocument(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.touchDocument(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.touchDocument(document);
      }),
      workspace.onDidOpenNotebookDocument(({ uri }) => this.touch(keyOf(uri))),
      workspace.onDidCloseNotebookDocument(({ uri }) => this.touch(keyOf(uri))),
      workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) this.touch(keyOf(notebook.uri));
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.touchAll();
      }),
      files.onDidMove((uri) => this.touchImporters(uri)),
      files.onDidChange((uri) => this.touchFile(uri)),
    );
    this.touchAll();
  }

  /** What is to be shown in a document; none while it could not be brought up to date. */
  async findingsIn(document: vscode.TextDocument): Promise<readonly LocatedFinding[]> {
    if (!(await this.isUpToDate(document))) return [];
    const name = document.uri.toString();
    return shownFindings(this.fresh(), (uri) => uri === name).get(name) ?? [];
  }

  /** The calls of losses in a document; none while it could not be brought up to date. */
  async sitesIn(document: vscode.TextDocument): Promise<readonly LocatedSite[]> {
    if (!(await this.isUpToDate(document))) return [];
    const name = document.uri.toString();
    const fresh = this.fresh();
    const isHere = ({ location }: LocatedSite) => location.uri.toString() === name;
    const some = fresh.filter(({ sites }) => sites.some(isHere));
    const found = topPrograms(some, fresh).flatMap(({ sites }) => sites.filter(isHere));
    // Where one program knows what reaches a loss and another does not, the first of them tells.
    return found.sort((a, b) => Math.sign(b.chain.length) - Math.sign(a.chain.length));
  }

  /** Shows what a check of the workspace found, and keeps it up to date. */
  async adopt(programs: readonly CheckedProgram[]): Promise<void> {
    const links = await this.docs.links();
    const before = [...this.results.values()];
    for (const key of this.kept.keys()) this.results.delete(key);
    this.kept.clear();
    for (const checked of programs) {
      this.kept.set(checked.source.key, checked.source.uri);
      this.results.set(checked.source.key, checked);
    }
    this.publish([...before, ...programs], links);
    this.touchOpen();
  }

  /** What was checked since it last changed. */
  private fresh(): readonly CheckedProgram[] {
    return [...this.results].filter(([key]) => !this.dirty.has(key)).map(([, checked]) => checked);
  }

  private touchDocument(document: vscode.TextDocument): void {
    const source = sourceOf(document);
    const key = keyOf(source.uri);
    const isCode = 'notebookType' in source || checkedLanguages.includes(document.languageId);
    if (isCode || this.results.has(key)) this.touch(key);
  }

  /** A file or folder changed on the disk; what the editor shows of a file counts for more. */
  private touchFile(uri: vscode.Uri): void {
    const changed = keyOf(uri);
    if (openSources().some((source) => keyOf(source.uri) === changed)) return;
    const isThere = (key: string) => key === changed || key.startsWith(`${changed}/`);
    for (const [key, { reach }] of this.results) if ([...reach].some(isThere)) this.touch(key);
  }

  /** A file has come, gone, or become known: imports may mean it, or another one now, wherever it lies. */
  private touchImporters(uri: vscode.Uri): void {
    // A package is imported by the name of its folder.
    const parts = uri.path.split('/');
    const ending = parts.slice(parts.at(-1) === '__init__.py' ? -2 : -1).join('/');
    const isMeant = (key: string) => key.endsWith(`/${ending}`);
    for (const [key, { reach }] of this.results) if ([...reach].some(isMeant)) this.touch(key);
  }

  private touchOpen(): void {
    for (const { uri } of openSources()) this.touch(keyOf(uri));
  }

  private touchAll(): void {
    for (const key of this.results.keys()) this.touch(key);
    this.touchOpen();
  }

  /** Has a program checked soon, and all that depend on it. */
  private touch(key: string): void {
    this.revision++;
    this.touched = key;
    this.dirty.add(key);
    for (const [other, { reach }] of this.results) if (reach.has(key)) this.dirty.add(other);
    this.runSoon();
  }

  private runSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.runGuarded, checkDelay);
  }

  /** Checks a document at once when it has changed since its last check. */
  private async isUpToDate(document: vscode.TextDocument): Promise<boolean> {
    const key = keyOf(sourceOf(document).uri);
    const needed = [key, ...this.findingIn(document.uri)];
    await guarded(this.log, async () => {
      for (const one of needed)
        for (let attempt = 0; attempt < mostAttempts && this.dirty.has(one); attempt++)
          await this.recheck(one);
    })();
    return this.results.has(key) && !this.dirty.has(key);
  }

  /** Keys of the programs that have findings in a document. */
  private findingIn(uri: vscode.Uri): readonly string[] {
    const name = uri.toString();
    return [...this.results]
      .filter(([, { findings }]) => findings.some(({ location }) => location.uri.toString() === name))
      .map(([key]) => key);
  }

  /** What is to be checked: first what changed last, then what told of it, then all else that is open. */
  private inTurn(): readonly string[] {
    const { touched } = this;
    const source = this.results.get(touched)?.source;
    const telling = source?.partUris.flatMap((uri) => this.findingIn(uri)) ?? [];
    const open = openSources().map(({ uri }) => keyOf(uri));
    return [...new Set([touched, ...telling, ...open, ...this.dirty])].filter((key) => this.dirty.has(key));
  }

  /** Checks what is to be checked, until something changes again. */
  private async run(): Promise<void> {
    for (const key of this.inTurn()) {
      if (!this.dirty.has(key)) continue;
      if (!(await this.recheck(key))) return;
      // Keys and mouse first.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    this.checker.keepOnly(new Set([...this.results.values()].flatMap(({ reach }) => [...reach])));
  }

  /** Checks a program; false when something changed meanwhile, so that it has to be checked again. */
  private async recheck(key: string): Promise<boolean> {
    const { revision } = this;
    const isStale = () => revision !== this.revision;
    try {
      const open = openPrograms();
      const source = open.get(key) ?? (await this.keptSource(key));
      const isChecked = source !== null && isWanted(source);
      const checked = isChecked ? await this.checker.check(source, open, isStale) : undefined;
      const links = await this.docs.links();
      if (checked === null || isStale()) return false;
      this.dirty.delete(key);
      this.replace(key, checked, links);
      return true;
    } catch (error) {
      // What fails once is not tried again before it changes; the others still have their turn.
      this.dirty.delete(key);
      this.runSoon();
      throw error;
    }
  }

  /** The program of a file of the last check of the workspace; null when it is gone. */
  private async keptSource(key: string): Promise<SourceProgram | null> {
    const uri = this.kept.get(key);
    const file = uri ? await this.files.read(uri) : null;
    if (!uri || !file || 'problem' in file) return null;
    try {
      return programOfFile(uri, file.text);
    } catch {
      // A notebook that is being written, or was never one: nothing in it can be checked.
      return null;
    }
  }

  private replace(key: string, checked: CheckedProgram | undefined, links: DocsLinks): void {
    const before = this.results.get(key);
    this.results.delete(key);
    if (checked) this.results.set(key, checked);
    this.publish(
      [before, checked].filter((one) => one !== undefined),
      links,
    );
  }

  /** Shows the findings of all documents that these programs, or what they import, have or had some in. */
  private publish(programs: readonly CheckedProgram[], links: DocsLinks): void {
    const parts = new Set(programs.flatMap(({ files }) => [...files]));
    const imported = [...parts].flatMap((key) => this.results.get(key) ?? []);
    const uris = new Map(
      [...programs, ...imported].flatMap(({ findings }) =>
        findings.map(({ location: { uri } }): [string, vscode.Uri] => [uri.toString(), uri]),
      ),
    );
    const found = shownFindings(this.results.values(), (uri) => uris.has(uri));
    for (const [name, uri] of uris) {
      this.collection.set(
        uri,
        found.get(name)?.map((finding) => diagnosticOf(finding, links)),
      );
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.revision++;
    this.owned.dispose();
  }
}

/** The programs of all that is open. */
export function openPrograms(): OpenPrograms {
  const programs = openSources().map(programOf);
  return new Map(programs.filter((one) => one !== null).map((one) => [one.key, one]));
}

function isWanted({ uri }: SourceProgram): boolean {
  return isCheckEnabled(uri) && !isExcluded(uri);
}
