import { describe, expect, test } from 'vitest';
import { isInsideFolder, normalPath } from '../../../src/document/insideFolder';

test.each([
  ['/a/b.py', '/a/b.py'],
  ['/a//./b.py', '/a/b.py'],
  ['/a/x/../b.py', '/a/b.py'],
  ['/a/../../b.py', null],
  ['/..', null],
  ['/a/..', '/'],
  ['a/b.py', null],
  ['', null],
  ['/a\\..\\..\\b.py', null],
  ['/a/b.py\0.txt', null],
  ['/a/%2e%2e/b.py', '/a/%2e%2e/b.py'],
  ['/a/..b/...', '/a/..b/...'],
])('%j is %j', (path, normal) => expect(normalPath(path)).toBe(normal));

describe('a file is in a folder', () => {
  const folder = { scheme: 'file', authority: '', path: '/home/me/work' };

  test.each([
    ['/home/me/work/a.py', true],
    ['/home/me/work/x/../a.py', true],
    ['/home/me/other/../work/a.py', true],
    ['/home/me/work/../secret.py', false],
    ['/home/me/work/x/../../secret.py', false],
    ['/home/me/work/../work2/a.py', false],
    ['/home/me/work2/a.py', false],
    ['/home/me/work', false],
    ['/home/me/work/', false],
    ['/home/me/work/x/..', false],
    ['/home/me/WORK/a.py', false],
    ['/home/me/work/..\\secret.py', false],
    ['//home/me/work/a.py', true],
  ])('%s: %s', (path, isInside) => expect(isInsideFolder(folder, { ...folder, path })).toBe(isInside));

  test('by the same scheme and authority alone', () => {
    const file = { ...folder, path: '/home/me/work/a.py' };
    expect(isInsideFolder(folder, { ...file, scheme: 'vscode-remote' })).toBe(false);
    expect(isInsideFolder(folder, { ...file, authority: 'server' })).toBe(false);
    expect(isInsideFolder({ ...folder, path: '/' }, file)).toBe(true);
  });
});
