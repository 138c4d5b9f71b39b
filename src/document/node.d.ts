/** What is used of Node, in the extension host that has it. */
declare module 'node:fs/promises' {
  export function stat(path: string): Promise<{ readonly mode: number }>;
}
