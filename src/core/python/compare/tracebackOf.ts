/** Why Python stopped, as its traceback tells it. */
export interface PythonStop {
  readonly type: string;
  readonly message: string;
  /** The innermost line of the program that was read from the standard input, from 1; null where none is named. */
  readonly line: number | null;
}

/** The error that ended Python; null where its standard error tells of none. */
export function tracebackOf(stderr: string): PythonStop | null {
  const lines = stderr.split(/\r?\n/);
  const frames = lines.flatMap((line, index) => {
    const number = /^ {2}File "<stdin>", line (\d{1,9})/.exec(line)?.[1];
    return number === undefined ? [] : [{ number: Number(number), index }];
  });
  const last = frames.at(-1);
  const from = last?.index ?? lines.lastIndexOf('Traceback (most recent call last):');
  if (from < 0) return null;
  const at = lines.findIndex((line, index) => index > from && /^[A-Za-z_][\w.]*(?::|$)/.test(line));
  if (at < 0) return null;
  const [, path, message = ''] = /^([\w.]+)(?:: ?(.*))?$/.exec(lines[at]) ?? [];
  if (!path) return null;
  const rest = lines
    .slice(at + 1)
    .join('\n')
    .trimEnd();
  return {
    type: path.slice(path.lastIndexOf('.') + 1),
    message: rest === '' ? message : `${message}\n${rest}`,
    line: last?.number ?? null,
  };
}
