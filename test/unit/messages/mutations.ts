/** What stands in a field instead: of every kind of plain data, with hostile sizes. */
const replacements: readonly (readonly [string, () => unknown])[] = [
  ['undefined', () => undefined],
  ['null', () => null],
  ['true', () => true],
  ['-1', () => -1],
  ['1.5', () => 1.5],
  ['NaN', () => Number.NaN],
  ['1e300', () => 1e300],
  ['2 ** 53 - 1', () => Number.MAX_SAFE_INTEGER],
  ["''", () => ''],
  ["'x'", () => 'x'],
  ['[]', () => []],
  ['{}', () => ({})],
  ['[null]', () => [null]],
  ['{ 0: null }', () => ({ 0: null })],
  ['[0, 1e300]', () => [0, 1e300]],
  ['no numbers', () => new Float64Array(0)],
  ['3 numbers', () => Float64Array.of(2, Number.NaN, -1)],
  ['10,000 lists in each other', () => nested(10_000)],
];

export interface Mutation {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Plain data in which one field is another: for each field at every depth (of a list, its first and last elements)
 * once without it and once with each replacement. Only until the next one is asked for: it is the same copy.
 */
export function* mutationsOf(whole: unknown): Generator<Mutation> {
  const value = structuredClone(whole);
  for (const path of [...pathsOf(value, [])]) {
    const { parent, key } = placeOf(value, path);
    const before = parent[key];
    delete parent[key];
    yield { name: `${path.join('.')} deleted`, value };
    for (const [name, replacement] of replacements) {
      parent[key] = replacement();
      yield { name: `${path.join('.')} = ${name}`, value };
    }
    parent[key] = before;
  }
}

function* pathsOf(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const keys = Object.keys(value);
  const visited = Array.isArray(value) ? new Set([...keys.slice(0, 1), ...keys.slice(-1)]) : keys;
  for (const key of visited) {
    yield [...path, key];
    yield* pathsOf((value as Record<string, unknown>)[key], [...path, key]);
  }
}

function placeOf(value: unknown, path: readonly string[]) {
  const parent = path.slice(0, -1).reduce((at, key) => at[key] as Plain, value as Plain);
  return { parent, key: path[path.length - 1] };
}

type Plain = Record<string, unknown>;

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}
