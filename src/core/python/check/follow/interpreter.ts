import type { TextRange } from '../../../textRange';
import type { ClassDefinition, Expression, FunctionDefinition, Lambda, Statement } from '../../syntax/ast';
import type { FileRange } from '../findings/codeFinding';
import type { Report } from '../findings/report';
import type { CallSite } from '../values/callSite';
import type { Heap } from '../values/heap';
import type {
  Alternative,
  Cells,
  ClassValue,
  FileValue,
  FunctionValue,
  GivenArgument,
  InstanceValue,
  Value,
} from '../values/value';
import type { When } from '../values/when';

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
  /** The modules of a package and below it. */
  findIn(from: string, name: string): readonly FileValue[];
}

/**
 * Follows a program with abstract values: what is not known stays unknown, and both ways of a branch are taken
 * when its condition is not known. The parts that follow expressions, statements and calls are given this, and reach
 * each other through it alone.
 */
export interface Interpreter {
  readonly report: Report;
  readonly modules: ModuleLoader;
  readonly heap: Heap;
  /** Attributes and items of unknown things, by symbol. */
  readonly symbols: Cells;
  /** What was last written in place into the memory of tensors, by its id. */
  readonly memories: Cells;
  /** Classes with the instances made of them. */
  readonly instances: Map<ClassDefinition, InstanceValue[]>;
  /** Functions as last defined. */
  readonly defined: Map<FunctionDefinition, FunctionValue>;
  /** Functions whose body was followed. */
  readonly followed: Set<FunctionDefinition>;
  /** The functions that are being followed, to notice recursion. */
  readonly active: (FunctionDefinition | Lambda)[];
  /** The condition under which the present statement is reached. */
  path: When;
  frame: Frame;
  readonly isExhausted: boolean;
  /** A new budget for an entry point. */
  start(): void;
  /** Another number each time. */
  id(): number;
  /** The value of an expression. */
  evaluate(node: Expression): Value;
  execute(body: readonly Statement[]): void;
  /** Calls each of the values that `callee` may be. */
  call(callee: Value, args: readonly GivenArgument[], site: CallSite): Value;
  /** One step further into an expression; `otherwise` when it is nested too deep, or the budget is used up. */
  deeper<T>(otherwise: T, step: () => T): T;
  /** Runs `body` in a frame of its own; what it returns, or null when calls are nested too deep. */
  inFrame(frame: Frame, body: () => void): Value | null;
  /** Takes both ways of a branch and goes on with what either leaves. */
  branch(yes: When, no: When, then: () => void, otherwise: () => void): void;
  /** Takes a way any number of times: the rounds of `loop`. */
  repeat(loop: Statement, way: () => void): void;
  place(range: TextRange): FileRange;
  /** What a name holds, undefined when the program does not bind it. */
  lookUp(name: string): Value | undefined;
  setName(name: string, value: Value): void;
  /** The value that is left of several on the present path. */
  here(value: Value): Value;
}
