import type { BrokenArray, Description, Evaluation, TensorLiteral } from '../../core';
import {
  describe,
  formatMeasure,
  formatShape,
  kindLabels,
  markdownCode,
  markdownMessage,
  markdownText,
  roleOfName,
} from '../../core';
import * as l10n from '../../core/l10n';
import { emptyMessages, longOutcome } from './outcomeText';

/** Rows listed one by one; more are summed up in a line. */
const listedRows = 3;

/** The other tensor of a pair. */
export interface Partner {
  readonly name: string | null;
  readonly shape: readonly number[];
  readonly isInput: boolean;
  /** From 1; null in another document. */
  readonly line: number | null;
}

/** What a hover says of an array. */
export interface HoverContent {
  readonly literal: TensorLiteral;
  /** With the partner. */
  readonly evaluation?: Evaluation | null;
  readonly partner?: Partner | null;
  /** Where partners are not looked for, from which length of the text on. Unit: UTF-16 code units. */
  readonly longerThan?: number;
}

/**
 * The lines of a hover, at most 12 with the link that follows them: what the array is, what is wrong with it, both
 * losses, the reason and the first rows. Markdown in which text of the document is text.
 */
export function hoverLines({ literal, evaluation, partner, longerThan }: HoverContent): readonly string[] {
  const description = descriptionOf(literal);
  const warnings = [
    ...(literal.tensor.data.length === 0 ? [l10n.t('expected numbers, got an empty array')] : []),
    ...(evaluation && !partner ? emptyMessages(evaluation) : []),
    ...(evaluation ? warningsOf(evaluation).map(({ message }) => message) : []),
  ];
  return [
    headLine(literal, description),
    ...warnings.slice(0, 2).flatMap((message) => ['', `⚠ ${markdownMessage(message)}`]),
    ...(partner ? ['', lossLine(evaluation ?? null, partner)] : []),
    ...(longerThan === undefined
      ? []
      : ['', l10n.t('Partners are not looked for in texts of more than {0} characters.', longerThan)]),
    '',
    reasonLine(description),
    ...rowTable(description),
  ];
}

/** The lines of a hover over an array that is no tensor; `line` is that of the culprit, from 1. */
export function brokenLines({ name, problem }: BrokenArray, line: number): readonly string[] {
  const head = name === null ? [] : [markdownCode(name), ''];
  return [...head, `⚠ ${l10n.t('line {0}: {1}', line, markdownText(problem.message))}`];
}

/** Where no loss is called, only what both refuse: which of them is meant is not known. */
function warningsOf({ findings, calledLoss }: Evaluation): Evaluation['findings'] {
  return findings.filter(
    ({ severity }) => severity === 'error' || (severity !== 'hint' && calledLoss !== null),
  );
}

function headLine({ name, tensor }: TensorLiteral, { kind, confidence }: Description): string {
  const label = `**${kindLabels[kind]}**`;
  return [
    ...(name === null ? [] : [markdownCode(name)]),
    l10n.t('shape {0}', formatShape(tensor.shape)),
    tensor.dtype,
    confidence === 'low' ? l10n.t('looks like {0} (low confidence)', label) : l10n.t('looks like {0}', label),
  ].join(' · ');
}

/** `CrossEntropyLoss 0.4071 · NLLLoss -1.6000 ✗`, and with what. */
function lossLine(evaluation: Evaluation | null, { name, shape, isInput, line }: Partner): string {
  const known = evaluation && longOutcome(evaluation);
  const values = known === null ? l10n.t('what the losses give is not known here') : markdownText(known);
  const what = name === null ? formatShape(shape) : markdownCode(name);
  const partner = isInput ? l10n.t('with input {0}', what) : l10n.t('with target {0}', what);
  const place = line === null ? l10n.t('in another cell') : l10n.t('line {0}', line);
  return `${values} (${partner}, ${place})`;
}

function descriptionOf({ tensor, decimals, scientificDecimals, gradFn, name }: TensorLiteral): Description {
  return describe(tensor, { decimals, scientificDecimals, gradFn, role: roleOfName(name) ?? undefined });
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
