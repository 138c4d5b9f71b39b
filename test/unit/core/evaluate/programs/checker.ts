import { type CodeFinding, checkPython, type FindingCode } from '../../../../../src/core';
import { numberOf, type Program, type RecordedCall } from './fixture';

/** What the checker says of a program that PyTorch says otherwise. */
export interface CheckedProgram {
  /** Errors on a program that runs to its end. */
  readonly falseErrors: readonly string[];
  /** Warnings on a call that got what it takes. */
  readonly falseAlarms: readonly string[];
}

export function check(program: Program): CheckedProgram {
  const { findings } = checkPython([{ path: 'program.py', text: program.text }]);
  const lineAt = (offset: number) => program.text.slice(0, offset).split('\n').length;
  const shown = ({ from, code, message }: CodeFinding) => `line ${lineAt(from)}: ${code}: ${message}`;
  const raises = (line: number) => program.calls.some((call) => call.error && call.line === line);
  const errors = program.error
    ? []
    : findings.filter(({ severity, from }) => severity === 'error' && !raises(lineAt(from)));
  // Behind an error nothing tells what a call would get.
  const isReached = (line: number) => !program.error || program.calls.some((call) => call.line === line);
  const alarms = findings.filter(({ code, from }) => isReached(lineAt(from)) && isFalse(code, program.calls));
  return { falseErrors: errors.map(shown), falseAlarms: alarms.map(shown) };
}

/** Per code, whether a call got what it says. */
const deserved: Partial<Record<FindingCode, (call: RecordedCall, rows: readonly Row[]) => boolean>> = {
  'nll-not-log-probs': ({ loss }, rows) => loss === 'NLLLoss' && !rows.every(isLogProbs),
  'ce-double-softmax': ({ loss }, rows) =>
    (loss === 'CrossEntropyLoss' && (rows.every(isProbs) || rows.every(isSquashed))) ||
    rows.every(isLogSoftmaxOfProbs),
  'ce-log-softmax': ({ loss }, rows) => loss === 'CrossEntropyLoss' && rows.every(isLogProbs),
};

/** True when no call of the program got what a finding says. */
function isFalse(code: FindingCode, calls: readonly RecordedCall[]): boolean {
  const test = deserved[code];
  // A call without rows tells nothing.
  const told = calls.filter((call) => rowsOf(call).length > 0);
  return test !== undefined && told.length > 0 && !told.some((call) => test(call, rowsOf(call)));
}

type Row = readonly number[];

const tolerance = 1e-2;
const sum = (row: Row) => row.reduce((total, value) => total + value, 0);
// What comes of probabilities with a nan is nan in the whole row.
const hasNaN = (row: Row) => row.some(Number.isNaN);
const isProbs = (row: Row) =>
  hasNaN(row) || (Math.abs(sum(row) - 1) < tolerance && row.every((value) => value >= 0));
// What a sigmoid gives.
const isSquashed = (row: Row) => row.every((value) => value >= 0 && value <= 1);
// Probabilities differ by 1 at most, and log_softmax keeps differences.
const isLogSoftmaxOfProbs = (row: Row) =>
  isLogProbs(row) && Math.max(...row) - Math.min(...row) <= 1 + tolerance;
const isLogProbs = (row: Row) => hasNaN(row) || Math.abs(sum(row.map(Math.exp)) - 1) < tolerance;

/** The input along its class axis: 1, or 0 where it has one axis. */
function rowsOf({ input }: RecordedCall): readonly Row[] {
  if (!('data' in input)) return [];
  const { shape, data } = input;
  const [batch, classes, ...rest] = shape.length === 1 ? [1, ...shape] : shape;
  const inner = rest.reduce((product, size) => product * size, 1);
  return Array.from({ length: batch * inner }, (_, row) => {
    const start = Math.floor(row / inner) * classes * inner + (row % inner);
    return Array.from({ length: classes }, (_, c) => numberOf(data[start + c * inner]));
  });
}
