import { describe, expect, it } from 'vitest';
import { findTensorAt } from '../../../../src/core/text/findTensorAt';
import type { TensorLiteral } from '../../../../src/core/text/literal';
import { readTensors } from '../../../../src/core/text/readTensors';
import type { TextRange } from '../../../../src/core/textRange';
import { seededRandom } from './seededRandom';

const pieces = [
  '[',
  '[',
  ']',
  ']',
  '(',
  ')',
  '{',
  '}',
  ',',
  ', ',
  ' ',
  '\n',
  '\n# ',
  '// ',
  '/*',
  '*/',
  '"',
  "'",
  '"""',
  '```',
  '1',
  '2.5',
  '-3',
  '1e-3',
  '.',
  '...',
  '+',
  '-',
  '*',
  '/',
  '=',
  ' = ',
  ':',
  'nan',
  '-inf',
  "float('-inf')",
  'True',
  'x',
  'target',
  'logits',
  'torch.tensor(',
  'torch.Tensor(',
  'np.array([',
  'tensor([[',
  'F.softmax(',
  'nn.Softmax(dim=1)(',
  '.log()',
  '.view(',
  '.long()',
  ', dtype=torch.float32)',
  ', dim=1)',
  ', requires_grad=True)',
  '>>> ',
  '... ',
  'for ',
  '[1, 2]',
  '[[1, 2], [3, 4]]',
  '(1, 2)',
  '가',
  '\u2028',
  '\ud83d',
  '\0',
  '\\',
];

function expectSound(literal: TensorLiteral, text: string): void {
  const { tensor, body, keywords, operations } = literal;
  const numel = tensor.shape.reduce((product, size) => product * size, 1);
  expect(tensor.data.length, JSON.stringify(text)).toBe(numel);
  for (const range of [literal, body, ...keywords, ...operations]) expectInside(range, text);
}

function expectInside({ from, to }: TextRange, text: string): void {
  if (!(from >= 0 && from < to && to <= text.length))
    expect.fail(`${from} to ${to} in ${JSON.stringify(text)}`);
}

describe('readTensors on random texts', () => {
  it('never throws, keeps data and shape in step, and every range inside the text', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(random() * 30);
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      try {
        const { literals, problems } = readTensors(text);
        let end = 0;
        for (const literal of literals) {
          expectSound(literal, text);
          expect(literal.body.from).toBeGreaterThanOrEqual(end);
          end = literal.body.to;
        }
        for (const problem of problems) expectInside(problem, text);
        const found = findTensorAt(text, Math.floor(random() * (text.length + 1)));
        if (found) expectSound(found, text);
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  it('agrees with JSON.parse on random nested arrays, shape and every bit', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 2_000; round++) {
      const shape = Array.from({ length: 1 + Math.floor(random() * 4) }, () => 1 + Math.floor(random() * 4));
      const nested = (depth: number): unknown =>
        depth === shape.length
          ? randomNumber(random)
          : Array.from({ length: shape[depth] }, () => nested(depth + 1));
      const indent = Math.floor(random() * 3);
      const text = `{"logits": ${JSON.stringify(nested(0), null, indent)}}`;
      const parsed = (JSON.parse(text).logits as unknown[]).flat(Number.POSITIVE_INFINITY) as number[];
      const { literals, problems } = readTensors(text);
      expect(problems, text).toEqual([]);
      expect(literals[0].tensor.shape, text).toEqual(shape);
      expect([...literals[0].tensor.data], text).toEqual(parsed);
    }
  });

  it('finds at any position of a random nested array the whole of it', () => {
    const random = seededRandom(13);
    for (let round = 0; round < 300; round++) {
      const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [random(), random()]);
      const text = `x = f(torch.tensor(${JSON.stringify(rows)}), y[0])`;
      const from = text.indexOf('torch');
      const offset = from + Math.floor(random() * (text.indexOf('), y') - from));
      expect(findTensorAt(text, offset), `${text} at ${offset}`).toMatchObject({
        from,
        tensor: { shape: [rows.length, 2] },
      });
    }
  });
});

function randomNumber(random: () => number): number {
  const kind = random();
  if (kind < 0.3) return Math.floor(random() * 2000 - 1000);
  if (kind < 0.6) return Number((random() * 10 - 5).toFixed(4));
  if (kind < 0.9) return random() - 0.5;
  return (random() - 0.5) * 10 ** Math.floor(random() * 600 - 300);
}

/** Milliseconds of processor time, which other programs on the machine change little. */
function cpuTimeSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('readTensors on long texts', () => {
  it('reads a million numbers in well under a second', () => {
    const random = seededRandom(17);
    const text = `[${Array.from({ length: 1_000_000 }, () => random().toFixed(4)).join(', ')}]`;
    const before = process.cpuUsage();
    const { literals } = readTensors(text);
    const took = cpuTimeSince(before);
    expect(literals[0].tensor.shape).toEqual([1_000_000]);
    // About 0.2 s on an idle machine with two cores.
    expect(took).toBeLessThan(1_500);
  });

  it.each([
    ['['],
    ['('],
    ['{'],
    ['[['],
    ['[1,'],
    ['(1,'],
    ['[a '],
    ['[]'],
    ['()'],
    ['a['],
    ['f(['],
    ['"'],
    ["'"],
    ['[1, "a'],
    ['torch.tensor(['],
    ['torch.tensor([1],'],
    ['torch.tensor([1],a=('],
    ['((((1,2),x('],
    ['x=[1,2];'],
    ['target=1\n'],
    ['[1][1]'],
    ['/*'],
    ['[-'],
    ['[`'],
    ['x)([1])'],
    ['a.'],
    [' '],
    ['\n#'],
  ])('takes time in proportion to the length of a text of "%s"', (unit) => {
    const took = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const before = process.cpuUsage();
      readTensors(text);
      return cpuTimeSince(before);
    };
    took(15_000);
    const short = Math.min(took(15_000), took(15_000));
    const long = Math.min(took(120_000), took(120_000));
    // 8 times the length: linear growth gives 8, quadratic 64; below 20 ms the noise is larger than the growth.
    expect(long).toBeLessThan(Math.max(20, short) * 24);
  });
});
