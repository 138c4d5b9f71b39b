import { evaluateParsed, noLossUsage, type ParsedText } from '../../core';
import { inLanguage } from '../language';
import { buffersOf } from './buffersOf';
import type { EvaluateAnswer, EvaluateRequest } from './evaluator';

const scope = globalThis as unknown as {
  onmessage: ReturnType<typeof inLanguage<EvaluateRequest>>;
  postMessage(answer: EvaluateAnswer, transfer: readonly ArrayBufferLike[]): void;
};

let parsed: ParsedText = { literals: [], problems: [], usage: noLossUsage };
let own: ReadonlySet<ArrayBufferLike> = new Set();

scope.onmessage = inLanguage((request: EvaluateRequest) => {
  if (request.parsed) {
    parsed = request.parsed;
    own = buffersOf(parsed);
  }
  try {
    const evaluation = evaluateParsed(parsed, request.options);
    // What the text and the options own is copied, what was computed moves.
    const kept = new Set([...own, ...buffersOf(request.options)]);
    const transfer = [...buffersOf(evaluation)].filter((buffer) => !kept.has(buffer));
    scope.postMessage({ evaluation }, transfer);
  } catch (error) {
    scope.postMessage({ failure: error instanceof Error ? error.message : String(error) }, []);
  }
});
