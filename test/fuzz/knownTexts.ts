import { readFileSync } from 'node:fs';
import { pythonFixtures } from '../unit/core/python/check/program/fixtures';

/** Programs, snippets and prints of the fixtures, which random texts start from. */
export function knownTexts(): readonly string[] {
  return [
    ...pythonFixtures().flatMap(({ files }) => files.map(({ text }) => text)),
    ...textsIn('test/fixtures/torch/snippets.json'),
    ...textsIn('test/fixtures/torch/programs.json'),
  ];
}

function textsIn(path: string): readonly string[] {
  const { snippets, programs } = JSON.parse(readFileSync(path, 'utf8'));
  return (snippets ?? programs).map(({ text }: { text: string }) => text);
}
