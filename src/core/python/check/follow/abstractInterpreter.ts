import type { TextRange } from '../../../textRange';
import type { ClassDefinition, Expression, FunctionDefinition, Lambda, Statement } from '../../syntax/ast';
import type { FileRange } from '../findings/codeFinding';
import type { Report } from '../findings/report';
import type { CallSite } from '../values/callSite';
import { alternativesOf, choose } from '../values/choice';
import { Heap } from '../values/heap';
import {
  type Alternative,
  type Cells,
  type ChoiceValue,
  type FunctionValue,
  type GivenArgument,
  type InstanceValue,
  none,
  unknown,
  type Value,
} from '../values/value';
import { always, both, type When } from '../values/when';
import { call, isModel } from './calls/calls';
import { evaluate } from './expressions';
import type { Frame, Interpreter, ModuleLoader } from './interpreter';
import { current } from './memory';
import { execute } from './statements';

/** Steps that one entry point may take, so that no program takes forever. */
const mostSteps = 150_000;

/** Calls inside of calls; deeper ones stay unknown. */
const deepestCall = 14;

/** Expressions and statements inside of each other, over all calls. */
const deepestNesting = 900;

/** The interpreter, with the state that all its parts share. */
export class AbstractInterpreter implements Interpreter {
  readonly heap = new Heap();
  readonly symbols: Cells = new Map();
  readonly memories: Cells = new Map();
  readonly instances = new Map<ClassDefinition, InstanceValue[]>();
  readonly defined = new Map<FunctionDefinition, FunctionValue>();
  readonly followed = new Set<FunctionDefinition>();
  readonly active: (FunctionDefinition | Lambda)[] = [];
  path: When = always;
  frame: Frame;
  private calls = 0;
  private nesting = 0;
  private steps = 0;
  private nextId = 1;
  /** The loops around the present statement, over all calls. */
  private loops = 0;
  /** In the second round of one of them. */
  private isAgain = false;
  /** Loops that were followed twice since the outermost of these began. */
  private readonly repeated = new Set<Statement>();

  constructor(
    readonly report: Report,
    readonly modules: ModuleLoader,
    frame: Frame,
  ) {
    this.frame = frame;
  }

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

  call(callee: Value, args: readonly GivenArgument[], site: CallSite): Value {
    return call(this, callee, args, site);
  }

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

  inFrame(frame: Frame, body: () => void): Value | null {
    if (this.calls >= deepestCall) return null;
    const { frame: outer, path, report } = this;
    const { isErrorExpected } = report;
    this.calls++;
    this.frame = frame;
    report.isErrorExpected = false;
    body();
    report.isErrorExpected = isErrorExpected;
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

  /**
   * The second round sees what the first one left. Inside of it, loops that had their own second round already take
   * only one, so that nested loops take time in proportion to their depth.
   */
  repeat(loop: Statement, way: () => void): void {
    const { isAgain } = this;
    this.loops++;
    if (!this.isStableAfter(way) && !(isAgain && this.repeated.has(loop))) {
      this.repeated.add(loop);
      this.isAgain = true;
      this.isStableAfter(way);
      this.isAgain = isAgain;
    }
    this.loops--;
    if (this.loops === 0) this.repeated.clear();
  }

  /** Takes a way that may be taken or not; true when it left nothing changed that was there before. */
  private isStableAfter(way: () => void): boolean {
    const { path } = this;
    const mark = this.heap.mark();
    way();
    this.path = path;
    this.frame.isLive = true;
    return !this.heap.mergeLoop(this.heap.rewind(mark));
  }

  place({ from, to }: TextRange): FileRange {
    return { path: this.frame.path, from, to };
  }

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

  here(value: Value): Value {
    if (value.type !== 'choice' || this.path.size === 0) return value;
    const left = alternativesOf(value).filter(({ when }) => both(when, this.path) !== null);
    if (left.length === value.alternatives.length) return value;
    return isOneOfModels(value) && left.length > 0
      ? { type: 'choice', alternatives: left.map(asItsModel) }
      : choose(left);
  }
}

function isOneOfModels({ alternatives }: ChoiceValue): boolean {
  return alternatives.filter(({ value }) => isModel(value)).length > 1;
}

/** What comes from one of several models is told of that model, also where the path leaves no other. */
function asItsModel(one: Alternative): Alternative {
  return isModel(one.value) ? { ...one, model: one.value } : one;
}
