import { describe, expect, test } from 'vitest';
import { placeholdersOf, readJson, sourcesIn, translationsIn } from './sources';
import { textsOf } from './textsOf';

const bundles = translationsIn('l10n', /^bundle\.l10n\.(.+)\.json$/);
const manifests = translationsIn('.', /^package\.nls\.(.+)\.json$/);
const english = readJson('package.nls.json');

const sources = sourcesIn('src').map((source) => ({ path: source.path, texts: textsOf(source) }));
const texts = new Set(sources.flatMap((source) => source.texts));

test('texts, bundles and manifests are found', () => {
  expect(texts.size).toBeGreaterThan(300);
  expect([...bundles.keys()]).toContain('ko');
});

test('every text is written in one piece, so that it can be found', () => {
  const glued = sources.filter((source) => source.texts.includes(null));
  expect(glued.map(({ path }) => path)).toEqual([]);
});

test('the manifest and the code speak the same languages', () => {
  expect([...manifests.keys()].sort()).toEqual([...bundles.keys()].sort());
});

describe.each([...bundles])('the texts of the code in "%s"', (_language, bundle) => {
  test('are translated, every one', () => {
    expect([...texts].filter((text) => text !== null && !bundle[text])).toEqual([]);
  });

  test('are all still in use', () => {
    expect(Object.keys(bundle).filter((text) => !texts.has(text))).toEqual([]);
  });

  test('have the same placeholders', () => {
    const wrong = Object.entries(bundle).filter(
      ([text, translation]) => placeholdersOf(text).join() !== placeholdersOf(translation).join(),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each([...manifests])('the texts of the manifest in "%s"', (_language, manifest) => {
  test('are those of the English one', () => {
    expect(Object.keys(manifest).sort()).toEqual(Object.keys(english).sort());
  });

  test('lead to the same commands', () => {
    const linksOf = (text: string) => text.match(/\(command:[^)]*\)/g) ?? [];
    for (const [key, text] of Object.entries(english)) expect(linksOf(manifest[key])).toEqual(linksOf(text));
  });
});

test('every %key% of package.json has its text, and every text its key', () => {
  const used = JSON.stringify(readJson('package.json')).match(/"%[^"%]+%"/g) ?? [];
  const keys = [...new Set(used.map((key) => key.slice(2, -2)))];
  expect(keys.sort()).toEqual(Object.keys(english).sort());
});
