import * as vscode from 'vscode';
import type { ChainStep, CheckResult, CodeFinding, CodeFix, FileRange, LossSite } from '../../core';
import { partRangeOf } from '../../core';
import type { SourceProgram } from '../../document/pythonPrograms';
import { lineStartsOf, positionAt } from '../../document/textLines';

/** A step of a chain in the documents of the editor. */
export interface LocatedStep {
  readonly location: vscode.Location;
  readonly message: string;
}

export interface LocatedEdit {
  readonly location: vscode.Location;
  readonly insert: string;
}

export interface LocatedFix extends Pick<CodeFix, 'title' | 'isSafe'> {
  readonly edits: readonly LocatedEdit[];
  /** Whether it edits nothing but the program that the finding is in. */
  readonly isLocal: boolean;
}

/** A finding in the documents of the editor. */
export interface LocatedFinding extends Pick<CodeFinding, 'code' | 'severity' | 'message'> {
  /** Wrong for one of several values only. */
  readonly isPossible: boolean;
  readonly location: vscode.Location;
  readonly chain: readonly LocatedStep[];
  readonly fixes: readonly LocatedFix[];
}

/** A call of a loss in the documents of the editor. */
export interface LocatedSite extends Pick<LossSite, 'loss' | 'input'> {
  readonly location: vscode.Location;
  readonly chain: readonly LocatedStep[];
}

interface Place {
  readonly location: vscode.Location;
  readonly lead: string;
  /** Where in a notebook that is not open, counted from 1; null for anything else. */
  readonly cell: { readonly number: number; readonly line: number } | null;
}

/** Translates ranges of programs into documents and positions, by the texts that were checked. */
export class Places {
  private readonly lineStarts = new Map<string, readonly number[]>();

  constructor(private readonly known: ReadonlyMap<string, SourceProgram>) {}

  findings({ findings, possible }: CheckResult): readonly LocatedFinding[] {
    return [
      ...findings.flatMap((finding) => this.located(finding, false)),
      ...possible.flatMap((finding) => this.located(finding, true)),
    ];
  }

  private located(finding: CodeFinding, isPossible: boolean): readonly LocatedFinding[] {
    const place = this.placeOf(finding);
    if (!place) return [];
    const { code, severity, message, chain, fixes } = finding;
    const located = fixes.map((fix) => this.fixOf(fix, finding.path)).filter((fix) => fix !== null);
    return [
      {
        code,
        severity,
        isPossible,
        message: messageAt(place, message),
        location: place.location,
        chain: this.stepsOf(chain),
        fixes: place.cell ? [] : located,
      },
    ];
  }

  sites(result: CheckResult): readonly LocatedSite[] {
    return result.sites.flatMap((site) => {
      const place = this.placeOf(site);
      const { loss, input, chain } = site;
      return place ? [{ loss, input, location: place.location, chain: this.stepsOf(chain) }] : [];
    });
  }

  private stepsOf(chain: readonly ChainStep[]): readonly LocatedStep[] {
    return chain.flatMap((step) => {
      const place = this.placeOf(step);
      return place ? [{ location: place.location, message: messageAt(place, step.message) }] : [];
    });
  }

  /** Null when an edit is in no document, or in two. */
  private fixOf({ title, isSafe, edits }: CodeFix, path: string): LocatedFix | null {
    const located: LocatedEdit[] = [];
    for (const edit of edits) {
      const place = this.placeOf(edit);
      if (!place) return null;
      located.push({ location: place.location, insert: edit.insert.replaceAll('\n', `\n${place.lead}`) });
    }
    return { title, isSafe, edits: located, isLocal: edits.every((edit) => edit.path === path) };
  }

  private placeOf({ path, from, to }: FileRange): Place | null {
    const source = this.known.get(path);
    const found = source ? partRangeOf(source.program, { from, to }) : null;
    if (!source || !found) return null;
    const { part, lead } = found;
    const uri = source.partUris[part];
    const starts = this.startsOf(source, part);
    const [start, end] = [found.from, found.to].map((offset) => positionAt(starts, offset));
    const number = source.cellNumbers?.[part];
    if (number !== undefined) {
      const top = new vscode.Range(0, 0, 0, 0);
      return {
        location: new vscode.Location(uri, top),
        lead,
        cell: { number, line: start.line + 1 },
      };
    }
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return { location: new vscode.Location(uri, range), lead, cell: null };
  }

  private startsOf({ key, program }: SourceProgram, part: number): readonly number[] {
    const name = `${part}:${key}`;
    const starts = this.lineStarts.get(name) ?? lineStartsOf(program.parts[part]);
    this.lineStarts.set(name, starts);
    return starts;
  }
}

/** A message that says where it belongs, if its place cannot. */
function messageAt({ cell }: Place, message: string): string {
  return cell ? vscode.l10n.t('cell {0}, line {1}: {2}', cell.number, cell.line, message) : message;
}
