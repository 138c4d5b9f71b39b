import { expect, test } from 'vitest';
import manifest from '../../../package.json';

const { commands, keybindings, menus } = manifest.contributes;

test('keys and buttons belong to commands, and only to editors that have what they take', () => {
  const known = commands.map(({ command }) => command);
  for (const { command, when } of [...keybindings, ...menus['editor/title']]) {
    expect(known).toContain(command);
    expect(when).toContain('lossLens.pairResources');
  }
});

test('a button has an icon', () => {
  const icons = new Map(commands.map(({ command, icon }) => [command, icon]));
  for (const { command } of menus['editor/title']) expect(icons.get(command)).toMatch(/^\$\(/);
});
