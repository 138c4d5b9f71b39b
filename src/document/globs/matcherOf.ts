import * as l10n from '../../core/l10n';
import { GlobStates } from './globStates';
import { parseGlob } from './parseGlob';

/** Longer globs are refused. Unit: UTF-16 code units. */
export const longestGlob = 500;

/** Globs are refused from the one on with which all together are longer. Unit: UTF-16 code units. */
export const longestGlobs = 10_000;

/** A glob that takes no part, and why. */
export interface RefusedGlob {
  readonly glob: string;
  readonly problem: string;
}

export interface GlobMatcher {
  /** Whether any of the globs means a path: `/` between folders, relative to the folder that they are written for. */
  readonly matches: (path: string) => boolean;
  readonly refused: readonly RefusedGlob[];
}

/**
 * A test for paths by globs as VS Code reads them, see `parseGlob`; a glob that names a folder means all in it too.
 * Globs that are too long or make no sense match nothing.
 */
export function matcherOf(globs: readonly string[]): GlobMatcher {
  const refused: RefusedGlob[] = [];
  const matchers: GlobStates[] = [];
  let length = 0;
  for (const glob of globs.map((one) => one.trim()).filter((one) => one !== '')) {
    length += glob.length;
    const problem = sizeProblem(glob, length);
    const parsed = problem ? { problem } : parseGlob(glob.replace(/^\.?\//, '').replace(/\/$/, ''));
    if ('problem' in parsed) refused.push({ glob, problem: parsed.problem });
    else matchers.push(new GlobStates(parsed.glob));
  }
  return { matches: (path) => matchers.some((one) => one.matches(path)), refused };
}

function sizeProblem(glob: string, length: number): string | null {
  if (glob.length > longestGlob)
    return l10n.t('it has {0} characters, more than {1}', glob.length, longestGlob);
  return length > longestGlobs
    ? l10n.t('with those before it, it has more than {0} characters', longestGlobs)
    : null;
}
