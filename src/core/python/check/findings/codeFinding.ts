import type { FindingCode, Severity } from '../../../diagnosis/finding';
import type { TextRange } from '../../../textRange';

/** A file as text. `path` uses `/` and is relative to the folder that the imports are resolved in. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A stretch of a file; offsets count UTF-16 code units. */
export interface FileRange extends TextRange {
  readonly path: string;
}

/** One step on the way from where a value was made to where it was used. */
export interface ChainStep extends FileRange {
  readonly message: string;
}

/** Replaces a range of a file by `insert`. */
export interface FileEdit extends FileRange {
  readonly insert: string;
}

/** One way to mend a finding. */
export interface CodeFix {
  /** In the imperative: "Use `CrossEntropyLoss`, which takes logits". */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** The only sensible mending that changes nothing else, fit for "fix all". */
  readonly isSafe: boolean;
}

/** A misuse in code, at the expression that is wrong. */
export interface CodeFinding extends FileRange {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One line: what reaches the loss and what it does. */
  readonly message: string;
  /** From the origin of the value to the loss. */
  readonly chain: readonly ChainStep[];
  /** Best first. */
  readonly fixes: readonly CodeFix[];
}

/** A call of a loss that was followed, also when all is well there. */
export interface LossSite extends FileRange {
  /** The loss with its written name: "`criterion`, an `nn.NLLLoss`". */
  readonly loss: string;
  /** What reaches it, in words; "not known" where it could not be followed. */
  readonly input: string;
  readonly chain: readonly ChainStep[];
}

/** A file, or a part of one, that the parser could not make sense of. */
export interface UnreadRange extends FileRange {
  readonly message: string;
}

/** What a check of some files found. No finding is not a proof. */
export interface CheckResult {
  readonly findings: readonly CodeFinding[];
  /** What is wrong for one of several values that can be there, and for another is not, or is not known. */
  readonly possible: readonly CodeFinding[];
  readonly sites: readonly LossSite[];
  readonly unread: readonly UnreadRange[];
}
