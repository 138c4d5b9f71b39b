import * as l10n from '../../core/l10n';
import type { Glob, GlobNode } from './glob';

/** What a glob means, or why it means nothing. */
export type ParsedGlob = { readonly glob: Glob } | { readonly problem: string };

/**
 * Reads a glob as VS Code does: `*` and `?` within a name, `**` for whole folders, `{a,b}` (also within each other)
 * and `[abc]`, `[a-z]`, `[!a]`. A `[` that is never closed stands for itself.
 */
export function parseGlob(text: string): ParsedGlob {
  const reader = new GlobReader(text);
  const glob = reader.sequence(0);
  return reader.isWhole ? { glob } : { problem: l10n.t('a "{0}" is never closed', '{') };
}

class GlobReader {
  private at = 0;
  /** False once a brace turned out to have no end. */
  isWhole = true;

  constructor(private readonly text: string) {}

  /** The parts up to the end, inside of braces up to their comma or end. */
  sequence(depth: number): Glob {
    const { text } = this;
    const start = this.at;
    const nodes: GlobNode[] = [];
    while (this.at < text.length && !(depth > 0 && ',}'.includes(text[this.at]))) {
      nodes.push(this.folders(start, depth) ?? this.node(depth));
    }
    return nodes;
  }

  /** `**` as a whole name; within a name it is two `*`. */
  private folders(start: number, depth: number): GlobNode | null {
    const { text, at } = this;
    const stars = text.startsWith('/**', at) ? at + 1 : at;
    const isFirst = stars === start || text[stars - 1] === '/';
    if (!isFirst || !text.startsWith('**', stars)) return null;
    const next = text[stars + 2];
    const isLast = next === undefined || (depth > 0 && (next === ',' || next === '}'));
    if (isLast) {
      this.at = stars + 2;
      return stars === at
        ? { type: 'choice', choices: [[{ type: 'folders' }, { type: 'star' }]] }
        : { type: 'rest' };
    }
    if (next !== '/' || stars !== at) return null;
    this.at = stars + 3;
    return { type: 'folders' };
  }

  private node(depth: number): GlobNode {
    const character = this.text[this.at++];
    if (character === '*') return { type: 'star' };
    if (character === '?') return { type: 'character', accepts: (one) => one !== '/' };
    if (character === '{') return this.choice(depth + 1);
    const set = character === '[' ? this.set() : null;
    return set ?? { type: 'character', accepts: (one) => one === character };
  }

  private choice(depth: number): GlobNode {
    const choices: Glob[] = [];
    do choices.push(this.sequence(depth));
    while (this.text[this.at++] === ',');
    if (this.text[this.at - 1] !== '}') this.isWhole = false;
    return { type: 'choice', choices };
  }

  /** What stands behind a `[`; null when it is no set of characters. */
  private set(): GlobNode | null {
    const [written, not, members] = /^([!^]?)(\]?[^\]/]*)\]/.exec(this.text.slice(this.at)) ?? [];
    if (written === undefined || members === '') return null;
    this.at += written.length;
    const isMember = membership(members);
    return { type: 'character', accepts: (one) => one !== '/' && isMember(one) === (not === '') };
  }
}

/** The characters of `abc` and `a-z`. */
function membership(members: string): (character: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([members[at], members[isRange ? at + 2 : at]]);
    if (isRange) at += 2;
  }
  return (one) => ranges.some(([from, to]) => from <= one && one <= to);
}
