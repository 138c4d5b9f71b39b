/** What is used of Node, in the extension host that has it. */
declare module 'node:fs/promises' {
  export function stat(path: string): Promise<{ readonly mode: number }>;
}

declare module 'node:child_process' {
  interface Output {
    on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  }
  interface ChildProcess {
    readonly stdin: { end(text: string): void; on(event: 'error', listener: () => void): void };
    readonly stdout: Output;
    readonly stderr: Output;
    kill(signal: 'SIGKILL'): boolean;
    on(event: 'error' | 'close', listener: () => void): void;
  }
  interface SpawnOptions {
    readonly cwd: string | undefined;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly shell: false;
    readonly windowsHide: boolean;
  }
  export function spawn(path: string, args: readonly string[], options: SpawnOptions): ChildProcess;
}

declare const process: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
};
