import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { type EvaluateOptions, evaluateText, type MarkdownWords, markdownReport } from '../../../../src/core';

const words: MarkdownWords = {
  results: 'Results',
  loss: 'Loss',
  value: 'Value',
  findings: 'Findings',
  noFinding: 'No finding.',
  evidence: ['Row', 'Measured', 'Value', 'Limit'],
  options: 'Options',
  tensors: 'Tensors',
  sample: 'sample',
  target: 'target',
  formulas: 'Formulas',
  shownOf: (shown, count) => `${shown} of ${count} shown.`,
};

function reportOf(text: string, options: EvaluateOptions = {}, title = 'a.py:1'): string {
  const evaluation = evaluateText(text, options);
  return markdownReport({ title, evaluation, temperature: options.temperature ?? 1, sample: 0 }, words);
}

function formulasOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\$\$\n(.*?)\n\$\$/gs)].map(([, tex]) => tex);
}

const probs = 'probs = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]]\ny = [0, 1]\nloss = nn.NLLLoss()(probs, y)';

describe('the report as Markdown', () => {
  test('goes from the results to the numbers', () => {
    const report = reportOf(probs);
    expect(report).toContain('| `NLLLoss` | -0.7500 |');
    expect(report).toContain('(`nll-not-log-probs`)');
    expect(report).toMatch(/Looks like probabilities because\n\n\| Row .*\n.*\n\| 1 \| Σ x \| 1 \| ✓ 1 ± /);
    expect(report).toContain('| sample | target | 0 | 1 | 2 |');
    const titles = [...report.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(['Results', 'Findings', 'Options', 'Formulas', 'Tensors']);
  });

  test.each<[string, string, EvaluateOptions]>([
    ['class indices', probs, {}],
    ['label smoothing', probs, { labelSmoothing: 0.1 }],
    ['probabilities as target', 'x = [[1.0, 2.0]]\ntarget = [[0.3, 0.7]]', {}],
    ['nan and inf', 'logits = [[nan, -inf, 1e-30]]\ny = [1]', { reduction: 'none' }],
    ['a refused target', 'logits = [[1.0, 2.0]]\ntarget = torch.tensor([0.0])', {}],
    ['many classes', `logits = [[${Array.from({ length: 60 }, (_, i) => i / 7).join(', ')}]]\ny = [3]`, {}],
  ])('has formulas that KaTeX draws: %s', (_name, text, options) => {
    const formulas = formulasOf(reportOf(text, options));
    expect(formulas.length).toBe(6);
    for (const tex of formulas) {
      expect(() => katex.renderToString(tex, { throwOnError: true, displayMode: true })).not.toThrow();
    }
  });

  test('shows twenty rows and classes, and says so', () => {
    const row = `[${new Array(30).fill('0.5').join(', ')}]`;
    const report = reportOf(`logits = [${new Array(40).fill(row).join(', ')}]`);
    expect(report).toContain('20 of 40 shown.');
    expect(report).toContain('20 of 30 shown.');
  });

  test('has tables whose cells and texts cannot break them', () => {
    expect(reportOf(probs, {}, 'a|b*c_.py')).toContain('# Loss Lens: a\\|b\\*c\\_.py');
    for (const line of reportOf(probs)
      .split('\n')
      .filter((one) => one.startsWith('|'))) {
      expect(line.endsWith(' |')).toBe(true);
    }
  });
});
