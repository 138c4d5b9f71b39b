import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SourceFile } from '../../../../../../src/core/index';

export const fixtureFolder = join('test', 'fixtures', 'python');

/** A program of one or several files, with what is expected of it. */
export interface PythonFixture {
  /** `nll-not-log-probs/flag/softmax-in-forward` */
  readonly name: string;
  readonly code: string;
  readonly isFlag: boolean;
  readonly files: readonly SourceFile[];
  /** `path:line code`, sorted. */
  readonly expected: readonly string[];
}

/** All fixtures of code, from the folders. */
export function pythonFixtures(): readonly PythonFixture[] {
  return readdirSync(fixtureFolder).flatMap((code) =>
    ['flag', 'pass'].flatMap((side) => {
      const folder = join(fixtureFolder, code, side);
      return readdirSync(folder).map((entry) => {
        const files = sourcesIn(join(folder, entry));
        return {
          name: `${code}/${side}/${entry.replace(/\.py$/, '')}`,
          code,
          isFlag: side === 'flag',
          files,
          expected: files.flatMap(expectedOf).sort(),
        };
      });
    }),
  );
}

function sourcesIn(path: string): readonly SourceFile[] {
  if (!statSync(path).isDirectory()) return [{ path: 'main.py', text: readFileSync(path, 'utf8') }];
  const walk = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
    );
  return walk(path).map((file) => ({
    path: relative(path, file).replaceAll('\\', '/'),
    text: readFileSync(file, 'utf8'),
  }));
}

function expectedOf({ path, text }: SourceFile): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, codes] = /# finding: (.*)$/.exec(line) ?? [];
    return codes ? codes.split(',').map((code) => `${path}:${index + 1} ${code.trim()}`) : [];
  });
}

/** The line of an offset, 1-based. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
