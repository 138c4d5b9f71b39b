import { readFileSync } from 'node:fs';
import { runSnippet } from '../../../../../src/core/python/run/runSnippet';
import { isInLastDigit, settled } from './settled';

/** A program of the fixture and what Python did with it; the line of the error counts from 1. */
export interface Post {
  readonly name: string;
  readonly text: string;
  readonly printed: readonly string[];
  readonly error: { readonly type: string; readonly message: string; readonly line: number | null } | null;
}

/** How a post was evaluated: as PyTorch has it, refused with a reason, an error that is none, or wrong. */
export interface JudgedPost {
  readonly post: Post;
  readonly is: 'equal' | 'refused' | 'false error' | 'wrong';
  readonly reason: string;
  readonly got: unknown;
  readonly wanted: unknown;
}

export function readPosts(path = 'test/fixtures/torch/posts.json'): readonly Post[] {
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly posts: readonly Post[] }).posts;
}

export function judgePost(post: Post): JudgedPost {
  const { printed, error, unevaluated, endedBy } = runSnippet(post.text);
  const wanted = { printed: post.printed, error: post.error };
  const got = {
    printed: settled(printed, post.printed, isInLastDigit),
    error: error ? { type: error.type, message: error.message, line: error.line } : null,
  };
  if (unevaluated.length > 0 || endedBy !== null)
    return { post, is: 'refused', reason: unevaluated[0]?.message ?? `ended by ${endedBy}`, got, wanted };
  const isEqual = JSON.stringify(got) === JSON.stringify(wanted);
  const isFalse = got.error !== null && post.error === null;
  return { post, is: isEqual ? 'equal' : isFalse ? 'false error' : 'wrong', reason: '', got, wanted };
}
