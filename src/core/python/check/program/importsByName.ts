/** What a call gets begins with the name, of which the package comes first. */
const calls = /\bimport_module\((?=([\s\S]{0,200}))/g;

/** The package of a name that is put together, as written: `'models.' + name`, `f'models.{name}'`; null where none is. */
function packageIn(argument: string): string | null {
  // Strings beside each other are one.
  const joined = argument.replaceAll(/(['"])\s*[fF]?\1/g, '');
  return /^\s*[fF]?['"]([A-Za-z_][\w.]*)\./.exec(joined)?.[1] ?? null;
}

/** What a program adds to the folders that it looks for modules in. */
const added = /\bsys\.path\.(?:append|insert)\((?=([^\n]{0,200}))/g;

/** Those folders, by the last name that is written: `sys.path.append(os.path.join(root, 'models'))`. */
function foldersIn(text: string): readonly string[] {
  return [...text.matchAll(added)].flatMap(([, argument]) => {
    const written = argument.split(/['"]/).filter((_, index) => index % 2 === 1);
    const name = written.at(-1)?.split('/').at(-1) ?? '';
    return /^[A-Za-z_]\w*$/.test(name) ? [name] : [];
  });
}

/** The packages, or the folders, whose modules a call may mean that begins with `argument`; none for a name that is written. */
export function packagesOf(argument: string, text: string): readonly string[] {
  const name = packageIn(argument);
  if (name !== null) return [name];
  return /^\s*[A-Za-z_]\w*\s*[.)]/.test(argument) ? foldersIn(text) : [];
}

/** The packages that a text imports modules of whose names are not written: `import_module('models.' + name)`. */
export function packagesIn(text: string): readonly string[] {
  if (!text.includes('import_module')) return [];
  return [...text.matchAll(calls)].flatMap(([, argument]) => packagesOf(argument, text));
}
