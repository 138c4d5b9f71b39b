import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file of the extension. */
export interface SourceText {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file under a folder. */
export function sourcesIn(folder: string): readonly SourceText[] {
  return readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(resolve(path), 'utf8') }));
}

/** Translations by the language that a file's name holds: `bundle.l10n.ko.json` with `/^bundle\.l10n\.(.+)\.json$/`. */
export function translationsIn(folder: string, name: RegExp): ReadonlyMap<string, Record<string, string>> {
  const found = readdirSync(resolve(folder)).flatMap((file) => {
    const language = name.exec(file)?.[1];
    return language ? [[language, readJson(`${folder}/${file}`)] as const] : [];
  });
  return new Map(found);
}

export function readJson(path: string): Record<string, string> {
  return JSON.parse(readFileSync(resolve(path), 'utf8'));
}

/** `{0}`, `{1}`, … of a text, each once and in order. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}
