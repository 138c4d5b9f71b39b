import type { Module, Statement } from '../../syntax/ast';
import { statementsOf, walk } from '../../syntax/walk';
import { mentionsLoss } from '../../torch/losses';
import type { FileRange } from '../findings/codeFinding';
import type { Report } from '../findings/report';
import { AbstractInterpreter } from '../follow/abstractInterpreter';
import { instantiate, selfArgument } from '../follow/calls/classes';
import { callFunction } from '../follow/calls/functions';
import type { Frame, Interpreter, ModuleLoader } from '../follow/interpreter';
import {
  type ClassValue,
  constant,
  type FileValue,
  type FunctionValue,
  type GivenArgument,
  type InstanceValue,
  type Value,
} from '../values/value';
import { callersOfHooks } from './hooks';
import { packagesIn } from './importsByName';
import { importsIn } from './importsIn';
import { LossReach } from './lossReach';
import { emptyModule, type ModuleFiles } from './moduleFiles';
import { UnusedMethods } from './unusedMethods';

/** Longest chain of modules that import each other. */
const deepestImport = 60;

/** Rounds of functions that only show up while others are followed. */
const mostRounds = 4;

/**
 * Follows the modules at `paths`: what they do when they are run, and each function and method that nothing in
 * them calls, with arguments of which nothing is known. Yields between these, so that long work can be paused.
 */
export function* followProgram(
  modules: ReadonlyMap<string, Module>,
  paths: readonly string[],
  files: ModuleFiles,
  report: Report,
): Generator<void> {
  const program = new Program(modules, files, report);
  for (const path of paths) yield* program.load(path);
  yield* program.followTheRest(new Set(paths));
}

class Program implements ModuleLoader {
  private readonly loaded = new Map<string, FileValue>();
  private readonly run: Interpreter;
  private readonly samples = new Map<ClassValue, InstanceValue>();
  private readonly unused: UnusedMethods;
  private importDepth = 0;

  constructor(
    private readonly modules: ReadonlyMap<string, Module>,
    private readonly files: ModuleFiles,
    private readonly report: Report,
  ) {
    this.run = new AbstractInterpreter(report, this, frameOf(emptyModule('')));
    this.unused = new UnusedMethods(modules);
  }

  /** The module as far as it has been followed: all of it, unless modules import each other. */
  find(from: string, level: number, module: string): FileValue | null {
    const path = this.files.resolve(from, level, module);
    return path === null ? null : (this.loaded.get(path) ?? null);
  }

  findIn(from: string, name: string): readonly FileValue[] {
    return this.files.inPackage(from, name).flatMap((path) => this.loaded.get(path) ?? []);
  }

  /** Follows a module after those that it imports, each in a step of its own. */
  *load(path: string): Generator<void> {
    const module = this.modules.get(path);
    if (!module || this.loaded.has(path) || this.importDepth >= deepestImport) return;
    const file = emptyModule(path);
    file.cells.set('__name__', constant('__main__'));
    this.loaded.set(path, file);
    this.importDepth++;
    // Before the module itself, because what is written inside of a branch is undone.
    for (const { level, module: name } of importsIn(module.body)) {
      const imported = this.files.resolve(path, level, name);
      if (imported !== null) yield* this.load(imported);
    }
    for (const imported of this.importedByName(path)) yield* this.load(imported);
    this.importDepth--;
    this.run.start();
    this.report.entry = path;
    this.run.frame = frameOf(file);
    this.run.execute(module.body);
    this.noteEnd({ path, from: 0, to: 0 }, '');
    yield;
  }

  /** Paths of the modules that a file may import by names which it puts together. */
  private importedByName(path: string): readonly string[] {
    const text = this.report.textOf({ path, from: 0, to: Number.POSITIVE_INFINITY });
    return packagesIn(text).flatMap((name) => this.files.inPackage(path, name));
  }

  *followTheRest(paths: ReadonlySet<string>): Generator<void> {
    const { run, report } = this;
    for (const instance of [...run.instances.values()].flat()) instance.cells.delete('training');
    yield* this.followHooks(paths);
    const called = new Set(run.followed);
    const reach = new LossReach({
      modules: this.modules,
      resolve: (from, level, module) => this.files.resolve(from, level, module),
      importedByName: (path) => this.importedByName(path),
    });
    for (let round = 0; round < mostRounds; round++) {
      const known = [...run.defined.values()].filter(
        ({ definition, path }) =>
          paths.has(path) && definition.type === 'function' && !run.followed.has(definition),
      );
      const left = known.filter((target) => reach.has(target));
      if (left.length === 0) return;
      for (const target of known) {
        // What leads to no loss can still change an object that another function takes one with.
        const isShaping = writesSelf(target) && (reach.has(target) || this.isMade(target.owner));
        if (!isShaping) continue;
        report.isMuted = true;
        this.followAlone(target);
        report.isMuted = false;
        yield;
      }
      const ways = left.map((target) => ({ target, isUnused: this.unused.has(target, called) }));
      const [first, last] = [ways.filter((one) => !one.isUnused), ways.filter((one) => one.isUnused)];
      for (const { target } of first) {
        this.followAlone(target);
        yield;
      }
      for (const { target } of last) {
        report.possibly(() => this.followAlone(target));
        yield;
      }
    }
  }

  /**
   * Follows what the bases of a class that is never made hand to the methods it has in place of theirs: what is found in
   * the class itself counts.
   */
  private *followHooks(paths: ReadonlySet<string>): Generator<void> {
    const { run, report } = this;
    const classes = new Set([...run.defined.values()].flatMap(({ owner }) => (owner ? [owner] : [])));
    for (const of of classes) {
      const place = { path: of.path, from: of.definition.from, to: of.definition.to };
      if (!paths.has(of.path) || run.instances.has(of.definition)) continue;
      if (!mentionsLoss(report.textOf(place))) continue;
      for (const caller of callersOfHooks(of)) {
        const before = new Set(run.followed);
        report.inside(place, () => this.followAs(caller, this.sampleOf(of)));
        // What is not in the class has not been reported, and is followed again.
        const own = new Set(of.cells.values());
        for (const definition of run.followed) {
          const isOwn = [...own].some((one) => one.type === 'function' && one.definition === definition);
          if (!before.has(definition) && !isOwn) run.followed.delete(definition);
        }
        yield;
      }
    }
  }

  /** Follows a function that nothing calls; what it changes may or may not have happened. */
  private followAlone(target: FunctionValue): void {
    const { run } = this;
    const { definition } = target;
    if (definition.type !== 'function') return;
    const isMethod = target.owner !== null && target.binding !== 'static' && target.binding !== 'class';
    const selves: readonly (InstanceValue | null)[] = isMethod ? this.selvesOf(target) : [null];
    const ways = selves.map((self) => () => this.followAs(target, self));
    this.report.inAll(ways);
    run.followed.add(definition);
  }

  /** Follows a method of an object, or a function of none, with arguments of which nothing is known. */
  private followAs(target: FunctionValue, self: InstanceValue | null): void {
    const { run } = this;
    const { definition, path, binding, owner } = target;
    const place = { path, from: definition.from, to: definition.from };
    run.start();
    this.report.entry = path;
    const skipped = self || binding === 'class' ? 1 : 0;
    const first = self ?? (binding === 'class' ? owner : null);
    const args = [...(first ? [selfArgument(first, place)] : []), ...this.openArguments(target, skipped)];
    const mark = run.heap.mark();
    callFunction(run, target, args, self);
    this.noteEnd({ ...place, to: definition.to }, target.name);
    const changes = run.heap.rewind(mark);
    // What a constructor does has happened to the object already.
    const isConstructor = definition.type === 'function' && definition.name === '__init__';
    if (!isConstructor) run.heap.mergeLoop(changes);
  }

  /** Says so when the steps ran out before the end of what was followed last. */
  private noteEnd(place: FileRange, name: string): void {
    if (this.run.isExhausted) this.report.ranOut(place, name);
  }

  private isMade(of: ClassValue | null): boolean {
    return of !== null && this.run.instances.has(of.definition);
  }

  private selvesOf(target: FunctionValue): readonly InstanceValue[] {
    const { owner } = target;
    if (!owner) return [];
    return this.run.instances.get(owner.definition) ?? [this.sampleOf(owner)];
  }

  /** An object of a class that the program makes none of. */
  private sampleOf(owner: ClassValue): InstanceValue {
    const known = this.samples.get(owner);
    if (known) return known;
    const place = { path: owner.path, from: owner.definition.from, to: owner.definition.from };
    const init = owner.cells.get('__init__');
    this.run.start();
    const args = init?.type === 'function' ? this.openArguments(init, 1) : [];
    const sample = instantiate(this.run, owner, args, place);
    this.samples.set(owner, sample);
    return sample;
  }

  /** Arguments of which nothing is known; defaults that are objects stand for themselves, flags can be anything. */
  private openArguments(
    { definition, defaults, path }: FunctionValue,
    skipped: number,
  ): readonly GivenArgument[] {
    const place = { path, from: definition.from, to: definition.from };
    return definition.parameters.slice(skipped).flatMap(({ name, stars }): readonly GivenArgument[] => {
      if (stars > 0) return [];
      const written = defaults.get(name);
      const isObject =
        written !== undefined &&
        !['constant', 'tuple', 'list', 'dict', 'unknown', 'choice'].includes(written.type);
      const value: Value = isObject
        ? written
        : { type: 'unknown', symbol: `$${this.run.id()}`, isGiven: false };
      return [{ ...place, name, stars: 0, value }];
    });
  }
}

function frameOf(file: FileValue): Frame {
  return {
    path: file.path,
    scopes: [file.cells],
    name: '',
    owner: null,
    self: null,
    outerNames: new Set(),
    returns: [],
    yields: [],
    isLive: true,
  };
}

function writesSelf({ definition, owner }: FunctionValue): boolean {
  return owner !== null && definition.type === 'function' && hasAttributeTarget(definition.body);
}

function hasAttributeTarget(body: readonly Statement[]): boolean {
  return [...walk(body, statementsOf)].some(
    (node) => node.type === 'assign' && node.targets.some(({ type }) => type === 'attribute'),
  );
}
