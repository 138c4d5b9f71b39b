import { expect, test } from 'vitest';
import { evaluatedTable } from './evaluatedTable';

test('docs/evaluated.md is what `npm run docs` writes', async () => {
  await expect(evaluatedTable()).toMatchFileSnapshot('../../../docs/evaluated.md');
}, 60_000);
