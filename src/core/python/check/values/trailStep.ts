import type { FileRange } from '../findings/codeFinding';

/** One step on the way of a value, the last one first. */
export interface Trail extends FileRange {
  readonly message: string;
  readonly previous: Trail | null;
}
