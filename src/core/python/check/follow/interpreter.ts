import type { TextRange } from '../../../textRange';
import type { ClassDefinition, Expression, FunctionDefinition, Lambda, Statement } from '../../syntax/ast';
import type { FileRange } from '../findings/codeFinding';
import type { Report } from '../findings/report';
import { alternativesOf, choose } from '../values/choice';
import { Heap } from '../values/heap';
import type {
  Alternative,
  Cells,
  ClassValue,
  FileValue,
  FunctionValue,
  InstanceValue,
  Value,
} from '../values/value';
import { none, unknown } from '../values/value';
import { always, both, type When } from '../values/when';
import { evaluate } from './expressions';
import { current } from './memory';
import { execute } from './statements';

/** One function, class body or module being followed. */
export interface Frame {
  readonly path: string;
  /** Innermost first; the last one is that of the module. */
  readonly scopes: readonly Cells[];
  /** Name for messages: `Net.forward`; '' for a module. */
  readonly name: string;
  readonly owner: ClassValue | null;
  readonly self: Value | null;
  /** Names declared `global` or `nonlocal`. */
  readonly outerNames: Set<string>;
  returns: Alternative[];
  /** What a generator has given so far. */
  readonly yields: Value[];
  /** False after `return` or `raise`. */
  isLive: boolean;
}

/** Finds the files that imports mean. */
export interface ModuleLoader {
  /** `level`: number of leading dots. Null when it is no file of the workspace. */
  find(from: string, level: number, module: string): FileValue | null;
}

/** Steps that one entry point may take, so that no program takes forever. */
const mostSteps = 150_000;

/** Calls inside of calls; deeper ones stay unknown. */
const deepestCall = 14;

/** Expressions and statements inside of each other, over all calls. */
const deepestNesting = 900;

/**
 * Follows a program with abstract values: what is not known stays unknown, and both ways of a branch are taken
 * when its condition is not known. Holds the state that all parts share.
 */
export class Interpreter {
  readonly heap = new Heap();
  /** Attributes and items of unknown things, by symbol. */
  readonly symbols: Cells = new Map();
  /** What was last written in place into the memory of tensors, by its id. */
  readonly memories: Cells = new Map();
  /** Classes with the instances made of them. */
  readonly instances = new Map<ClassDefinition, InstanceValue[]>();
  /** Functions as last defined. */
  readonly defined = new Map<FunctionDefinition, FunctionValue>();
  /** Functions whose body was followed. */
  readonly followed = new Set<FunctionDefinition>();
  /** The functions that are being followed, to notice recursion. */
  readonly active: (FunctionDefinition | Lambda)[] = [];
  /** The condition under which the present statement is reached. */
  path: When = always;
  frame: Frame;
  private calls = 0;
  private nesting = 0;
  private steps = 0;
  private nextId = 1;

  constructor(
    readonly report: Report,
    readonly modules: ModuleLoader,
    frame: Frame,
  ) {
    this.frame = frame;
  }

  /** A new budget for an entry point. */
  start(): void {
    this.steps = 0;
    this.path = always;
  }

  id(): number {
    return this.nextId++;
  }

  evaluate(node: Expression): Value {
    return this.deeper(unknown, () => current(this, evaluate(this, node)));
  }

  /** One step further into an expression; `otherwise` when it is nested too deep, or the budget is used up. */
  deeper<T>(otherwise: T, step: () => T): T {
    if (++this.steps > mostSteps || this.nesting > deepestNesting) return otherwise;
    this.nesting++;
    const result = step();
    this.nesting--;
    return result;
  }

  execute(body: readonly Statement[]): void {
    if (this.nesting > deepestNesting) return;
    this.nesting++;
    for (const statement of body) {
      if (!this.frame.isLive || ++this.steps > mostSteps) break;
      execute(this, statement);
    }
    this.nesting--;
  }

  get isExhausted(): boolean {
    return this.steps > mostSteps;
  }

  /** Runs `body` in a frame of its own; what it returns, or null when calls are nested too deep. */
  inFrame(frame: Frame, body: () => void): Value | null {
    if (this.calls >= deepestCall) return null;
    const { frame: outer, path } = this;
    this.calls++;
    this.frame = frame;
    body();
    const ends = frame.isLive ? [{ value: none, when: this.path, model: null }] : [];
    this.frame = outer;
    this.path = path;
    this.calls--;
    return frame.returns.length === 0 ? none : choose([...frame.returns, ...ends]);
  }

  /** Takes one way of a branch, undone afterwards: what it changed, and where it ended. */
  private tryWay(when: When, way: () => void) {
    const mark = this.heap.mark();
    const { path } = this;
    const isPossible = both(path, when);
    this.path = isPossible ?? path;
    if (isPossible === null) this.frame.isLive = false;
    else way();
    const end = { isLive: this.frame.isLive, path: this.path, changes: this.heap.rewind(mark) };
    this.path = path;
    this.frame.isLive = true;
    return end;
  }

  /** Takes both ways of a branch and goes on with what either leaves. */
  branch(yes: When, no: When, then: () => void, otherwise: () => void): void {
    const a = this.tryWay(yes, then);
    const b = this.tryWay(no, otherwise);
    if (a.isLive && b.isLive) this.heap.merge(a.changes, b.changes, yes, no);
    else if (a.isLive || b.isLive) {
      const { changes, path } = a.isLive ? a : b;
      this.heap.apply(changes);
      this.path = path;
    } else this.frame.isLive = false;
  }

  /** Takes a way any number of times. */
  repeat(way: () => void): void {
    for (let round = 0; round < 2; round++) {
      const { path } = this;
      const mark = this.heap.mark();
      way();
      this.path = path;
      this.frame.isLive = true;
      const changes = this.heap.rewind(mark);
      const isStable = !this.heap.mergeLoop(changes);
      if (isStable) return;
    }
  }

  place({ from, to }: TextRange): FileRange {
    return { path: this.frame.path, from, to };
  }

  /** What a name holds, undefined when the program does not bind it. */
  lookUp(name: string): Value | undefined {
    for (const scope of this.frame.scopes) {
      const value = scope.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  setName(name: string, value: Value): void {
    const { scopes, outerNames } = this.frame;
    const scope = outerNames.has(name)
      ? (scopes.slice(1).find((cells) => cells.has(name)) ?? scopes[scopes.length - 1])
      : scopes[0];
    this.heap.write(scope, name, value);
  }

  /** The value that is left of several on the present path. */
  here(value: Value): Value {
    if (value.type !== 'choice' || this.path.size === 0) return value;
    const left = alternativesOf(value).filter(({ when }) => both(when, this.path) !== null);
    return left.length === value.alternatives.length ? value : choose(left);
  }
}
