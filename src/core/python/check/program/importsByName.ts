/** What a call gets begins with the name, of which the package comes first. */
const calls = /\bimport_module\((?=([\s\S]{0,200}))/g;

/** The package of a name that is put together, as written: `'models.' + name`, `f'models.{name}'`; null where none is. */
export function packageIn(argument: string): string | null {
  // Strings beside each other are one.
  const joined = argument.replaceAll(/(['"])\s*[fF]?\1/g, '');
  return /^\s*[fF]?['"]([A-Za-z_][\w.]*)\./.exec(joined)?.[1] ?? null;
}

/** The packages that a text imports modules of whose names are not written: `import_module('models.' + name)`. */
export function packagesIn(text: string): readonly string[] {
  if (!text.includes('import_module')) return [];
  return [...text.matchAll(calls)].flatMap(([, argument]) => packageIn(argument) ?? []);
}
