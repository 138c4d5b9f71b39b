/** Rows of numbers in (-0.5, 0.5), the same at every run. */
function rowsOf(rows: number, columns: number): readonly (readonly number[])[] {
  let seed = 1;
  const next = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  return Array.from({ length: rows }, () => Array.from({ length: columns }, next));
}

/** The same numbers as people have them: in full or as a library prints them. */
export function numberTexts(rows: number, columns: number): Readonly<Record<string, string>> {
  const numbers = rowsOf(rows, columns);
  const written = (write: (x: number) => string, comma: string, line: string) =>
    `[${numbers.map((row) => `[${row.map(write).join(comma)}]`).join(line)}]`;
  return {
    'JSON, full precision': written(String, ', ', ',\n'),
    'a Python list, full precision': `logits = ${written(String, ', ', ',\n          ')}\n`,
    'JSON, four decimals': written((x) => x.toFixed(4), ', ', ',\n'),
    'a print of torch': `tensor(${written((x) => x.toFixed(4).padStart(7), ', ', ',\n        ')})`,
    'a print of NumPy': written((x) => x.toFixed(8).padStart(11), ' ', '\n '),
  };
}
