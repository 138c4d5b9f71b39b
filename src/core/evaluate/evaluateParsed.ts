import { describe } from '../diagnosis/describe';
import type { Description } from '../diagnosis/description';
import { diagnose } from '../diagnosis/diagnose';
import { crossEntropyLoss } from '../loss/crossEntropyLoss';
import { logSoftmax } from '../loss/logSoftmax';
import { nllLoss } from '../loss/nllLoss';
import type { Problem } from '../problem';
import type { LossCall } from '../python/lossUsage';
import type { LiteralOperation } from '../text/literal';
import { argmaxTarget } from './assumedTarget';
import { type ChosenPair, choosePair } from './choosePair';
import type { EvaluatedTensor, EvaluateOptions, Evaluation, ParsedText, Role } from './evaluation';
import { findPairs } from './findPairs';
import { type InferredRole, inferRoles } from './inferRoles';
import { prepareTensor } from './preparedTensor';
import { usedOptions } from './usedOptions';

/**
 * Evaluates one input/target pair of a text with both losses: what was taken for what, values and gradients,
 * and every finding. Input and weight are rounded to their dtype first, as PyTorch would hold them; the losses
 * are computed in float64. Without a target the argmax of each row stands in, marked as assumed.
 */
export function evaluateParsed(parsed: ParsedText, options: EvaluateOptions = {}): Evaluation {
  const roles = inferRoles(parsed.literals);
  const pairs = findPairs(parsed.literals, parsed.usage, roles);
  const index = Math.min(options.pair ?? 0, Math.max(0, pairs.length - 1));
  const chosen = choosePair(pairs[index], options.roles);
  const call = chosen.call === null ? null : parsed.usage.calls[chosen.call];
  const cast = new Caster(parsed, options, roles, chosen, call);
  const all = parsed.literals.map((_, literal) => cast.tensorOf(literal));
  const partOf = (literal: number | null) => (literal === null ? null : all[literal]);
  const input = partOf(chosen.input);
  const used = usedOptions(
    options,
    call?.options ?? {},
    partOf(chosen.weight)?.tensor ?? null,
    input?.tensor.dtype ?? 'float32',
    chosen.input !== null && parsed.literals[chosen.input].isDtypeWritten,
  );
  const rest = { options: used, calledLoss: call?.loss ?? null, pairs, pair: index };
  if (input === null || chosen.input === null) {
    const problems = [...parsed.problems, ...missingInput(parsed)];
    return { tensors: all, losses: null, logProbs: null, findings: [], problems, checks: [], ...rest };
  }
  const target = cast.target(options, input, partOf(chosen.target));
  const losses = evaluateLosses(input, target, used);
  const findings = diagnose({
    input,
    inputLiteral: parsed.literals[chosen.input],
    inputOperations: cast.operationsOf(chosen.input),
    target,
    targetLiteral: chosen.target === null ? null : parsed.literals[chosen.target],
    options: used,
    ...losses.results,
    call,
    usage: parsed.usage,
  });
  const parts = [input, target, partOf(chosen.weight)].filter((part) => part !== null);
  return {
    tensors: [...parts, ...all.filter((tensor) => tensor.role === 'other')],
    losses: losses.results,
    logProbs: losses.logProbs,
    findings,
    problems: parsed.problems,
    checks: checksOf(input, target, call),
    ...rest,
  };
}

function evaluateLosses(input: EvaluatedTensor, target: EvaluatedTensor, options: Evaluation['options']) {
  const logProbs = logSoftmax(input.tensor);
  return {
    logProbs,
    results: {
      crossEntropyLoss: crossEntropyLoss(input.tensor, target.tensor, options),
      nllLoss: nllLoss(input.tensor, target.tensor, options),
      nllLossOfLogSoftmax: nllLoss(logProbs, target.tensor, options),
    },
  };
}

/** Turns literals into tensors with their parts; knows what the chosen pair makes of each. */
class Caster {
  constructor(
    private readonly parsed: ParsedText,
    private readonly options: EvaluateOptions,
    private readonly roles: readonly InferredRole[],
    private readonly chosen: ChosenPair,
    private readonly call: LossCall | null,
  ) {}

  tensorOf(index: number): EvaluatedTensor {
    const literal = this.parsed.literals[index];
    const role = this.roleOf(index);
    const isCast = role === 'input' || role === 'weight';
    const { tensor, operations } = prepareTensor(
      literal,
      this.furtherOperations(index),
      isCast ? this.options.dtype : undefined,
    );
    const outer = literal.operations.at(-1) ?? literal;
    return {
      tensor,
      role,
      roleReason: this.reasonOf(index, role),
      name: literal.name,
      literal: index,
      description: describe(tensor, {
        decimals: literal.decimals,
        gradFn: operations.length === 0 ? literal.gradFn : null,
        operations: operations.map(({ name }) => name),
        role: role === 'other' ? undefined : role,
      }),
      isAssumed: false,
      from: Math.min(outer.from, literal.from),
      to: Math.max(outer.to, literal.to),
    };
  }

  /** The user's target, else the text's, else the argmax of each row. */
  target(options: EvaluateOptions, input: EvaluatedTensor, written: EvaluatedTensor | null): EvaluatedTensor {
    if (!options.target && written) return written;
    const tensor = options.target ?? argmaxTarget(input.tensor);
    const description: Description = describe(tensor, { role: 'target' });
    return {
      tensor,
      role: 'target',
      roleReason: options.target ? 'entered by you' : 'assumed: the largest value of each row',
      name: null,
      literal: null,
      description,
      isAssumed: !options.target,
      from: input.from,
      to: input.to,
    };
  }

  operationsOf(index: number): readonly LiteralOperation[] {
    return [...this.parsed.literals[index].operations, ...this.furtherOperations(index)];
  }

  private furtherOperations(index: number): readonly LiteralOperation[] {
    const { call, chosen } = this;
    if (index === chosen.input) return call?.input.operations ?? [];
    if (index === chosen.target) return call?.target?.operations ?? [];
    return [];
  }

  private roleOf(index: number): Role {
    const { input, target, weight } = this.chosen;
    if (index === input) return 'input';
    if (index === target) return 'target';
    return index === weight ? 'weight' : 'other';
  }

  private reasonOf(index: number, role: Role): string {
    if (this.options.roles?.[index]) return 'set by you';
    if (role === 'other') return 'not used';
    const { call } = this;
    if (call?.input.literal === index) return `input of ${call.loss}`;
    if (call?.target?.literal === index) return `target of ${call.loss}`;
    if (call?.options.weight?.literal === index) return `weight of ${call.loss}`;
    return this.roles[index].reason;
  }
}

function missingInput({ literals, problems }: ParsedText): readonly Problem[] {
  if (literals.length === 0 && problems.length > 0) return [];
  if (literals.length === 0) {
    const message = 'expected a tensor, such as [[1.2, 0.5, -0.8], [-0.5, 0.8, 2.0]], but found none';
    return [{ code: 'no-tensor', message, from: 0, to: 0 }];
  }
  const { from, to } = literals[0];
  const message = 'expected an input (logits or log-probabilities), but found only what looks like a target';
  return [{ code: 'no-input', message, from, to }];
}

function checksOf(input: EvaluatedTensor, target: EvaluatedTensor, call: LossCall | null): readonly string[] {
  return [
    ...input.description.checks,
    ...(target.isAssumed ? [] : ['dtype, shape and range of the target as PyTorch checks them']),
    'ignore_index, nan and inf',
    ...(call ? ['constructor, softmax dim and backward() in the code'] : []),
  ];
}
