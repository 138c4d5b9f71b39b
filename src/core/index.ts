export type { Confidence, Description, Kind } from './diagnosis/description';
export { kindLabels } from './diagnosis/description';
export type { Evidence, Finding, FindingCode, Severity } from './diagnosis/finding';
export { findingCodes } from './diagnosis/finding';
export type {
  EvaluatedTensor,
  EvaluateOptions,
  Evaluation,
  Pair,
  ParsedText,
  Role,
  UsedOptions,
} from './evaluation';
export type {
  CrossEntropyLossOptions,
  KlDivLossOptions,
  KlReduction,
  LossResult,
  NllLossOptions,
  Reduction,
  TorchError,
} from './loss/lossTypes';
export type { Problem, ProblemCode } from './problem';
export type { LossCall, LossName, LossUsage } from './python/lossUsage';
export type { DType } from './tensor/dtype';
export { isFloatingPoint } from './tensor/dtype';
export { rowsAlong } from './tensor/rows';
export { classDimOf, numelOf } from './tensor/shape';
export type { Tensor } from './tensor/tensor';
export { createTensor } from './tensor/tensor';
export type {
  LiteralForm,
  LiteralKeyword,
  LiteralOperation,
  ReadResult,
  TensorLiteral,
} from './text/literal';
export type { TextRange } from './textRange';
