import type { SyntaxNode } from '@lezer/common';
import { operationOfModule } from '../text/knownCalls';
import type { LiteralOperation, TensorLiteral } from '../text/literal';
import type { TextRange } from '../textRange';
import {
  type Argument,
  type LossCall,
  type LossName,
  type LossUsage,
  noLossUsage,
  type WrittenOptions,
} from './lossUsage';
import { pythonRegions, withoutRanges } from './pythonRegions';
import { argumentsOf, dottedName, numberOf, parsePython, stringOf } from './pythonTree';
import { effectOfFunction, effectOfMethod } from './tensorMethod';
import { lossOfClass, lossOfFunction, mentionsLoss } from './torch/losses';

/** What a name or an expression stands for, as far as it matters to the losses. */
type Value =
  | { readonly kind: 'tensor'; readonly literal: number; readonly operations: readonly LiteralOperation[] }
  | { readonly kind: 'loss'; readonly loss: LossName; readonly options: WrittenOptions }
  | { readonly kind: 'module'; readonly name: string; readonly dim: number | null }
  | { readonly kind: 'result'; readonly call: number };

/**
 * How a Python text (or the Python fences of a Markdown text) uses the losses: which call gets which of the
 * `literals`, with which options, and whether `backward()` follows. Statements are taken in the order of the
 * text, names as last assigned; what is not followed (functions, attributes of other objects, unknown
 * operations) stays unknown, never guessed.
 */
export function readLossUsage(text: string, literals: readonly TensorLiteral[]): LossUsage {
  if (!mentionsLoss(text)) return noLossUsage;
  const bodies = literals.map(({ body }) => ({ from: body.from + 1, to: body.to - 1 }));
  const holes = bodies.filter(({ from, to }) => to > from);
  const tree = parsePython(text, withoutRanges(pythonRegions(text), holes));
  const reader = new UsageReader(text, literals);
  tree.iterate({ enter: ({ node }) => reader.enter(node), leave: ({ node }) => reader.leave(node) });
  return {
    calls: reader.calls,
    constructorCalls: reader.constructorCalls,
    namesLoss: true,
    namesGrad: text.includes('requires_grad'),
  };
}

/** Expressions nested deeper than this stay unknown, so that no text runs out of stack. */
const deepestExpression = 100;

const scopes: readonly string[] = ['FunctionDefinition', 'LambdaExpression'];

/** One walk over a tree in the order of its text. */
class UsageReader {
  readonly calls: LossCall[] = [];
  readonly constructorCalls: (TextRange & { readonly loss: LossName })[] = [];
  private depth = 0;
  private names = new Map<string, Value>();
  private readonly outerNames: Map<string, Value>[] = [];
  private readonly seen = new Map<string, Value | null>();
  private readonly byRange = new Map<string, number>();

  constructor(
    private readonly text: string,
    literals: readonly TensorLiteral[],
  ) {
    literals.forEach((literal, index) => {
      for (const range of [literal, literal.body, ...literal.operations])
        this.byRange.set(rangeKey(range), index);
    });
  }

  enter(node: SyntaxNode): void {
    if (node.name === 'AssignStatement') this.assign(node);
    else if (node.name === 'CallExpression') this.valueOf(node);
    else if (scopes.includes(node.name)) this.enterScope(node);
    else if (node.name === 'UpdateStatement' || node.name === 'ForStatement') this.forgetNames(node);
  }

  leave(node: SyntaxNode): void {
    if (scopes.includes(node.name)) this.names = this.outerNames.pop() ?? this.names;
  }

  /** Parameters hide the names outside, and what is assigned inside stays inside. */
  private enterScope(node: SyntaxNode): void {
    this.outerNames.push(this.names);
    this.names = new Map(this.names);
    const parameters = node.getChild('ParamList');
    if (parameters) this.forgetNames(parameters);
  }

  private forgetNames(node: SyntaxNode): void {
    for (const name of node.getChildren('VariableName'))
      this.names.delete(this.text.slice(name.from, name.to));
  }

  private assign(statement: SyntaxNode): void {
    const value = statement.lastChild ? this.valueOf(statement.lastChild) : null;
    for (let node = statement.firstChild; node && node !== statement.lastChild; node = node.nextSibling) {
      const name = dottedName(node, this.text);
      if (name === null) continue;
      if (value && statement.getChildren(',').length === 0) this.names.set(name, value);
      else this.names.delete(name);
    }
  }

  private valueOf(node: SyntaxNode): Value | null {
    if (this.depth >= deepestExpression) return null;
    this.depth++;
    const value = this.read(node);
    this.depth--;
    return value;
  }

  private read(node: SyntaxNode): Value | null {
    const literal = this.byRange.get(rangeKey(node));
    if (literal !== undefined) return { kind: 'tensor', literal, operations: [] };
    if (node.name === 'CallExpression') return this.valueOfCall(node);
    if (node.name === 'ParenthesizedExpression' && node.firstChild?.nextSibling) {
      return this.valueOf(node.firstChild.nextSibling);
    }
    const name = dottedName(node, this.text);
    return name === null ? null : (this.names.get(name) ?? null);
  }

  /** Each call is looked at once, at its first mention, so that a later rebinding does not change it. */
  private valueOfCall(node: SyntaxNode): Value | null {
    const key = rangeKey(node);
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    const value = this.readCall(node);
    this.seen.set(key, value);
    return value;
  }

  private readCall(node: SyntaxNode): Value | null {
    const callee = node.firstChild;
    if (!callee) return null;
    const path = dottedName(callee, this.text);
    const word = path?.slice(path.lastIndexOf('.') + 1) ?? '';
    if (path !== null && !this.names.has(path)) {
      const ofClass = lossOfClass(word);
      if (ofClass) return this.construct(node, ofClass.name);
      const ofFunction = lossOfFunction(word);
      if (ofFunction) return this.record(node, ofFunction.name, {});
    }
    const called = this.valueOf(callee);
    if (called?.kind === 'loss') return this.record(node, called.loss, called.options);
    if (called?.kind === 'module') return this.applyModule(node, called.name, called.dim);
    const module = path === null ? null : operationOfModule(path);
    if (module !== null) return this.makeModule(node, module);
    return this.apply(node, callee);
  }

  private construct(node: SyntaxNode, loss: LossName): Value {
    const given = argumentsOf(node, this.text).map(({ name, value }) => ({
      name,
      value: this.valueOf(value),
    }));
    const tensors = given.filter(({ name, value }) => name === null && value?.kind === 'tensor');
    if (tensors.length >= 2) this.constructorCalls.push({ from: node.from, to: node.to, loss });
    return { kind: 'loss', loss, options: this.optionsOf(node, 0) };
  }

  private record(node: SyntaxNode, loss: LossName, options: WrittenOptions): Value | null {
    const given = argumentsOf(node, this.text);
    const find = (position: number, name: string) =>
      given.find((argument) => argument.name === name) ??
      given.filter((argument) => argument.name === null)[position];
    const input = find(0, 'input')?.value;
    const target = find(1, 'target')?.value;
    if (!input) return null;
    this.calls.push({
      from: node.from,
      to: node.to,
      loss,
      input: this.argument(input),
      target: target ? this.argument(target) : null,
      options: { ...options, ...this.optionsOf(node, 2) },
      backward: null,
    });
    return { kind: 'result', call: this.calls.length - 1 };
  }

  /** Options by keyword, and the first positional one after `skip` tensors, which is `weight`. */
  private optionsOf(node: SyntaxNode, skip: number): WrittenOptions {
    const given = argumentsOf(node, this.text);
    const byName = (name: string) => given.find((argument) => argument.name === name)?.value ?? null;
    const weight = byName('weight') ?? given.filter(({ name }) => name === null)[skip]?.value ?? null;
    const reduction = stringOf(byName('reduction'), this.text);
    const ignoreIndex = numberOf(byName('ignore_index'), this.text);
    const labelSmoothing = numberOf(byName('label_smoothing'), this.text);
    const weightArgument = weight && weight.name !== 'None' ? this.argument(weight) : null;
    const isNone = (name: string) => byName(name) === null || byName(name)?.name === 'None';
    const hasUnread =
      given.filter(({ name }) => name === null).length > skip + 1 ||
      given.some(({ name }) => name === 'size_average' || name === 'reduce') ||
      (reduction === null && !isNone('reduction')) ||
      (ignoreIndex === null && !isNone('ignore_index')) ||
      (labelSmoothing === null && !isNone('label_smoothing')) ||
      (weightArgument !== null && weightArgument.literal === null);
    return {
      ...(hasUnread ? { hasUnread } : {}),
      ...(reduction === null ? {} : { reduction }),
      ...(ignoreIndex === null ? {} : { ignoreIndex }),
      ...(labelSmoothing === null ? {} : { labelSmoothing }),
      ...(weightArgument === null ? {} : { weight: weightArgument }),
    };
  }

  /** `nn.LogSoftmax(dim=1)`; unknown when its dim is no number. */
  private makeModule(node: SyntaxNode, name: string): Value | null {
    const dim = argumentsOf(node, this.text)[0]?.value ?? null;
    const number = numberOf(dim, this.text);
    return dim !== null && number === null ? null : { kind: 'module', name, dim: number };
  }

  private applyModule(node: SyntaxNode, name: string, dim: number | null): Value | null {
    const [first] = argumentsOf(node, this.text);
    const tensor = first ? this.valueOf(first.value) : null;
    if (tensor?.kind !== 'tensor') return null;
    const operation = { name, dim, from: node.from, to: node.to };
    return { ...tensor, operations: [...tensor.operations, operation] };
  }

  private argument(node: SyntaxNode): Argument {
    const value = this.valueOf(node);
    const { from, to } = node;
    return value?.kind === 'tensor'
      ? { from, to, literal: value.literal, operations: value.operations }
      : { from, to, literal: null, operations: [] };
  }

  /** A call that is no loss: an operation on a tensor, `backward()`, or something unknown. */
  private apply(node: SyntaxNode, callee: SyntaxNode): Value | null {
    const property = callee.name === 'MemberExpression' ? callee.getChild('PropertyName') : null;
    const name = this.text.slice((property ?? callee).from, (property ?? callee).to);
    const given = argumentsOf(node, this.text);
    const object = property && callee.firstChild ? this.valueOf(callee.firstChild) : null;
    const values = given.map(({ value }) => this.valueOf(value));
    if (object?.kind === 'result' && name === 'backward') {
      this.calls[object.call] = { ...this.calls[object.call], backward: { from: node.from, to: node.to } };
      return null;
    }
    if (object?.kind === 'result' && (name === 'sum' || name === 'mean')) return object;
    const tensor = object ?? values[0] ?? null;
    if (tensor?.kind !== 'tensor') return null;
    const rest = object ? given : given.slice(1);
    const first = rest.find((argument) => argument.name === null)?.value ?? null;
    const dimNode = rest.find(({ name: word }) => word === 'dim' || word === 'axis')?.value ?? first;
    const dim = numberOf(dimNode, this.text);
    const effect = object
      ? effectOfMethod(name, first && this.text.slice(first.from, first.to))
      : effectOfFunction(dottedName(callee, this.text) ?? '');
    if (effect === null) return null;
    if (effect === 'same') return tensor;
    const isDimUnknown = dimNode !== null && dim === null && dimNode.name !== 'None';
    if (isDimUnknown && effect.endsWith('softmax')) return null;
    const operation = { name: effect, dim, from: node.from, to: node.to };
    return { ...tensor, operations: [...tensor.operations, operation] };
  }
}

function rangeKey({ from, to }: TextRange): string {
  return `${from}:${to}`;
}
