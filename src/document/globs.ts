/**
 * A test for paths (`/` between folders, relative to the folder that the globs are written for) that match any of
 * the globs. `*`, `?`, `**`, `{a,b}` and `[abc]` mean what they mean in VS Code; a glob that names a folder means
 * all in it too. A glob that makes no sense matches nothing.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.filter((glob) => glob.trim() !== '').map((glob) => patternOf(glob.trim()));
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function patternOf(glob: string): RegExp {
  const plain = glob.replace(/^\.?\//, '').replace(/\/$/, '');
  const tokens = plain.match(/\*\*\/|\/\*\*$|\*\*|\[!?[^\]/]+\]|[\s\S]/g) ?? [];
  let depth = 0;
  const source = tokens.map((token) => {
    if (token === '{') depth++;
    if (token === '}' && depth > 0) {
      depth--;
      return ')';
    }
    if (token === ',' && depth > 0) return '|';
    return sourceOf(token);
  });
  try {
    return new RegExp(`^${source.join('')}(?:/.*)?$`);
  } catch {
    return /(?!)/;
  }
}

function sourceOf(token: string): string {
  switch (token) {
    case '**/':
      return '(?:.*/)?';
    case '/**':
      return '(?:/.*)?';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    case '{':
      return '(?:';
    default:
      if (token.length > 1) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
      return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
}
