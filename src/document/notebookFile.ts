import * as l10n from '../core/l10n';
/** A code cell of a notebook file. */
export interface FileCell {
  readonly text: string;
  /** Its place among all cells, from 1. */
  readonly number: number;
}

type Json = { readonly [key: string]: unknown };

/**
 * The Python cells of an `.ipynb` file, of nbformat 4 or 3; none when the notebook is in another language.
 *
 * @throws SyntaxError when it is no JSON, RangeError when it is no notebook.
 */
export function readNotebookFile(json: string): readonly FileCell[] {
  const notebook: unknown = JSON.parse(json);
  const cells = isObject(notebook) ? cellsOf(notebook) : null;
  if (!isObject(notebook) || !cells) throw new RangeError(l10n.t('expected a notebook with cells'));
  const language = languageOf(notebook.metadata);
  return cells.flatMap((cell, i) => {
    if (!isObject(cell) || cell.cell_type !== 'code') return [];
    const own =
      isObject(cell.metadata) && isObject(cell.metadata.vscode) ? cell.metadata.vscode.languageId : null;
    return (own ?? language) === 'python' ? [{ text: sourceOf(cell), number: i + 1 }] : [];
  });
}

/**
 * The same notebook without what its cells printed and drew.
 *
 * @throws SyntaxError when it is no JSON.
 */
export function withoutOutputs(json: string): string {
  const notebook: unknown = JSON.parse(json);
  const cells = isObject(notebook) ? cellsOf(notebook) : null;
  if (!isObject(notebook) || !cells) return json;
  const kept = cells.map((cell) => (isObject(cell) ? { ...cell, outputs: [], attachments: {} } : cell));
  return JSON.stringify({ ...notebook, worksheets: undefined, cells: kept });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellsOf({ cells, worksheets }: Json): readonly unknown[] | null {
  if (Array.isArray(cells)) return cells;
  if (!Array.isArray(worksheets)) return null;
  return worksheets.flatMap((sheet) => (isObject(sheet) && Array.isArray(sheet.cells) ? sheet.cells : []));
}

function languageOf(metadata: unknown): string {
  if (!isObject(metadata)) return 'python';
  const { language_info: info, kernelspec } = metadata;
  const name = isObject(info) ? info.name : isObject(kernelspec) ? kernelspec.language : null;
  return typeof name === 'string' ? name.toLowerCase() : 'python';
}

function sourceOf({ source, input }: Json): string {
  const written = source ?? input;
  const lines: readonly unknown[] = Array.isArray(written) ? written : [written];
  return lines.filter((line) => typeof line === 'string').join('');
}
