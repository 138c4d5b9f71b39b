import { evaluateParsed, noLossUsage, type ParsedText } from '../../core';
import { buffersOf } from './buffersOf';
import type { EvaluateAnswer, EvaluateRequest } from './evaluator';

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: EvaluateRequest }) => void;
  postMessage(answer: EvaluateAnswer, transfer: readonly ArrayBufferLike[]): void;
};

let parsed: ParsedText = { literals: [], problems: [], usage: noLossUsage };
let own: ReadonlySet<ArrayBufferLike> = new Set();

scope.onmessage = ({ data }) => {
  if (data.parsed) {
    parsed = data.parsed;
    own = buffersOf(parsed);
  }
  try {
    const evaluation = evaluateParsed(parsed, data.options);
    // What the text and the options own is copied, what was computed moves.
    const kept = new Set([...own, ...buffersOf(data.options)]);
    const transfer = [...buffersOf(evaluation)].filter((buffer) => !kept.has(buffer));
    scope.postMessage({ evaluation }, transfer);
  } catch (error) {
    scope.postMessage({ failure: error instanceof Error ? error.message : String(error) }, []);
  }
};
