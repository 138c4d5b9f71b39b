import type { Module, Statement } from '../../syntax/ast';
import type { NamesIn } from './namesIn';
import { type Import, piecesOf } from './pieces';

/** How the modules of a program lie to each other. */
export interface Modules {
  readonly modules: ReadonlyMap<string, Module>;
  /** Path of the module that an import means; null for one that is not of the program. */
  resolve(from: string, level: number, module: string): string | null;
  /** Paths of the modules that a file may import by names which it puts together. */
  importedByName(path: string): readonly string[];
}

/** A piece of a module among all of the program: keys of what it defines, and of what its names can mean. */
export interface Unit {
  /** Null for an import, and for a module as a whole. */
  readonly statement: Statement | null;
  readonly defines: readonly string[];
  readonly mentions: readonly string[];
  readonly found: NamesIn | null;
  /** Keys of the classes that it may inherit from. */
  readonly bases: readonly string[];
}

const empty = { statement: null, found: null, bases: [] } as const;

/** What the names of a file mean in its program. */
export class FileScope {
  /** Modules of the program by the names that the file has for them. */
  private readonly files = new Map<string, string>();
  private readonly aliases: Unit[] = [];
  private hasStar = false;

  constructor(
    private readonly path: string,
    private readonly program: Modules,
  ) {
    const module = program.modules.get(path);
    for (const one of module ? piecesOf(module).imports : []) this.addImport(one);
  }

  units(): readonly Unit[] {
    const module = this.program.modules.get(this.path);
    if (!module) return [];
    const own = piecesOf(module).pieces.map(({ statement, defines, found, bases }): Unit => {
      const keys = defines.map((name) => keyOf(this.path, name));
      // What a decorator is given reaches what the decorator puts it into: its own keys are mentioned too.
      const mentions = [...this.keysOf(found), ...keys];
      return {
        statement,
        defines: [...keys, ...defines.map(anyKey)],
        mentions,
        found,
        bases: bases.map(anyKey),
      };
    });
    const all = [...own, ...this.aliases];
    const mentions = all.flatMap(({ defines }) => defines);
    return [...all, { defines: [moduleKey(this.path)], mentions, ...empty }];
  }

  /** The statement of the file that has a position in it; definitions whole. */
  statementAt(position: number): Statement | null {
    const module = this.program.modules.get(this.path);
    const pieces = module ? piecesOf(module).pieces : [];
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].statement.to <= position) low = middle + 1;
      else high = middle;
    }
    return pieces.at(low)?.statement ?? null;
  }

  /** Keys of all that code of the file can mean. */
  private keysOf({ names, members, strings, isDynamic, isOwnDynamic }: NamesIn): readonly string[] {
    const plain = [...names];
    const ofFiles = [...members].flatMap(([root, parts]) => (this.files.has(root) ? [...parts] : []));
    const anywhere = [...(this.hasStar ? plain : []), ...ofFiles, ...(isDynamic ? strings : [])];
    const modules = isDynamic
      ? [...plain.flatMap((name) => this.files.get(name) ?? []), ...this.program.importedByName(this.path)]
      : [];
    return [
      ...plain.map((name) => keyOf(this.path, name)),
      ...anywhere.map(anyKey),
      ...(isOwnDynamic ? [this.path, ...modules] : modules).map(moduleKey),
    ];
  }

  private addImport(one: Import): void {
    const { path, program } = this;
    if (one.type === 'import') {
      for (const { name, alias } of one.names) {
        const file = program.resolve(path, 0, name);
        if (file !== null) this.files.set(alias ?? name.split('.')[0], file);
      }
      return;
    }
    const { level, module, names } = one;
    const from = program.resolve(path, level, module);
    this.hasStar ||= names === null && from !== null;
    for (const { name, alias } of names ?? []) {
      const file = program.resolve(path, level, module === '' ? name : `${module}.${name}`);
      if (file !== null) this.files.set(alias ?? name, file);
      if (from === null) continue;
      const defines = [keyOf(path, alias ?? name), anyKey(alias ?? name)];
      this.aliases.push({ defines, mentions: [keyOf(from, name)], ...empty });
    }
  }
}

function keyOf(path: string, name: string): string {
  return `${path} ${name}`;
}

/** A name in whichever module. */
function anyKey(name: string): string {
  return ` ${name}`;
}

/** All of a module, for who takes its members by a string. */
function moduleKey(path: string): string {
  return `${path} `;
}
