import { expect, test } from 'vitest';
import { checkPython, PythonChecker, type SourceFile } from '../../../../../../src/core/index';
import { packageFiles } from '../../../../../vscode/packageFiles';
import { pythonFixtures } from './fixtures';

function knowing(files: readonly SourceFile[], nameOf?: (path: string) => string): PythonChecker {
  const checker = new PythonChecker(nameOf);
  for (const { path, text } of files) checker.set(path, text);
  return checker;
}

function placesOf(findings: ReturnType<typeof checkPython>['findings']): readonly string[] {
  return [...new Set(findings.map(({ path, from, code }) => `${path}:${from} ${code}`))].sort();
}

const shop = Object.entries(packageFiles).map(([path, text]) => ({ path, text }));

test.each([...pythonFixtures().filter(({ files }) => files.length > 1), { name: 'a package', files: shop }])(
  'checked program by program, nothing else is found: $name',
  ({ files }) => {
    const checker = knowing(files);
    const found = files.flatMap(({ path }) => checker.check(checker.programOf(path)).findings);
    expect(placesOf(found)).toEqual(placesOf(checkPython(files).findings));
  },
);

test('a program is a file and all that it imports', () => {
  const checker = knowing(shop);
  expect([...checker.programOf('main.py')].sort()).toEqual([
    'main.py',
    'shop/__init__.py',
    'shop/model.py',
    'shop/train.py',
  ]);
  expect(checker.programOf('shop/model.py')).toEqual(['shop/model.py']);
});

test('an import may mean a file of which only the path is known, unless there are two', () => {
  const checker = knowing([{ path: 'main.py', text: 'from shop.train import train\n' }]);
  expect(checker.importsOf('main.py')).not.toContain('code/shop/train.py');
  checker.list(new Set(['code/shop/train.py', 'code/train.py']));
  expect(checker.importsOf('main.py')).toContain('code/shop/train.py');
  checker.list(new Set(['code/shop/train.py', 'old/shop/train.py']));
  expect(checker.importsOf('main.py').filter((path) => path.endsWith('/shop/train.py'))).toEqual([]);
});

test('what makes a file a test is its place in the folder that is worked in, not where that lies', () => {
  const files = shop.map(({ path, text }) => ({ path: `home/tests/${path}`, text }));
  const found = (nameOf?: (path: string) => string) =>
    knowing(files, nameOf)
      .check()
      .findings.map(({ path }) => path.replace('home/tests/', ''));
  expect(found((path) => path.replace('home/tests/', ''))).toEqual(['shop/evaluate.py', 'shop/model.py']);
  expect(found()).toEqual(['shop/evaluate.py']);
});
