import { describe, expect, it } from 'vitest';
import type { CrossEntropyLossOptions } from '../../../../../src/core/loss/lossTypes';
import { type InputReading, inputReadings } from '../../../../../src/core/loss/readings/inputReading';
import { gradientRatio, readingTable } from '../../../../../src/core/loss/readings/readingTable';
import { rowLayoutOf, rowOffset } from '../../../../../src/core/tensor/rowLayout';
import { createTensor } from '../../../../../src/core/tensor/tensor';
import {
  decodeNumber,
  decodeTensor,
  type GoldenError,
  type GoldenNumber,
  type GoldenTensor,
} from '../golden';
import { decodeOptions, expectClose, type PanelCase, panelCases } from '../panelGolden';

interface ReadingCase extends PanelCase {
  readonly reading: InputReading;
  readonly input: GoldenTensor;
  readonly target: GoldenTensor;
  readonly cells: readonly {
    readonly loss: string;
    readonly form: string;
    readonly value?: GoldenNumber;
    readonly gradient?: GoldenTensor;
    readonly error?: GoldenError;
  }[];
}

function tableOf({ input, target, options, reading }: ReadingCase) {
  return readingTable(decodeTensor(input), decodeTensor(target), decodeOptions(options), reading);
}

/** The derivative at the target of each sample, NaN where there is no class index or it is ignored. */
function atTargets(gradient: GoldenTensor, target: GoldenTensor, options: CrossEntropyLossOptions) {
  const layout = rowLayoutOf(gradient.shape);
  const isProbabilities = String(target.shape) === String(gradient.shape);
  return Array.from({ length: layout.rowCount }, (_, row) => {
    const klass = decodeNumber(target.data[row]);
    if (isProbabilities || klass === (options.ignoreIndex ?? -100)) return Number.NaN;
    return decodeNumber(gradient.data[rowOffset(layout, row) + klass * layout.stride]);
  });
}

const cases = panelCases<ReadingCase>('reading');

describe('the table of readings has the values and gradients of PyTorch', () => {
  for (const golden of cases) {
    it(golden.name, () => {
      const { cells } = tableOf(golden);
      expect(cells.map(({ loss, form }) => [loss, form])).toEqual(
        golden.cells.map(({ loss, form }) => [loss, form]),
      );
      for (const [i, { value, gradient, error }] of golden.cells.entries()) {
        expect(cells[i].error?.message).toBe(error?.message);
        if (value === undefined || gradient === undefined) continue;
        expectClose([cells[i].value ?? 'null'], [decodeNumber(value)]);
        expectClose([cells[i].gradNorm], [Math.hypot(...gradient.data.map(decodeNumber))]);
        expectClose(cells[i].gradAtTarget, atTargets(gradient, golden.target, decodeOptions(golden.options)));
      }
    });
  }
});

describe('the table of readings', () => {
  const logits = createTensor([10, 0, 0], [3], 'float32');
  const target = createTensor([1], [], 'int64');

  it('shows that the gradient is some 16,000 times weaker through a softmax too many', () => {
    const table = readingTable(logits, target, {}, 'logits');
    const cell = table.cells.find(
      ({ loss, form }) => loss === 'crossEntropyLoss' && form === 'probabilities',
    );
    const recorded = cases.find(({ name }) => name === 'logits, mean: [10, 0, 0] with target 1');
    const [right, weak] = [0, 2].map((i) => decodeNumber(recorded?.cells[i].gradient?.data[1] ?? 'nan'));
    expectClose([cell ? gradientRatio(table, cell, 0) : 'no cell'], [right / weak]);
    expect(right / weak).toBeCloseTo(16148.612, 3);
  });

  it('has a ratio of 1 for what is right or harmless', () => {
    const table = readingTable(logits, target, {}, 'logits');
    const harmless = table.cells.filter(({ verdict }) => verdict !== 'wrong');
    expect(harmless.map(({ loss, form, verdict }) => [loss, form, verdict])).toEqual([
      ['crossEntropyLoss', 'logits', 'right'],
      ['crossEntropyLoss', 'log-probabilities', 'harmless'],
      ['nllLoss', 'log-probabilities', 'right'],
    ]);
    for (const cell of harmless) expect(gradientRatio(table, cell, 0)).toBeCloseTo(1, 12);
  });

  it('has no ratio for an ignored sample, and for one that is not there', () => {
    const table = readingTable(logits, createTensor([-100], [], 'int64'), {}, 'logits');
    expect(gradientRatio(table, table.cells[2], 0)).toBeNaN();
    expect(gradientRatio(table, table.cells[2], 5)).toBeNaN();
  });

  it("compares means where the reduction is 'none'", () => {
    const table = readingTable(logits, target, { reduction: 'none' }, 'logits');
    expect(table.reduction).toBe('mean');
    expect(readingTable(logits, target, { reduction: 'sum' }, 'logits').reduction).toBe('sum');
  });

  it('hands the form that the input has to the losses as it is', () => {
    const unnormalised = createTensor([0.5, 0.25, 0.5], [3], 'float64');
    const values = inputReadings.map((reading) => {
      const { cells } = readingTable(unnormalised, target, {}, reading);
      return cells[3 + inputReadings.indexOf(reading)].value;
    });
    expect(values).toEqual([-0.25, -0.25, -0.25]);
  });

  it('has nan for a negative probability, and no value for a target that PyTorch refuses', () => {
    const negative = readingTable(createTensor([1.5, -0.5], [2], 'float64'), target, {}, 'probabilities');
    expect(negative.cells[0].value).toBeNaN();
    const refused = readingTable(logits, createTensor([7], [], 'int64'), {}, 'logits');
    expect(refused.cells.map(({ value }) => value)).toEqual(Array(6).fill(null));
    expect(refused.cells.every(({ error, gradNorm }) => error !== null && Number.isNaN(gradNorm))).toBe(true);
  });
});
