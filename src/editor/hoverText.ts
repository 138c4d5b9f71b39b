import type { Description, Finding, TensorLiteral } from '../core';
import { formatMeasure, formatShape, kindLabels, markdownCode, markdownMessage, markdownText } from '../core';
import * as l10n from '../core/l10n';

/** Rows listed one by one; more are summed up in a line. */
const listedRows = 3;

/** What a hover says of an array. */
export interface HoverContent {
  readonly literal: TensorLiteral;
  readonly description: Description;
  readonly findings: readonly Finding[];
}

/**
 * The lines of a hover, at most 12 with the link that follows them: what the array is, the reason, the first rows,
 * and what is wrong with it. Markdown in which text of the document is text.
 */
export function hoverLines({ literal, description, findings }: HoverContent): readonly string[] {
  const { tensor, name } = literal;
  const kind = `**${kindLabels[description.kind]}**`;
  const isSure = description.confidence !== 'low';
  const facts = [
    ...(name === null ? [] : [markdownCode(name)]),
    l10n.t('shape {0}', formatShape(tensor.shape)),
    tensor.dtype,
    isSure ? l10n.t('looks like {0}', kind) : l10n.t('looks like {0} (low confidence)', kind),
  ];
  return [
    facts.join(' · '),
    '',
    reasonLine(description),
    ...rowTable(description),
    ...findings.slice(0, 2).flatMap((finding) => ['', `⚠ ${markdownMessage(finding.message)}`]),
  ];
}

function reasonLine({ evidence }: Description): string {
  return evidence
    .slice(0, 2)
    .map(({ row, quantity, value, limit }) => {
      const [measured, bound] = [markdownText(value), markdownText(limit)];
      return row === null
        ? `${quantity} = ${measured} (${bound})`
        : l10n.t('{0} = {1} in row {2} ({3})', quantity, measured, row, bound);
    })
    .join(', ');
}

/** Σ exp(x) and Σ x of the first rows; nothing for class indices and empty tensors. */
function rowTable({
  kind,
  numRows,
  rowKind,
  rowKinds,
  rowSum,
  rowLogSumExp,
}: Description): readonly string[] {
  if (kind === 'class-indices' || kind === 'empty' || kind === 'class-weights') return [];
  const shown = Math.min(numRows, listedRows);
  const rows = Array.from({ length: shown }, (_, row) => {
    const exp = formatMeasure(Math.exp(rowLogSumExp[row]));
    return `| ${row} | ${exp} | ${formatMeasure(rowSum[row])} | &emsp;${kindLabels[rowKinds[rowKind[row]]]} |`;
  });
  const more = numRows - shown;
  if (more > 0) rows.push(`| … | | | ${l10n.t('{0} more', more)} |`);
  // The hover's table has hardly any padding of its own, and plain spaces at a cell's ends are dropped.
  const heads = [l10n.t('row'), 'Σ exp(x)', 'Σ x', l10n.t('looks like')];
  return ['', `| ${heads.join(' | &emsp;')} |`, '|--:|--:|--:|:--|', ...rows];
}
