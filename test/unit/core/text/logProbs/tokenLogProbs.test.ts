import { describe, expect, test } from 'vitest';
import { evaluateText, parseText, rangesAt } from '../../../../../src/core';
import { tokenDumps } from '../../../../../src/core/text/logProbs/tokenLogProbs';

/** Token, log-probability and how many are listed, of each place of each dump. */
function tokensIn(text: string) {
  return tokenDumps(text).map(({ tokens }) =>
    tokens.map(({ token, logProb, numListed }) => [token, logProb, numListed]),
  );
}

const vllm =
  "{785: Logprob(logprob=-0.1, rank=1, decoded_token='The'), 2: Logprob(logprob=-2.5, rank=2, decoded_token='#')}";

describe('log-probabilities of tokens are read', () => {
  test.each([
    [
      'from chat completions of OpenAI',
      '{"content":[{"token":"Yes","logprob":-0.105,"bytes":[89],"top_logprobs":[{"token":"Yes","logprob":-0.105},{"token":"No","logprob":-2.303}]}]}',
      [[['Yes', -0.105, 2]]],
    ],
    [
      'from the same printed by Python',
      "content=[ChatCompletionTokenLogprob(token=' It', bytes=[32, 73], logprob=-0.25, top_logprobs=[TopLogprob(token=' Ph', bytes=[32], logprob=-2.5)])]",
      [[[' It', -0.25, 2]]],
    ],
    [
      'from completions of OpenAI, with gaps',
      '"logprobs": {"tokens": ["a", "b"], "token_logprobs": [null, -1.25], "top_logprobs": [null, {"b": -1.25, "c": -0.75}]}',
      [
        [
          ['a', null, 0],
          ['b', -1.25, 2],
        ],
      ],
    ],
    [
      'and a number above 0, which is the logarithm of no probability, is a gap',
      "tokens=[' I', ' am'], token_logprobs=[0.09472656, -1.4804688]",
      [
        [
          [' I', null, 0],
          [' am', -1.4804688, 1],
        ],
      ],
    ],
    [
      'from dictionaries of numbers without a name',
      'results: [None, {15043: -7.5, 917: -2.5}, {29892: -1.49}]',
      [
        [
          [null, null, 0],
          [null, null, 2],
          ['29892', -1.49, 1],
        ],
      ],
    ],
    [
      'up to a place that the text ends in',
      '"logprobs": [{"token": "I", "logprob": -0.5}, {"token": " m',
      [
        [
          ['I', -0.5, 1],
          [null, null, 0],
        ],
      ],
    ],
    [
      'from a list alone',
      'token_logprobs = [-0.5, np.float64(-1.25)]',
      [
        [
          [null, -0.5, 1],
          [null, -1.25, 1],
        ],
      ],
    ],
    [
      'from vLLM, by the ids beside the dictionaries',
      `CompletionOutput(text='a', token_ids=[2], logprobs=[${vllm}])`,
      [[['#', -2.5, 2]]],
    ],
    [
      'from vLLM, not guessing which token was chosen',
      `[None, ${vllm}]`,
      [
        [
          [null, null, 0],
          [null, null, 2],
        ],
      ],
    ],
    [
      'from dictionaries of numbers',
      'prompt_logprobs = [None, {11: -2.0}]',
      [
        [
          [null, null, 0],
          ['11', -2, 1],
        ],
      ],
    ],
    [
      'from llama.cpp, whose probabilities are none of logarithms',
      '"completion_probabilities":[{"content":"a","probs":[{"prob":0.25,"tok_str":"b"},{"prob":1.0,"tok_str":"a"}]},{"content":"z","probs":[{"prob":0.25,"tok_str":"b"}]}]',
      [
        [
          ['a', 0, 2],
          ['z', null, 1],
        ],
      ],
    ],
    [
      'from text generation inference',
      '{"prefill":[{"id":1,"text":"<s>","logprob":null}]}',
      [[['<s>', null, 0]]],
    ],
    [
      'up to where the text ends, which is a gap',
      '"tokens":[{"id":7,"text":" a","logprob":-0.5}',
      [
        [
          [' a', -0.5, 1],
          [null, null, 0],
        ],
      ],
    ],
    [
      'from objects below each other',
      '{"token":"a","logprob":-1.5}\n{"token":"b","logprob":-0.5}',
      [
        [
          ['a', -1.5, 1],
          ['b', -0.5, 1],
        ],
      ],
    ],
  ])('%s', (_, text, right) => {
    expect(tokensIn(text)).toEqual(right);
  });

  test.each([
    [
      'what could come at one place',
      '"top_logprobs":[{"token":"a","logprob":-2.5},{"token":"b","logprob":-0.5}]',
    ],
    ['what may be that', '[{"token":"a","logprob":-0.5},{"token":"b","logprob":-1.5}]'],
    ['classes', '[{"label":"cat","logprob":-0.5},{"label":"dog","logprob":-0.9}]'],
    ['a tensor of log-probabilities', 'logprobs = torch.tensor([[-0.5, -0.9]])\nlabels = [0]'],
    ['code', 'out = model(x, logprobs=5)\nprint(out["logprobs"][0], [token for token in out])'],
  ])('not from %s', (_, text) => {
    expect(tokensIn(text)).toEqual([]);
  });
});

test('the sum of what is listed tells how partial it is', () => {
  const [dump] = tokenDumps('token_logprobs=[-1.25], top_logprobs=[{"b": -0.75}]');
  expect(dump.tokens[0].listedSum).toBeCloseTo(Math.exp(-1.25) + Math.exp(-0.75), 12);
});

test('ids, bytes and offsets are no tensors, and the text has no problem', () => {
  const text =
    '{"logprobs": {"tokens": ["a", "b"], "token_logprobs": [null, -1.25], "text_offset": [0, 3], "top_logprobs": []}}';
  const { tensors, problems, losses } = evaluateText(text, {}, { isPasted: true });
  expect({ tensors, problems, losses }).toEqual({ tensors: [], problems: [], losses: null });
});

test('tensors beside them are read as ever', () => {
  const text = 'logits = [[2.0, 1.0, 0.1]]\nlabels = [0]\n[{"token": "a", "logprob": -0.5, "bytes": [97]}]';
  expect(parseText(text).literals.map(({ name }) => name)).toEqual(['logits', 'labels']);
});

test('the command at a token takes all of them', () => {
  const text = 'x = 1\n[{"token": "a", "logprob": -0.5}]';
  const [{ from, to }] = parseText(text).tokenLogProbs;
  expect(rangesAt(text, parseText(text), from + 4)).toEqual([{ from, to }]);
  expect(rangesAt(text, parseText(text), 0)).toEqual([{ from, to }]);
});
