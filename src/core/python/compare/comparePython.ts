import type { SnippetResult } from '../run/result/snippetResult';
import { alignLines } from './alignLines';
import { type PythonStop, tracebackOf } from './tracebackOf';

/** A line of output that one of the two prints and the other does not. */
export interface OutputDifference {
  /** The line of the program that prints it here, from 1; null where only Python prints it. */
  readonly line: number | null;
  readonly evaluated: string | null;
  readonly python: string | null;
}

/** What the evaluation of a program and a run of it have in common. */
export interface PythonComparison {
  /** Printed lines that are the same. */
  readonly numSame: number;
  readonly differences: readonly OutputDifference[];
  /** Where both end; the two differ when `isSameEnd` is false. */
  readonly evaluatedEnd: PythonStop | null;
  readonly pythonEnd: PythonStop | null;
  readonly isSameEnd: boolean;
  /** True where some of the program is not evaluated: there a difference is no fault. */
  readonly isPartial: boolean;
}

/** Holds what a program prints and where it stops, as evaluated, against what Python wrote. */
export function comparePython(
  result: SnippetResult,
  python: { readonly stdout: string; readonly stderr: string },
): PythonComparison {
  const ours = result.steps.flatMap(({ printed, line }) => printed.map((text) => ({ text, line })));
  const theirs = python.stdout === '' ? [] : python.stdout.replace(/\r?\n$/, '').split(/\r?\n/);
  const pairs = alignLines(
    ours.map(({ text }) => text),
    theirs,
  );
  const differences = pairs.flatMap(([mine, other]): readonly OutputDifference[] => {
    const evaluated = mine === null ? null : ours[mine];
    const text = other === null ? null : theirs[other];
    if (evaluated?.text === text) return [];
    return [{ line: evaluated?.line ?? null, evaluated: evaluated?.text ?? null, python: text }];
  });
  const { error } = result;
  const evaluatedEnd = error ? { type: error.type, message: error.message, line: error.line } : null;
  const pythonEnd = tracebackOf(python.stderr);
  return {
    numSame: pairs.length - differences.length,
    differences,
    evaluatedEnd,
    pythonEnd,
    isSameEnd: isSameStop(evaluatedEnd, pythonEnd),
    isPartial: result.unevaluated.length > 0 || result.endedBy !== null,
  };
}

function isSameStop(a: PythonStop | null, b: PythonStop | null): boolean {
  return a?.type === b?.type && a?.message === b?.message && a?.line === b?.line;
}
