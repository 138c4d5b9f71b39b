import { describe, expect, test } from 'vitest';
import { type CodeFinding, checkPython } from '../../../../../../src/core/index';
import usage from '../../../../../fixtures/torch/pythonUsage.json' with { type: 'json' };
import { lineOf, pythonFixtures } from './fixtures';

/** One call of a loss as PyTorch saw it. */
interface RecordedCall {
  readonly line: number;
  readonly loss: string;
  readonly sumsToOne: boolean;
  readonly expSumsToOne: boolean;
  readonly isNonNegative: boolean;
  readonly isAtMostOne: boolean;
  readonly error?: { readonly type: string };
}

const programs = new Map(
  pythonFixtures()
    .filter(({ files }) => files.length === 1)
    .map(({ name, files }) => [`${name}.py`, files[0]]),
);

const cases = usage.cases.map(({ file, calls, error }) => {
  const program = programs.get(file);
  if (!program) throw new Error(`${file} is in the recording, but not in the fixtures: record anew`);
  const { text } = program;
  const missed = text.split('\n').flatMap((line, index) => (line.includes('# missed:') ? [index + 1] : []));
  return {
    file,
    text,
    missed,
    calls: calls as readonly RecordedCall[],
    error: error as { line: number } | null,
  };
});

/** Lines on which a finding of this code and severity starts. */
function linesOf(text: string, findings: readonly CodeFinding[], code: string) {
  return findings.filter((finding) => finding.code === code).map(({ from }) => lineOf(text, from));
}

describe(`what really reaches each loss in PyTorch ${usage.torch}`, () => {
  test.each(cases)('$file', ({ text, missed, calls }) => {
    const { findings } = checkPython([{ path: 'main.py', text }]);
    const nll = linesOf(text, findings, 'nll-not-log-probs');
    const ce = linesOf(text, findings, 'ce-double-softmax');
    const redundant = linesOf(text, findings, 'ce-log-softmax');
    const binary = linesOf(text, findings, 'bce-logits-sigmoid');
    const ctc = linesOf(text, findings, 'ctc-not-log-probs');
    for (const { line, loss, sumsToOne, expSumsToOne, isNonNegative, isAtMostOne, error } of calls) {
      if (missed.includes(line) || error) continue;
      if (loss === 'NLLLoss' && nll.includes(line))
        expect({ line, expSumsToOne }).toEqual({ line, expSumsToOne: false });
      if (loss === 'CrossEntropyLoss') {
        // What is flagged is a probability each; what is not flagged is no distribution.
        if (ce.includes(line)) expect({ line, isNonNegative }).toEqual({ line, isNonNegative: true });
        else expect({ line, sumsToOne }).toEqual({ line, sumsToOne: false });
        expect({ line, expSumsToOne }).toEqual({ line, expSumsToOne: redundant.includes(line) });
      }
      // Logits may lie in [0, 1] by chance, never all of them in these programs.
      if (loss === 'BCEWithLogitsLoss')
        expect({ line, isSquashed: isAtMostOne && (isNonNegative || expSumsToOne) }).toEqual({
          line,
          isSquashed: binary.includes(line),
        });
      if (loss === 'CTCLoss')
        expect({ line, expSumsToOne }).toEqual({ line, expSumsToOne: !ctc.includes(line) });
    }
  });

  test('every input of NLLLoss in a program without findings is log-probabilities, products of them aside', () => {
    const odd = cases.flatMap(({ file, text, calls }) => {
      if (checkPython([{ path: 'main.py', text }]).findings.length > 0) return [];
      const raw = calls.filter(({ loss, expSumsToOne }) => loss === 'NLLLoss' && !expSumsToOne);
      return raw.map(({ line }) => `${file}:${line}`);
    });
    expect(odd).toEqual([
      // Formulas of other losses, which NLLLoss picks from.
      ...[13, 14].map((line) => `nll-not-log-probs/pass/logarithm-of-what-is-left-of-one.py:${line}`),
      // The negated loss as a way to pick a value of each row.
      ...[9, 10, 11, 13, 14, 15, 16, 17, 22].map(
        (line) => `nll-not-log-probs/pass/picking-a-score-in-any-writing.py:${line}`,
      ),
      'nll-not-log-probs/pass/picking-the-logit-of-the-target.py:8',
      // Log-probabilities times an advantage, as in policy gradients.
      'nll-not-log-probs/pass/reward-weighted-log-probs.py:9',
      // A known miss.
      'softmax-dim/flag/softmax-over-the-time-axis.py:12',
    ]);
  });
});

describe('where PyTorch raises an error', () => {
  test.each(cases)('$file', ({ text, missed, error }) => {
    const { findings } = checkPython([{ path: 'main.py', text }]);
    const lines = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ from }) => lineOf(text, from));
    if (error && !missed.includes(error.line)) expect(lines.length).toBeGreaterThan(0);
    if (!error) expect(lines).toEqual([]);
  });
});
