import { evaluateParsed, noLossUsage, type ParsedText } from '../../core';
import { isEvaluateRequest } from '../../messages/worker';
import { serve } from '../worker/serve';
import { buffersOf } from './buffersOf';
import { arraysFrom } from './spareArrays';

let parsed: ParsedText = {
  literals: [],
  problems: [],
  usage: noLossUsage,
  empty: [],
  classLists: [],
  tokenLogProbs: [],
};
let own: ReadonlySet<ArrayBufferLike> = new Set();

serve({
  isRequest: isEvaluateRequest,
  answerTo: (request) => {
    if (request.parsed) {
      parsed = request.parsed;
      own = buffersOf(parsed);
    }
    return evaluateParsed(parsed, request.options, arraysFrom(request.spare));
  },
  // What the text and the options own is copied, what was computed moves.
  transferOf: (evaluation, { options }) => {
    const kept = new Set([...own, ...buffersOf(options)]);
    return [...buffersOf(evaluation)].filter((buffer) => !kept.has(buffer));
  },
});
