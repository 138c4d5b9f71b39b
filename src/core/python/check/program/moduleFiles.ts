import type { FileValue } from '../values/value';

/** Modules of a package that are followed where the name of one is put together; of more, the first stand for all. */
const mostInPackage = 10;

/** Finds the file that an import means among the known ones, by the folders of the importing file. */
export class ModuleFiles {
  private readonly bySuffix = new Map<string, string[]>();
  private readonly resolved = new Map<string, string | null>();

  constructor(private readonly paths: ReadonlySet<string>) {
    for (const path of paths) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const known = this.bySuffix.get(name);
      if (known) known.push(path);
      else this.bySuffix.set(name, [path]);
    }
  }

  /** Path of the file of a module, null when it is not known. */
  resolve(from: string, level: number, module: string): string | null {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const key = `${folder} ${level} ${module}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const found = this.search(from, level, module);
    this.resolved.set(key, found);
    return found;
  }

  /** Paths of the modules in a package and below, of the nearest folder that has some. */
  inPackage(from: string, name: string): readonly string[] {
    for (const candidate of candidatesOf(from, 0, name)) {
      const folder = candidate.endsWith('/__init__.py') ? candidate.slice(0, -'__init__.py'.length) : null;
      if (folder === null) continue;
      const found = [...this.paths].filter(
        (path) => path.startsWith(folder) && path.endsWith('.py') && !path.endsWith('/__init__.py'),
      );
      if (found.length > 0) return found.sort().slice(0, mostInPackage);
    }
    return [];
  }

  private search(from: string, level: number, module: string): string | null {
    const found = candidatesOf(from, level, module).find((path) => this.paths.has(path));
    return found ?? (level > 0 ? null : this.bySuffixOf(module));
  }

  /** The only file that ends with the path of the module, as when the sources lie in `src/`. */
  private bySuffixOf(module: string): string | null {
    const path = module.replaceAll('.', '/');
    if (path === '' || /^(torch|torchvision|numpy)(\/|$)/.test(path)) return null;
    for (const candidate of [`${path}.py`, `${path}/__init__.py`]) {
      const name = candidate.slice(candidate.lastIndexOf('/') + 1);
      const found = (this.bySuffix.get(name) ?? []).filter((known) => known.endsWith(`/${candidate}`));
      if (found.length === 1) return found[0];
    }
    return null;
  }
}

/** Paths that a module may be in, best first: for relative imports one folder, else every folder upwards. */
export function candidatesOf(from: string, level: number, module: string): readonly string[] {
  const folders = from.split('/').slice(0, -1);
  const parts = module === '' ? [] : module.split('.');
  if (level === 0 && /^(torch|torchvision|numpy)$/.test(parts[0] ?? '')) return [];
  const inFolder = (folder: readonly string[]) => {
    const path = [...folder, ...parts].join('/');
    return path === '' ? ['__init__.py'] : [`${path}.py`, `${path}/__init__.py`];
  };
  if (level > 0) return inFolder(folders.slice(0, folders.length - (level - 1)));
  return folders
    .map((_, i) => folders.slice(0, folders.length - i))
    .concat([[]])
    .flatMap(inFolder);
}

/** A module without a file yet. */
export function emptyModule(path: string): FileValue {
  return { type: 'file', path, cells: new Map() };
}
