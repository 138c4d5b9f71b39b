import { describe, expect, test } from 'vitest';
import { type CheckResult, checkPython, type SourceFile } from '../../../../../../src/core/index';
import { lineOf, pythonFixtures } from './fixtures';

function placesOf(
  { findings }: Pick<CheckResult, 'findings'>,
  files: readonly SourceFile[],
): readonly string[] {
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  return findings.map(({ path, from, code }) => `${path}:${lineOf(textOf(path), from)} ${code}`).sort();
}

const fixtures = pythonFixtures();

describe('what the checker says of a program', () => {
  test.each(fixtures)('$name', ({ files, expected }) => {
    expect(placesOf(checkPython(files), files)).toEqual(expected);
  });

  test('every fixture to be flagged expects its code, and none to be passed does', () => {
    for (const { code, isFlag, expected, name, files } of fixtures) {
      const isMissed = files.some(({ text }) => text.includes(`# missed: ${code}`));
      const has = isMissed || expected.some((one) => one.endsWith(` ${code}`));
      expect({ name, has }).toEqual({ name, has: isFlag });
    }
  });
});

describe('what a fix does', () => {
  const fixes = fixtures.flatMap(({ name, files }) =>
    checkPython(files).findings.flatMap((finding) =>
      finding.fixes.map((fix) => ({ name, files, finding, fix, title: fix.title })),
    ),
  );

  test.each(fixes)('$name: $title', ({ files, finding, fix }) => {
    const mended = files.map(({ path, text }) => ({
      path,
      text: [...fix.edits]
        .filter((edit) => edit.path === path)
        .sort((a, b) => b.from - a.from)
        .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text),
    }));
    const before = placesOf(checkPython(files), files);
    const result = checkPython(mended);
    const after = placesOf(result, mended);
    const place = placesOf({ findings: [finding] }, files)[0];
    expect(after).not.toContain(place);
    expect(after.filter((one) => !before.includes(one) && !one.endsWith(' ce-log-softmax'))).toEqual([]);
    expect(result.unread).toEqual(checkPython(files).unread);
  });
});
