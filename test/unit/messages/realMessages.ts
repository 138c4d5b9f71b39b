import { createTensor, type EvaluateOptions, parsePieces } from '../../../src/core';
import type { BatchView } from '../../../src/messages/batchView';
import type { Comparison } from '../../../src/messages/comparison';
import type { FromWebview, PanelSource, ToWebview } from '../../../src/messages/panel';
import type { SavedState } from '../../../src/messages/savedState';
import type { FromSnippetPage, SnippetSource, ToSnippetPage } from '../../../src/messages/snippet';
import { initialView } from '../../../src/messages/viewState';

/** Texts whose reading has every kind of field. */
export const texts = {
  program: `criterion = nn.NLLLoss(weight=torch.tensor([1.0, 2.0, 0.5]), ignore_index=-100, reduction='sum')
logits = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]], requires_grad=True)
target = torch.tensor([0, 1])
loss = criterion(F.log_softmax(logits, dim=1), target)
loss.backward()
nn.CrossEntropyLoss(logits, target)
`,
  print: `logits tensor([[-0.1054, -2.3026], [-1.2040e+00, -3.5667e-01]], dtype=torch.float64, grad_fn=<LogBackward0>)
target tensor([0, 1])`,
  problems: 'logits = [[1.0, 2.0], [3.0]]\nx = torch.zeros(3, 4)\ny = [1, 0]',
  table: '1.0\t2.0\t0\n3.0\t4.0\t1\n',
  code: 'z = torch.tensor([[1.0, 2.0]])\nlogits = z * 2 + 1\nloss = F.cross_entropy(logits, torch.tensor([1]))',
};

export function sourceOf(text: string, more: Partial<PanelSource> = {}): PanelSource {
  const ranges = [{ from: 0, to: text.length }];
  return {
    uri: 'file:///a.py',
    label: 'a.py',
    line: 3,
    pieces: [{ from: 0, text, ranges }],
    ranges,
    isBox: false,
    readings: {},
    ...more,
  };
}

export const everyOption: EvaluateOptions = {
  pair: 0,
  roles: { 0: 'input', 1: 'target' },
  reduction: 'none',
  ignoreIndex: -100,
  labelSmoothing: 0.1,
  weight: createTensor([1, 2, 0.5], [3]),
  target: createTensor([1, 0], [2]),
  dtype: 'bfloat16',
  edits: { 1: { dims: [[0, -1, 1], null], at: Float64Array.of(0, 4), values: Float64Array.of(9, -0) } },
  temperature: 2,
};

export function stateOf(text: string, options: EvaluateOptions = {}, revision = 1): ToWebview {
  const source = sourceOf(text, { readings: { 0: 'rows' } });
  const parsed = parsePieces(source.pieces, { isPasted: true });
  return { type: 'state', revision, state: { kind: 'parsed', source, parsed, options } };
}

/** A pin with every field, and numbers that JSON lacks. */
export const comparison: Comparison = {
  pins: [
    {
      id: 2,
      run: {
        place: 'a.py:3',
        settings: ["reduction='sum'"],
        dtype: 'float32',
        shape: [2],
        numClasses: 3,
        losses: {
          crossEntropyLoss: {
            value: Float64Array.of(Number.NaN),
            gradNorm: Float64Array.of(0.5),
            perSample: Float64Array.of(Number.POSITIVE_INFINITY, Number.NaN),
          },
          nllLoss: { value: null, gradNorm: null, perSample: null },
        },
        accuracy: Float64Array.of(0.5),
        target: Float64Array.of(-1, 2),
        predicted: Float64Array.of(0, 2),
      },
    },
  ],
  a: 2,
  b: null,
};

const source = sourceOf(texts.program);

const batch: BatchView = {
  loss: 'nllLoss',
  filter: { isWrongOnly: true, target: 2, predicted: null, bin: { from: -1.5, to: 0 } },
  sort: { column: 'gradNorm', isDescending: false },
};

export const toWebview: readonly ToWebview[] = [
  ...Object.values(texts).map((text) => stateOf(text)),
  stateOf(texts.program, everyOption),
  {
    type: 'state',
    revision: 1,
    state: { kind: 'empty', example: { source, parsed: parsePieces(source.pieces) } },
  },
  { type: 'state', revision: 1, state: { kind: 'reading', source } },
  { type: 'fixes', revision: 1, fixes: [{ code: 'nll-not-log-probs', title: 'Mend', written: 'z.log()' }] },
  { type: 'applied', title: 'z.log()' },
  { type: 'look', view: { ...initialView, tab: 'batch', reading: 'logits', batch }, comparison },
];

export const fromWebview: readonly FromWebview[] = [
  { type: 'ready' },
  { type: 'options', options: everyOption },
  { type: 'reading', from: 3, id: 'rows' },
  { type: 'reveal', from: 0, to: 0 },
  { type: 'findFixes', revision: 1, from: 0, to: 5 },
  { type: 'applyFix', revision: 1, index: 0 },
  { type: 'writeBack' },
  { type: 'save', format: 'png', content: Uint8Array.of(1, 2) },
  { type: 'link', state: {} },
  { type: 'copy', text: '' },
  { type: 'openDocs', code: 'softmax-dim' },
  { type: 'failed', message: 'x' },
];

export const savedState: SavedState = {
  source,
  options: everyOption,
  view: { ...initialView, tab: 'steps', batch: { ...batch, filter: { ...batch.filter, bin: null } } },
  comparison,
};

export const snippetSource: SnippetSource = {
  uri: 'file:///a.py',
  range: { from: 0, to: 5 },
  label: 'a.py',
  text: 'import torch\nlogits = torch.tensor([[1.0, 2.0]])\nprint(logits)\nx = nn.NLLLoss()(logits, torch.tensor([5]))\n',
  selection: { from: 0, to: 60 },
  firstLine: -3,
};

export const toSnippetPage: readonly ToSnippetPage[] = [
  { type: 'state', revision: 1, state: { kind: 'empty' } },
  { type: 'state', revision: 1, state: { kind: 'snippet', source: snippetSource } },
];

export const fromSnippetPage: readonly FromSnippetPage[] = [
  { type: 'ready' },
  { type: 'reveal', from: 1, to: 2 },
  { type: 'apply', revision: 3, edits: [{ from: 0, to: 1, text: 'y' }] },
  { type: 'copy', text: 'x' },
  { type: 'failed', message: 'x' },
];
