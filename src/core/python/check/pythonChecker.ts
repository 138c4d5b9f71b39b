import { type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { mentionsLoss } from '../lossNames';
import type { Module } from '../syntax/ast';
import { errorRanges } from '../syntax/nodes';
import { readModule } from '../syntax/readModule';
import type { CheckResult, CodeFinding, SourceFile, UnreadRange } from './codeFinding';
import { followProgram } from './followProgram';
import { isIgnored } from './ignoreComments';
import { importsIn } from './importsIn';
import { candidatesOf } from './moduleFiles';
import { Report } from './report';

interface KnownFile {
  readonly text: string;
  readonly tree: Tree;
  /** Read when it is first needed. */
  module: Module | null;
}

/**
 * Checks how Python programs use CrossEntropyLoss, NLLLoss and KLDivLoss. Keeps what it knows of each file, so
 * that an edit costs little. Never runs anything and never throws on any text; what it cannot follow, it says
 * nothing about.
 */
export class PythonChecker {
  private readonly files = new Map<string, KnownFile>();

  /** Adds a file or replaces its text. */
  set(path: string, text: string): void {
    const known = this.files.get(path);
    if (known?.text === text) return;
    const fragments = known ? fragmentsOf(known, text) : [];
    this.files.set(path, { text, tree: parser.parse(text, fragments), module: null });
  }

  delete(path: string): void {
    this.files.delete(path);
  }

  /** Paths that the imports of a file may mean, best first for each import; some may not exist. */
  importsOf(path: string): readonly string[] {
    const module = this.moduleOf(path);
    if (!module) return [];
    const found = importsIn(module.body).flatMap((one) => candidatesOf(path, one.level, one.module));
    return [...new Set(found)];
  }

  /** Checks these files, or all; imports are followed among all known files. */
  check(paths: readonly string[] = [...this.files.keys()]): CheckResult {
    const texts = new Map([...this.files].map(([path, { text }]) => [path, text]));
    const report = new Report(texts);
    const wanted = paths.filter((path) => this.isRelevant(path));
    const modules = new Map<string, Module>();
    for (const path of this.reachable(wanted)) {
      const module = this.moduleOf(path);
      if (module) modules.set(path, module);
    }
    followProgram(modules, wanted, report);
    const asked = new Set(paths);
    const findings = report.findings.filter(
      ({ path, from, code }) => asked.has(path) && !isIgnored(texts.get(path) ?? '', from, code),
    );
    return {
      findings: [...findings].sort(inOrder),
      sites: report.lossSites.filter(({ path }) => asked.has(path)),
      unread: paths.flatMap((path) => this.unreadOf(path)),
    };
  }

  private moduleOf(path: string): Module | null {
    const file = this.files.get(path);
    if (!file) return null;
    file.module ??= readModule(file.tree, file.text);
    return file.module;
  }

  /** Files that neither name a loss nor import one that does have nothing to find. */
  private isRelevant(path: string): boolean {
    return [...this.reachable([path])].some((one) => namesSomething(this.files.get(one)?.text ?? ''));
  }

  /** These files and all that they import. */
  private reachable(paths: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...paths];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (found.has(path) || !this.files.has(path)) continue;
      found.add(path);
      open.push(...this.importsOf(path).filter((one) => this.files.has(one)));
      open.push(...this.bySuffix(path));
    }
    return found;
  }

  /** Files that imports of a file mean by the end of their path. */
  private bySuffix(path: string): readonly string[] {
    const module = this.moduleOf(path);
    if (!module) return [];
    const ends = importsIn(module.body).flatMap(({ level, module: name }) =>
      level > 0 || name === ''
        ? []
        : [`/${name.replaceAll('.', '/')}.py`, `/${name.replaceAll('.', '/')}/__init__.py`],
    );
    return ends.length === 0
      ? []
      : [...this.files.keys()].filter((one) => ends.some((end) => one.endsWith(end)));
  }

  private unreadOf(path: string): readonly UnreadRange[] {
    const file = this.files.get(path);
    const errors = file ? errorRanges(file.tree.topNode) : [];
    if (errors.length === 0) return [];
    const places = errors.length === 1 ? 'one place is' : `${errors.length} places are`;
    return [{ path, ...errors[0], message: `${places} no Python that could be read; the rest was checked` }];
  }
}

/** Checks files that are all given at once. */
export function checkPython(files: readonly SourceFile[]): CheckResult {
  const checker = new PythonChecker();
  for (const { path, text } of files) checker.set(path, text);
  return checker.check();
}

function namesSomething(text: string): boolean {
  return mentionsLoss(text) || (text.includes('softmax') && text.includes('log('));
}

/** What can be used again of the tree after an edit. */
function fragmentsOf({ text: before, tree }: KnownFile, text: string): readonly TreeFragment[] {
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
  return TreeFragment.applyChanges(TreeFragment.addTree(tree), [change]);
}

function inOrder(a: CodeFinding, b: CodeFinding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.from - b.from;
}
