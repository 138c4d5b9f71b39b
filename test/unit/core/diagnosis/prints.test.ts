import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluateText } from '../../../../src/core';

interface Print {
  readonly kind: string;
  readonly about: string;
  readonly text: string;
}

const document = JSON.parse(readFileSync('test/fixtures/torch/prints.json', 'utf8')) as {
  readonly torch: string;
  readonly prints: readonly Print[];
};

describe(`what PyTorch ${document.torch} prints is judged as what it is`, () => {
  test.each(document.prints.map((print) => [`${print.kind}: ${print.about}`, print] as const))(
    '%s',
    (_, print) => {
      const { tensors, findings } = evaluateText(print.text);
      const { kind } = tensors[0].description;
      expect(kind === 'one-hot' ? 'probabilities' : kind).toBe(print.kind);
      const isFlagged = findings.some(({ code }) => code === 'nll-not-log-probs');
      expect(isFlagged).toBe(print.kind !== 'log-probabilities');
    },
  );
});
