import { inLanguage } from '../language';
import { runStages, type SnippetRequest } from './stages';

/** Evaluates what it is sent; the page ends a run by ending the worker. */
const scope = globalThis as unknown as {
  onmessage: ReturnType<typeof inLanguage<SnippetRequest>>;
  postMessage(message: unknown): void;
};

scope.onmessage = inLanguage((request) => scope.postMessage(runStages(request)));
