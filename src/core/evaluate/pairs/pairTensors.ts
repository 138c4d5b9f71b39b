import { describe } from '../../diagnosis/describe';
import type { EvaluatedTensor, Role } from '../../diagnosis/evaluatedPair';
import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { Argument, LossCall } from '../../python/lossUsage';
import { castTensor } from '../../tensor/castTensor';
import { divideBy } from '../../tensor/divideBy';
import { type DType, isFloatingPoint } from '../../tensor/dtype';
import { formatShape } from '../../tensor/format';
import type { NewArray } from '../../tensor/newArray';
import type { Tensor } from '../../tensor/tensor';
import { applyEdit } from '../../tensor/tensorEdit';
import type { LiteralOperation } from '../../text/literal';
import type { EvaluateOptions, ParsedText } from '../evaluation';
import { type PreparedTensor, prepareTensor } from '../preparedTensor';
import { enteredTarget } from './assumedTarget';
import type { ChosenPair } from './choosePair';
import type { InferredRole } from './inferRoles';

/** The literals of a text as tensors, each with the part that the chosen pair gives it. */
export class PairTensors {
  /** Operations that cannot be applied. */
  readonly problems: Problem[] = [];
  /** Every literal in order, those whose operations failed included. */
  readonly all: readonly EvaluatedTensor[];
  private readonly failed = new Set<number>();

  constructor(
    private readonly parsed: ParsedText,
    private readonly options: EvaluateOptions,
    private readonly roles: readonly InferredRole[],
    private readonly chosen: ChosenPair,
    private readonly call: LossCall | null,
    private readonly newArray: NewArray,
  ) {
    this.all = parsed.literals.map((_, index) => this.tensorOf(index));
  }

  /** The tensor of a literal, null when there is none or its value could not be found. */
  partOf(literal: number | null): EvaluatedTensor | null {
    return literal === null || this.failed.has(literal) ? null : this.all[literal];
  }

  private tensorOf(index: number): EvaluatedTensor {
    const literal = this.parsed.literals[index];
    const role = this.roleOf(index);
    const isCast = role === 'input' || role === 'weight';
    const {
      tensor: unedited,
      operations,
      failed,
    } = this.prepared(index, isCast ? this.options.dtype : undefined);
    if (failed) {
      this.failed.add(index);
      this.problems.push(cannotApply(failed, unedited));
    }
    const edited = applyEdit(unedited, this.options.edits?.[index], this.newArray);
    const tensor = role === 'input' ? divideBy(edited, this.options.temperature ?? 1, this.newArray) : edited;
    const isAsWritten = tensor === unedited;
    const outer = literal.operations.at(-1) ?? literal;
    return {
      tensor,
      unedited,
      role,
      roleReason: this.reasonOf(index, role),
      name: literal.name,
      literal: index,
      description: describe(tensor, {
        decimals: literal.decimals,
        scientificDecimals: literal.scientificDecimals,
        gradFn: isAsWritten && operations.length === 0 && !this.argumentOf(index) ? literal.gradFn : null,
        operations: isAsWritten ? operations.map(({ name }) => name) : [],
        role: role === 'other' ? undefined : role,
      }),
      isAssumed: false,
      from: Math.min(outer.from, literal.from),
      to: Math.max(outer.to, literal.to),
    };
  }

  /** The user's target, else the text's; null where neither gives one. */
  givenTarget(input: EvaluatedTensor): EvaluatedTensor | null {
    const { target } = this.options;
    if (target) return enteredTarget(target, input);
    return this.partOf(this.chosen.target);
  }

  operationsOf(index: number): readonly LiteralOperation[] {
    return this.argumentOf(index)?.operations ?? this.parsed.literals[index].operations;
  }

  /** As the loss was called with it; else the literal after what is written around it. */
  private prepared(index: number, dtype: DType | undefined): PreparedTensor {
    const argument = this.argumentOf(index);
    if (!argument) return prepareTensor(this.parsed.literals[index], [], dtype, this.newArray);
    const { tensor, operations } = argument;
    return { tensor: dtype ? castTensor(tensor, dtype, this.newArray) : tensor, operations, failed: null };
  }

  /** What the chosen call takes the literal as. */
  private argumentOf(index: number): Argument | null {
    const { call, chosen } = this;
    if (call === null) return null;
    if (index === chosen.input) return call.input.literal === index ? call.input : null;
    if (index === chosen.target) return call.target.literal === index ? call.target : null;
    return index === chosen.weight && call.weight?.literal === index ? call.weight : null;
  }

  private roleOf(index: number): Role {
    const { input, target, weight } = this.chosen;
    if (index === input) return 'input';
    if (index === target) return 'target';
    return index === weight ? 'weight' : 'other';
  }

  private reasonOf(index: number, role: Role): string {
    if (this.options.roles?.[index]) return l10n.t('set by you');
    if (role === 'other') return l10n.t('not used');
    const { call } = this;
    if (call?.input.literal === index) return l10n.t('input of {0}', call.loss);
    if (call?.target.literal === index) return l10n.t('target of {0}', call.loss);
    if (call?.weight?.literal === index) return l10n.t('weight of {0}', call.loss);
    return this.roles[index].reason;
  }
}

function cannotApply({ name, dim, from, to }: LiteralOperation, { shape, dtype }: Tensor): Problem {
  if (!isFloatingPoint(dtype)) {
    const message = l10n.t(
      'expected a floating point tensor for {0}, got {1}: PyTorch has no {0} for it',
      name,
      dtype,
    );
    return { code: 'unsupported-operation', message, from, to };
  }
  const last = Math.max(1, shape.length) - 1;
  const message = l10n.t(
    'expected dim of {0} from {1} to {2} for shape {3}, got {4}',
    name,
    -last - 1,
    last,
    formatShape(shape),
    `${dim}`,
  );
  return { code: 'unsupported-operation', message, from, to };
}
