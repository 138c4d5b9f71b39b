import * as vscode from 'vscode';
import type { TextRange } from '../core';
import { type Program, programRangeOf } from '../core';
import type { SnippetSource } from '../messages/snippet';
import { programOf, sourceOf } from './pythonPrograms';

/** A Python text to evaluate, with the documents that its parts come from. */
export interface Snippet {
  readonly source: SnippetSource;
  readonly program: Program;
  readonly partUris: readonly vscode.Uri[];
}

/**
 * The snippet of a range of a document, or of all of it. In a Python file, a notebook or a Markdown fence the
 * program around it comes with it, for the names that it binds; a range of anything else stands alone. Null when
 * there is no Python to take.
 */
export function snippetOf(document: vscode.TextDocument, range: TextRange | null): Snippet | null {
  return snippetInProgram(document, range) ?? (range && snippetAlone(document, range));
}

function snippetInProgram(document: vscode.TextDocument, range: TextRange | null): Snippet | null {
  const found = programOf(sourceOf(document));
  if (!found) return null;
  const { program, partUris } = found;
  const part = partUris.findIndex((uri) => uri.toString() === document.uri.toString());
  const isWhole = range === null && partUris.length === 1;
  const all = { from: 0, to: program.parts[part]?.length ?? 0 };
  const selection = isWhole ? null : programRangeOf(program, part, range ?? all);
  if (!isWhole && !selection) return null;
  const [start] = program.stretches.filter((stretch) => stretch.part === part && partUris.length > 1);
  const firstLine = start ? 1 - numberOfBreaks(program.text.slice(0, start.from)) : 1;
  const source = { ...aboutOf(document, range), text: program.text, selection, firstLine };
  return { source, program, partUris };
}

function snippetAlone(document: vscode.TextDocument, range: TextRange): Snippet {
  const { from, to } = range;
  const start = document.positionAt(from);
  const text = document.getText(new vscode.Range(start, document.positionAt(to)));
  const stretches = [{ from: 0, to: text.length, part: 0, offset: from, lead: '' }];
  return {
    source: { ...aboutOf(document, range), text, selection: null, firstLine: start.line + 1 },
    program: { text, parts: [document.getText()], stretches },
    partUris: [document.uri],
  };
}

function aboutOf({ uri }: vscode.TextDocument, range: TextRange | null) {
  return { uri: uri.toString(), range, label: uri.path.slice(uri.path.lastIndexOf('/') + 1) };
}

function numberOfBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
