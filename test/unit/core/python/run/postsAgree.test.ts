import { describe, expect, it } from 'vitest';
import { judgePost, readPosts } from './posts';

const judged = readPosts().map(judgePost);

describe('posts about losses print and stop as with PyTorch', () => {
  const runs = judged.filter(({ is }) => is !== 'refused');
  it.each(runs.map(({ post, got, wanted }, i) => [`${post.name} ${i}`, post.text, got, wanted] as const))(
    '%s',
    (_, text, got, wanted) => {
      expect(got, text).toEqual(wanted);
    },
  );
});

it('few posts are not evaluated as a whole', () => {
  expect(judged.filter(({ is }) => is === 'refused').length / judged.length).toBeLessThan(0.06);
});
