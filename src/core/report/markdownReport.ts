import { evidenceGroups, markedLimit } from '../diagnosis/evidenceGroups';
import type { Evidence } from '../diagnosis/finding';
import { formula } from '../loss/formula/formula';
import { lossKeys } from '../loss/lossKeys';
import type { LossResult } from '../loss/lossTypes';
import { shownLosses } from '../python/torch/shownLosses';
import { castTensor } from '../tensor/castTensor';
import { formatNumber, formatShape } from '../tensor/format';
import { rowLayoutOf, rowOffset } from '../tensor/rowLayout';
import type { Tensor } from '../tensor/tensor';
import { markdownBlock, markdownCode, markdownText } from './markdownText';
import { positionOf, type ReportInput, tensorOfRole } from './reportInput';

/** Rows and classes of a tensor that a report writes out. */
const mostShown = 20;

/** The words of a report, in the reader's language; PyTorch's names and messages are no part of it. */
export interface MarkdownWords {
  readonly results: string;
  readonly loss: string;
  readonly value: string;
  readonly findings: string;
  readonly noFinding: string;
  readonly evidence: readonly [row: string, measured: string, value: string, limit: string];
  readonly options: string;
  readonly tensors: string;
  readonly sample: string;
  readonly target: string;
  readonly formulas: string;
  /** How many of how many rows or classes are shown: ('20', '1000'). */
  readonly shownOf: (shown: string, count: string) => string;
}

/** A report in GitHub-flavoured Markdown with LaTeX between `$$`, from the answer to the detail. */
export function markdownReport(report: ReportInput, words: MarkdownWords): string {
  const { losses } = report.evaluation;
  if (!losses) return '';
  const sections = [
    `# Loss Lens: ${markdownText(report.title)}`,
    `## ${words.results}`,
    table(
      [words.loss, words.value],
      lossKeys.map((loss) => [`\`${shownLosses[loss].name}\``, resultText(losses[loss])]),
    ),
    `## ${words.findings}`,
    findingsOf(report, words),
    `## ${words.options}`,
    optionsOf(report),
    `## ${words.formulas}`,
    formulasOf(report, words),
    `## ${words.tensors}`,
    tensorsOf(report, words),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function resultText({ output, error }: LossResult): string {
  const refused = error ? `${error.type}: ${markdownText(error.message)}` : '';
  if (!output) return refused;
  const { data, dtype } = castTensor(output, output.dtype);
  const shown = Array.from(data.subarray(0, mostShown), (value) => formatNumber(value, dtype)).join(', ');
  const value = output.shape.length === 0 ? shown : `[${shown}${data.length > mostShown ? ', …' : ''}]`;
  return refused === '' ? value : `${refused} (${value}: ${markdownCode(error?.correction ?? '')})`;
}

function findingsOf({ evaluation }: ReportInput, words: MarkdownWords): string {
  const { findings, checks } = evaluation;
  if (findings.length === 0) return `${words.noFinding} (${checks.map(markdownText).join('; ')})`;
  return findings
    .map(({ code, message, consequence, fix, fixCode, evidence }) =>
      [
        `**${markdownText(message)}** (\`${code}\`)`,
        markdownText(consequence),
        ...evidenceGroups(evidence).flatMap((group) => [
          markdownText(group.says),
          table(words.evidence, group.evidence.map(evidenceRow)),
        ]),
        markdownText(fix),
        fixCode === null ? '' : markdownBlock(fixCode, 'python'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    )
    .join('\n\n');
}

function evidenceRow(evidence: Evidence): readonly string[] {
  const { row, quantity, value } = evidence;
  return [row === null ? '' : String(row), quantity, value, markedLimit(evidence)].map(markdownText);
}

function optionsOf({ evaluation, temperature }: ReportInput): string {
  const { reduction, ignoreIndex, labelSmoothing, dtype, weight } = evaluation.options;
  const lines = [
    `\`reduction\`: ${reduction}`,
    `\`ignore_index\`: ${ignoreIndex}`,
    `\`label_smoothing\`: ${labelSmoothing}`,
    `\`dtype\`: ${dtype}`,
    ...(weight ? [`\`weight\`: ${Array.from(weight.data.subarray(0, mostShown), String).join(', ')}`] : []),
    ...(temperature === 1 ? [] : [`input / T, T = ${temperature}`]),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function formulasOf(report: ReportInput, { sample: word }: MarkdownWords): string {
  const input = tensorOfRole(report, 'input')?.tensor;
  const target = tensorOfRole(report, 'target')?.tensor;
  const { losses, options } = report.evaluation;
  if (!input || !target || !losses || rowLayoutOf(input.shape).rowCount === 0) return '';
  const { sample } = report;
  const label = positionOf(input.shape, sample).join(', ');
  return lossKeys
    .map((loss) => {
      const { general, substituted, reduced } = formula({
        loss,
        input,
        target,
        options,
        sample,
        result: losses[loss],
      });
      const { name } = shownLosses[loss];
      const title = label === '' ? `\`${name}\`` : `\`${name}\` (${word} ${label})`;
      return [title, general, substituted, reduced]
        .map((text, i) => (i === 0 ? text : `$$\n${text}\n$$`))
        .join('\n\n');
    })
    .join('\n\n');
}

function tensorsOf(report: ReportInput, words: MarkdownWords): string {
  const input = tensorOfRole(report, 'input');
  const target = tensorOfRole(report, 'target');
  if (!input || !target) return '';
  const { tensor } = input;
  const layout = rowLayoutOf(tensor.shape);
  const rows = Math.min(layout.rowCount, mostShown);
  const classes = Math.min(layout.numClasses, mostShown);
  const hasIndices = target.tensor.data.length === layout.rowCount;
  const about = ({ tensor: { shape, dtype } }: { tensor: Tensor }) =>
    `\`${formatShape(shape)}\` \`${dtype}\``;
  const body = Array.from({ length: rows }, (_, sample) => [
    positionOf(tensor.shape, sample).join(', '),
    ...(hasIndices ? [String(target.tensor.data[sample])] : []),
    ...Array.from({ length: classes }, (_unused, klass) =>
      formatNumber(tensor.data[rowOffset(layout, sample) + klass * layout.stride], tensor.dtype),
    ),
  ]);
  const head = [
    words.sample,
    ...(hasIndices ? [words.target] : []),
    ...Array.from({ length: classes }, (_, klass) => String(klass)),
  ];
  const shown = [
    ...(rows < layout.rowCount ? [words.shownOf(String(rows), String(layout.rowCount))] : []),
    ...(classes < layout.numClasses ? [words.shownOf(String(classes), String(layout.numClasses))] : []),
  ];
  return [
    [input, target].map((one) => `- ${markdownText(one.name ?? one.role)}: ${about(one)}`).join('\n'),
    table(head, body),
    ...shown,
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
