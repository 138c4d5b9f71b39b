import { type JudgedPost, judgePost, readPosts } from '../unit/core/python/run/posts';

/** What `posts_report.mjs` prints: the share of each outcome, or the posts of one. */
export function report(path?: string, is?: JudgedPost['is']): string {
  const judged = readPosts(path).map(judgePost);
  const of = (one: JudgedPost['is']) => judged.filter((post) => post.is === one);
  if (is) {
    const write = ({ post, reason, got, wanted }: JudgedPost) =>
      `--- ${post.name}\n${post.text}\n>>> ${reason}\n${JSON.stringify({ got, wanted }, null, 1)}`;
    return of(is).map(write).join('\n');
  }
  const reasons = new Map<string, number>();
  for (const { reason } of of('refused')) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const shares = (['equal', 'refused', 'false error', 'wrong'] as const).map((one) => {
    const count = of(one).length;
    return `${count} ${one} (${((100 * count) / judged.length).toFixed(1)} %)`;
  });
  const lines = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} ${reason}`);
  return [`${judged.length} posts: ${shares.join(', ')}`, ...lines].join('\n');
}
