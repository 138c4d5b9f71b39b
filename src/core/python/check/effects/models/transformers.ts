import { isCausal } from '../../findings/causalModels';
import { type TensorValue, tensor, unknownTensor } from '../../values/tensorValue';
import {
  type Cells,
  type DictValue,
  type GivenArgument,
  type TorchValue,
  unknown,
  type Value,
} from '../../values/value';
import type { Family } from './family';

/** What each kind of model returns, in order, by the end of the name of its class; the first that fits. */
const fields: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ForQuestionAnswering$/, ['start_logits', 'end_logits']],
  [/ForPreTraining$/, ['prediction_logits', 'seq_relationship_logits']],
  [
    /For(?:SequenceClassification|TokenClassification|MultipleChoice|NextSentencePrediction|ImageClassification|VideoClassification|AudioClassification|AudioFrameClassification|SemanticSegmentation|MaskedLM|CausalLM|Seq2SeqLM|ConditionalGeneration|Vision2Seq|ImageTextToText|SpeechSeq2Seq|CTC)$/,
    ['logits'],
  ],
  [/(?:LMHead|EncoderDecoder)Model$/, ['logits']],
  [/^(?:Chinese)?(?:CLIP|SigLIP|Siglip)Model$/, ['logits_per_image', 'logits_per_text']],
  [/(?<!PreTrained|Pretrained)Model$/, ['last_hidden_state', 'pooler_output']],
];

/** The class of a model that a call makes: `AutoModel.from_pretrained(…)`; null for anything else. */
function classMadeBy(path: string): string | null {
  const [, name] =
    /^(?:transformers|pytorch_transformers|adapters)\.(?:\w+\.)*?([A-Z]\w+)(?:\.(?:from_pretrained|from_config|_from_config))?$/.exec(
      path,
    ) ?? [];
  return name === undefined || /^(?:TF|Flax)/.test(name) ? null : name;
}

function fieldsOf(path: string): readonly string[] | null {
  const name = classMadeBy(path);
  return name === null ? null : (fields.find(([end]) => end.test(name))?.[1] ?? null);
}

/** Models of `transformers`. */
export const transformers: Family = {
  makes: (path) => fieldsOf(path) !== null,
  areClassesLast: false,
  heads: ['classifier', 'score', 'lm_head', 'qa_outputs'],
  returns: ({ run, model, scores, args }) => {
    run.report.modelCalled(model, args);
    const placed = atTokens(model, args, scores);
    const named = (fieldsOf(model.name) ?? []).map((field) => [`s:${field}`, placed] as const);
    const cells: Cells = new Map([...named, ['s:loss', loss], ['rest', unknown]]);
    for (const [position, value] of inOrder(placed, named.length, args).entries())
      cells.set(`n:${position}`, value);
    return run.heap.adopt<DictValue>({ type: 'dict', cells });
  },
};

/** Scores of what follows each token of the input of a causal language model. */
function atTokens({ name, written }: TorchValue, args: readonly GivenArgument[], scores: Value): Value {
  const input = (args.find((one) => one.name === 'input_ids') ?? args.find((one) => one.name === null))
    ?.value;
  const symbol = input?.type === 'unknown' ? input.symbol : null;
  if (symbol === null || scores.type !== 'tensor' || !isCausal(name)) return scores;
  return { ...scores, tokens: { symbol, model: written } };
}

/** What stands at each position: with `labels=` the loss that the model computes itself comes first. */
function inOrder(scores: Value, count: number, args: readonly GivenArgument[]): readonly Value[] {
  const hasLoss = args.some(({ name }) => name === 'labels' || name === 'start_positions');
  if (args.some(({ stars }) => stars > 0)) return Array.from({ length: count + 1 }, () => unknownTensor);
  return [...(hasLoss ? [loss] : []), ...Array.from({ length: count }, () => scores)];
}

const loss: TensorValue = tensor({}, { kind: 'loss', picks: [], means: [] });
