import { runStages, type SnippetRequest } from './stages';

/** Evaluates what it is sent; the page ends a run by ending the worker. */
const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: SnippetRequest }) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = ({ data }) => scope.postMessage(runStages(data));
