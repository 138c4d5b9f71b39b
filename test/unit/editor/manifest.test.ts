import { expect, test } from 'vitest';
import manifest from '../../../package.json';

test('globs of a workspace that is not trusted do not count', () => {
  expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain('lossLens.exclude');
});
