import { Tree, TreeFragment } from '@lezer/common';
import * as l10n from '../../../l10n';
import type { Module } from '../../syntax/ast';
import { errorsIn } from '../../syntax/nodes';
import { parsableText } from '../../syntax/parsableText';
import { parsePython } from '../../syntax/parsePython';
import { readModule } from '../../syntax/readModule';
import { mentionsCheckedLoss } from '../../torch/checkedLosses';
import type { CheckResult, CodeFinding, SourceFile, UnreadRange } from '../findings/codeFinding';
import { isIgnored } from '../findings/ignoreComments';
import { Report } from '../findings/report';
import { followProgram } from './followProgram';
import { packagesIn } from './importsByName';
import { type ImportedModule, importsIn } from './importsIn';
import { candidatesOf, ModuleFiles } from './moduleFiles';
import { reachable } from './reachable';

interface KnownFile {
  readonly text: string;
  /** What the tree was made from. */
  readonly parsable: string;
  /** null when it is nested too deep for one. */
  readonly tree: Tree | null;
  /** Read when it is first needed. */
  module: Module | null;
  imports: readonly ImportedModule[] | null;
}

/** How the known files hang together. */
interface Imports {
  readonly files: ModuleFiles;
  readonly imports: ImportGraph;
  /** Files that can have findings. */
  readonly relevant: ReadonlySet<string>;
}

type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * Checks how Python programs use CrossEntropyLoss, NLLLoss, KLDivLoss and their sisters. Keeps what it knows of each file, so
 * that an edit costs little. Never runs anything and never throws on any text; what it cannot follow, it says
 * nothing about.
 */
export class PythonChecker {
  private readonly files = new Map<string, KnownFile>();
  private listed: ReadonlySet<string> = new Set();
  /** null when a file has changed since. */
  private graph: Imports | null = null;
  /** null when a file has come or gone since. */
  private modules: ModuleFiles | null = null;

  /** `nameOf` gives the part of a path that says what a file is for: from the folder that is worked in. */
  constructor(private readonly nameOf: (path: string) => string = (path) => path) {}

  /** Adds a file or replaces its text. */
  set(path: string, text: string): void {
    const known = this.files.get(path);
    if (known?.text === text) return;
    this.graph = null;
    if (!known && !this.listed.has(path)) this.modules = null;
    const parsable = parsableText(text);
    const fragments = known ? fragmentsOf(known, parsable) : [];
    const tree = parsePython(parsable, fragments);
    this.files.set(path, { text, parsable, tree, module: null, imports: null });
  }

  delete(path: string): void {
    if (!this.files.delete(path)) return;
    this.graph = null;
    if (!this.listed.has(path)) this.modules = null;
  }

  /** Says which files there are beside those whose texts are known: an import may mean one of them. */
  list(paths: ReadonlySet<string>): void {
    if (paths === this.listed) return;
    this.listed = paths;
    this.graph = null;
    this.modules = null;
  }

  /** Paths that the imports of a file may mean, best first for each import; some may not exist. */
  importsOf(path: string): readonly string[] {
    const files = this.moduleFiles();
    const found = this.importedModules(path).flatMap(({ level, module }) => {
      const resolved = files.resolve(path, level, module);
      return [...candidatesOf(path, level, module), ...(resolved === null ? [] : [resolved])];
    });
    const packages = packagesIn(this.files.get(path)?.text ?? '');
    return [...new Set([...found, ...packages.flatMap((name) => files.inPackage(path, name))])];
  }

  /** The known files of a program: the one that it starts in, and all that it imports. */
  programOf(path: string): readonly string[] {
    return [...reachable([path], edgesOf(this.graphOfImports().imports))].filter((one) =>
      this.files.has(one),
    );
  }

  /** Checks these files, or all; imports are followed among all known files. */
  check(paths?: readonly string[]): CheckResult {
    const steps = this.steps(paths);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  /** The same check in steps of at most a few milliseconds each, for who has other things to do in between. */
  *steps(paths: readonly string[] = [...this.files.keys()]): Generator<void, CheckResult> {
    const texts = new Map([...this.files].map(([path, { text }]) => [path, text]));
    const report = new Report(texts, this.nameOf);
    const { files, imports, relevant } = this.graphOfImports();
    const wanted = paths.filter((path) => relevant.has(path));
    const modules = new Map<string, Module>();
    for (const path of reachable(wanted, edgesOf(imports))) {
      const module = this.moduleOf(path);
      if (module) modules.set(path, module);
      yield;
    }
    yield* followProgram(modules, wanted, files, report);
    const asked = new Set(paths);
    const shown = (findings: readonly CodeFinding[]) =>
      findings
        .filter(({ path, from, code }) => asked.has(path) && !isIgnored(texts.get(path) ?? '', from, code))
        .sort(inOrder);
    return {
      findings: shown(report.findings),
      possible: shown(report.possible),
      sites: report.lossSites.filter(({ path }) => asked.has(path)),
      unread: [
        ...paths.flatMap((path) => this.unreadOf(path)),
        ...report.notFollowed.filter(({ path }) => asked.has(path)),
      ],
    };
  }

  private moduleOf(path: string): Module | null {
    const file = this.files.get(path);
    if (!file) return null;
    file.module ??= readModule(file.tree ?? Tree.empty, file.text);
    return file.module;
  }

  private graphOfImports(): Imports {
    if (!this.graph) {
      const files = this.moduleFiles();
      const imports = this.importGraph(files);
      this.graph = { files, imports, relevant: this.relevant(imports) };
    }
    return this.graph;
  }

  private moduleFiles(): ModuleFiles {
    this.modules ??= new ModuleFiles(new Set([...this.files.keys(), ...this.listed]));
    return this.modules;
  }

  /** The files that each known file imports. */
  private importGraph(files: ModuleFiles): ImportGraph {
    const graph = new Map<string, readonly string[]>();
    for (const [path, file] of this.files) {
      const found = this.importedModules(path).map(({ level, module }) => files.resolve(path, level, module));
      const named = packagesIn(file.text).flatMap((name) => files.inPackage(path, name));
      graph.set(path, [...new Set([...found.filter((one) => one !== null), ...named])]);
    }
    return graph;
  }

  private importedModules(path: string): readonly ImportedModule[] {
    const file = this.files.get(path);
    const module = this.moduleOf(path);
    if (!file || !module) return [];
    file.imports ??= importsIn(module.body);
    return file.imports;
  }

  /** Files that name a loss, or import one that does: the others have nothing to find. */
  private relevant(imports: ImportGraph): ReadonlySet<string> {
    const importers = new Map<string, string[]>();
    for (const [path, imported] of imports) {
      for (const one of imported) importers.set(one, [...(importers.get(one) ?? []), path]);
    }
    const naming = [...this.files].filter(([, { text }]) => namesSomething(text)).map(([path]) => path);
    return reachable(naming, edgesOf(importers));
  }

  private unreadOf(path: string): readonly UnreadRange[] {
    const file = this.files.get(path);
    if (!file) return [];
    if (!file.tree) {
      return [{ path, from: 0, to: file.text.length, message: l10n.t('nested too deep to be checked') }];
    }
    const errors = errorsIn(file.tree.topNode);
    const [first] = errors;
    if (!first) return [];
    const message =
      errors.length === 1
        ? l10n.t('one place is no Python that could be read; the rest was checked')
        : l10n.t('{0} places are no Python that could be read; the rest was checked', errors.length);
    return [{ path, from: first.from, to: first.to, message }];
  }
}

/** Checks files that are all given at once. */
export function checkPython(files: readonly SourceFile[]): CheckResult {
  const checker = new PythonChecker();
  for (const { path, text } of files) checker.set(path, text);
  return checker.check();
}

function edgesOf(graph: ImportGraph): (path: string) => readonly string[] {
  return (path) => graph.get(path) ?? [];
}

function namesSomething(text: string): boolean {
  if (mentionsCheckedLoss(text) || (/softmax/i.test(text) && /(?<!math\.)\blog_?\b/.test(text))) return true;
  return text.includes('labels=') && /LMHeadModel|ForCausalLM/.test(text);
}

/** What can be used again of the tree after an edit. */
function fragmentsOf({ parsable: before, tree }: KnownFile, text: string): readonly TreeFragment[] {
  const shortest = Math.min(before.length, text.length);
  let from = 0;
  while (from < shortest && before.charCodeAt(from) === text.charCodeAt(from)) from++;
  let end = 0;
  while (
    end < shortest - from &&
    before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
  )
    end++;
  const change = { fromA: from, toA: before.length - end, fromB: from, toB: text.length - end };
  return tree ? TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]) : [];
}

function inOrder(a: CodeFinding, b: CodeFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.from - b.from;
}
