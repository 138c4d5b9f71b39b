/** What of an address says where a file is. */
export interface FileAddress {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/**
 * The path with `.`, `..` and empty steps followed; null when it has none: it is relative, climbs above its root, or
 * holds what only some systems take for a step (a backslash) or an end (a NUL).
 */
export function normalPath(path: string): string | null {
  if (!path.startsWith('/') || /[\\\0]/.test(path)) return null;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return `/${steps.join('/')}`;
}

/**
 * Whether an address, once its `..` are followed, is in a folder and not the folder itself. Letters count as they are
 * written: where a file system takes both cases for one, the other case is outside.
 */
export function isInsideFolder(folder: FileAddress, file: FileAddress): boolean {
  const [around, path] = [normalPath(folder.path), normalPath(file.path)];
  if (around === null || path === null) return false;
  return (
    file.scheme === folder.scheme &&
    file.authority === folder.authority &&
    path.startsWith(around === '/' ? '/' : `${around}/`) &&
    path !== around
  );
}
