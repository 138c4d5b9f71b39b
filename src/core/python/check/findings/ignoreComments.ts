import type { FindingCode } from '../../../diagnosis/finding';

const mark = 'loss-lens: ignore';

/** The comment that keeps Loss Lens silent about a code on its line. */
export function ignoreComment(code: FindingCode): string {
  return `# ${mark}[${code}]`;
}

/** Whether a comment on the line of an offset says to ignore this code. */
export function isIgnored(text: string, from: number, code: FindingCode): boolean {
  const start = lastBreak(text, from) + 1;
  const end = nextBreak(text, from);
  const line = text.slice(start, end);
  const at = line.indexOf(mark);
  if (at < 0 || !line.slice(0, at).trimEnd().endsWith('#')) return false;
  const codes = /^\s*\[([^\]]*)\]/.exec(line.slice(at + mark.length));
  return codes === null || codes[1].split(',').some((one) => one.trim() === code);
}

function lastBreak(text: string, before: number): number {
  return Math.max(text.lastIndexOf('\n', before - 1), text.lastIndexOf('\r', before - 1));
}

function nextBreak(text: string, after: number): number {
  const ends = ['\n', '\r'].map((one) => text.indexOf(one, after)).filter((at) => at >= 0);
  return ends.length === 0 ? text.length : Math.min(...ends);
}
