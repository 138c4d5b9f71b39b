/** A part of a glob. */
export type GlobNode =
  /** One character out of some, or any but these. */
  | { readonly type: 'character'; readonly accepts: (character: string) => boolean }
  /** Any number of characters within a name. */
  | { readonly type: 'star' }
  /** Any number of folders, each with the `/` behind it. */
  | { readonly type: 'folders' }
  /** All that is in the folder written before, with the `/` in front, and the folder itself. */
  | { readonly type: 'rest' }
  | { readonly type: 'choice'; readonly choices: readonly Glob[] };

/** Parts that follow each other. */
export type Glob = readonly GlobNode[];
