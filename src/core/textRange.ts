/** A stretch of text: UTF-16 offsets, half open. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}
