export { describe } from './diagnosis/describe';
export type { Confidence, Description, Kind } from './diagnosis/description';
export { kindLabels } from './diagnosis/description';
export type { EvaluatedTensor, OptionOrigin, Role, UsedOptions } from './diagnosis/evaluatedPair';
export { evidenceGroups, markedLimit } from './diagnosis/evidenceGroups';
export type { Evidence, Finding, FindingCode, Severity } from './diagnosis/finding';
export { findingCodes } from './diagnosis/finding';
export { formatMeasure } from './diagnosis/formatMeasure';
export type { Mending } from './diagnosis/mending';
export { mended, mendings } from './diagnosis/mending';
export type { ReadingFault } from './diagnosis/readingFault';
export { readingFault } from './diagnosis/readingFault';
export { evaluatePair } from './evaluate/evaluatePair';
export { evaluateParsed } from './evaluate/evaluateParsed';
export { evaluateText } from './evaluate/evaluateText';
export type { EvaluateOptions, Evaluation, NotTheCalls, Pair, ParsedText } from './evaluate/evaluation';
export type { PairPlace } from './evaluate/pairs/pairPlaces';
export { callAt, isKnownPair, knownPlaces, placeAt } from './evaluate/pairs/pairPlaces';
export { rangesAt, rangesOfTarget } from './evaluate/pairs/pairRanges';
export { pairsOf } from './evaluate/pairs/pairsOf';
export type { TextPiece } from './evaluate/parsePieces';
export { parsePieces } from './evaluate/parsePieces';
export { parseText } from './evaluate/parseText';
export { isBeforeCall, kindOfInput, type Verdict, verdictIn, verdictOf } from './evaluate/verdict';
export { type WriteBack, writeBackAll } from './evaluate/writeBackAll';
export type { Accuracy, BatchFacts } from './loss/batch/batchFacts';
export type { Calibration, ReliabilityBin } from './loss/batch/calibration';
export { calibrationOf } from './loss/batch/calibration';
export type { ClassFacts } from './loss/batch/classFacts';
export type { Confusion } from './loss/batch/confusion';
export type { RowSizes } from './loss/batch/rowSizes';
export type { TopCounts } from './loss/batch/topCounts';
export { crossEntropyLoss } from './loss/crossEntropyLoss';
export type { KlIdentity } from './loss/divergence/klIdentity';
export { klIdentity } from './loss/divergence/klIdentity';
export { targetDistribution } from './loss/divergence/targetDistribution';
export type { Formula, FormulaRequest } from './loss/formula/formula';
export { formula, shortFormula } from './loss/formula/formula';
export { logSoftmaxFormula } from './loss/formula/logSoftmaxFormula';
export { klDivLoss } from './loss/klDivLoss';
export { logSoftmax, softmax } from './loss/logSoftmax';
export { type LossKey, lossKeys } from './loss/lossKeys';
export type {
  CrossEntropyLossOptions,
  KlDivLossOptions,
  KlReduction,
  LossResult,
  NllLossOptions,
  Reduction,
  TorchError,
} from './loss/lossTypes';
export { nllLoss } from './loss/nllLoss';
export type {
  PrecisionDType,
  PrecisionLoss,
  PrecisionOperation,
  PrecisionResult,
  PrecisionRoute,
  PrecisionStep,
} from './loss/precision/precisionRoutes';
export { precisionDTypes, precisionResults, precisionRoutes } from './loss/precision/precisionRoutes';
export type { InputReading } from './loss/readings/inputReading';
export { inputReadings } from './loss/readings/inputReading';
export type { ReadingCell, ReadingTable } from './loss/readings/readingTable';
export { gradientRatio, readingTable } from './loss/readings/readingTable';
export type { MicroBatch, MicroBatches } from './loss/reduction/microBatches';
export { microBatches } from './loss/reduction/microBatches';
export type { Perplexity } from './loss/reduction/perplexity';
export { perplexityOf, perplexityOfTokens } from './loss/reduction/perplexity';
export type { ReductionFacts } from './loss/reduction/reductionFacts';
export { reductionFacts } from './loss/reduction/reductionFacts';
export type { LossStep, LossStepId, LossStepSide, LossStepsRequest } from './loss/steps/lossSteps';
export { lossSteps } from './loss/steps/lossSteps';
export type { Problem, ProblemCode } from './problem';
export { markdownProgram, pythonFenceAt } from './program/markdownProgram';
export { notebookProgram } from './program/notebookProgram';
export { type PartRange, type Program, partRangeOf, plainProgram, programRangeOf } from './program/program';
export type {
  ChainStep,
  CheckResult,
  CodeFinding,
  CodeFix,
  FileEdit,
  FileRange,
  LossSite,
  SourceFile,
  UnreadRange,
} from './python/check/findings/codeFinding';
export { ignoreComment } from './python/check/findings/ignoreComments';
export { checkPython, PythonChecker } from './python/check/program/pythonChecker';
export type { OutputDifference, PythonComparison } from './python/compare/comparePython';
export { comparePython } from './python/compare/comparePython';
export type { PythonStop } from './python/compare/tracebackOf';
export type { LossCall, LossUsage, NotEvaluatedPlace } from './python/lossUsage';
export { noLossUsage } from './python/lossUsage';
export { applyEdits } from './python/run/result/fixes';
export type {
  LineNote,
  ShownValue,
  SnippetEdit,
  SnippetError,
  SnippetFix,
  SnippetLoss,
  SnippetResult,
  SnippetStep,
  SnippetTensor,
  Unevaluated,
} from './python/run/result/snippetResult';
export type { SnippetOptions } from './python/run/runSnippet';
export { runSnippet } from './python/run/runSnippet';
export { type Colour, type ColourKind, colourKinds, coloursOf } from './python/syntax/colours';
export { parsedText } from './python/syntax/parsePython';
export type { LossName } from './python/torch/losses';
export { lossNames, mentionsLoss } from './python/torch/losses';
export { shortLossNames, shownLosses } from './python/torch/shownLosses';
export { type LossOptionName, lossOptionNames } from './python/torch/tensor/lossInputs';
export type { MarkdownWords } from './report/markdownReport';
export { markdownReport } from './report/markdownReport';
export { markdownCode, markdownMessage, markdownText } from './report/markdownText';
export { pytorchTest } from './report/pytorchTest';
export type { ReportInput } from './report/reportInput';
export { valuesCsv } from './report/valuesCsv';
export { valuesJson } from './report/valuesJson';
export { oneLine } from './shownText';
export { castTensor } from './tensor/castTensor';
export { shortestDigits } from './tensor/code/shortestDigits';
export { type CodeLibrary, tensorCode } from './tensor/code/tensorCode';
export type { DType } from './tensor/dtype';
export { dtypes, isFloatingPoint } from './tensor/dtype';
export { formatNumber, formatShape } from './tensor/format';
export { formatOutput } from './tensor/formatOutput';
export type { NewArray } from './tensor/newArray';
export { roundToDType } from './tensor/roundToDType';
export { type RowLayout, rowLayoutOf, rowOffset } from './tensor/rowLayout';
export { classDimOf, numelOf } from './tensor/shape';
export type { Tensor } from './tensor/tensor';
export { createTensor } from './tensor/tensor';
export type { EditedView, TensorEdit } from './tensor/tensorEdit';
export {
  applyEdit,
  editedShape,
  newIndex,
  noEdit,
  viewEdited,
  withInserted,
  withRemoved,
  withValues,
} from './tensor/tensorEdit';
export { type BrokenArray, brokenArrayAt } from './text/brokenArrayAt';
export { findTensorAt } from './text/findTensorAt';
export type {
  LiteralForm,
  LiteralKeyword,
  LiteralOperation,
  Reading,
  ReadResult,
  TensorLiteral,
} from './text/literal';
export type { TokenLogProb, TokenLogProbs } from './text/logProbs/tokenLogProbs';
export type { ReadOptions } from './text/readOptions';
export { readTensors } from './text/readTensors';
export { roleOfName } from './text/roleNames';
export type { TextEdit } from './text/writeBack/elementEdits';
export { applyTextEdits, type WriteBackRefusal, writeBackRefusals } from './text/writeBack/writeBackEdits';
export type { TextRange } from './textRange';
