/** What came of a run of Python. */
export type PythonRun =
  | { readonly kind: 'ended'; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'missing' | 'time-out' | 'cancelled' | 'too-much' };

export interface PythonRunOptions {
  /** Where it runs; undefined for where the editor does. */
  readonly cwd: string | undefined;
  /** Unit: ms. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

/** A program that writes more is ended. Unit: bytes, of either output. */
const mostOutput = 4_000_000;

/**
 * Runs a program with an interpreter in a process of its own, without a shell; the program is its standard input. The
 * process is ended when it takes too long, writes too much, or `signal` says so. For hosts that have Node alone.
 */
export async function runPython(
  path: string,
  program: string,
  options: PythonRunOptions,
): Promise<PythonRun> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const env = { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUNBUFFERED: '1', NO_COLOR: '1' };
    const child = spawn(path, ['-'], { cwd: options.cwd, env, shell: false, windowsHide: true });
    const written = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
    let numBytes = 0;
    const end = (run: PythonRun) => {
      clearTimeout(timer);
      options.signal.removeEventListener('abort', cancel);
      resolve(run);
    };
    const stop = (kind: 'time-out' | 'cancelled' | 'too-much') => {
      child.kill('SIGKILL');
      end({ kind });
    };
    const cancel = () => stop('cancelled');
    const timer = setTimeout(() => stop('time-out'), options.timeLimit);
    options.signal.addEventListener('abort', cancel);
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk) => {
        numBytes += chunk.length;
        written[name].push(chunk);
        if (numBytes > mostOutput) stop('too-much');
      });
    child.on('error', () => end({ kind: 'missing' }));
    child.on('close', () =>
      end({ kind: 'ended', stdout: textOf(written.stdout), stderr: textOf(written.stderr) }),
    );
    // A process that ends before it has read all closes its input, which is no error of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(program);
  });
}

function textOf(chunks: readonly Uint8Array[]): string {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return new TextDecoder().decode(all);
}
