import * as l10n from '../../core/l10n';
import { isLanguageMessage } from '../../messages/language';
import type { Answer } from '../../messages/worker';

/** What a worker does for its page. */
interface Service<Request, Value> {
  readonly isRequest: (message: unknown) => message is Request;
  /** What it throws is answered as a failure. */
  answerTo(request: Request): Value;
  /** Buffers of the value that are not needed here any more. */
  transferOf?(value: Value, request: Request): readonly ArrayBufferLike[];
}

/** What a worker's script sees of the page. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(answer: Answer<unknown>, transfer: readonly ArrayBufferLike[]): void;
}

/** Sets the language that the worker is told, and answers every other message. */
export function serve<Request, Value>(
  { isRequest, answerTo, transferOf }: Service<Request, Value>,
  scope: WorkerScope = globalThis as unknown as WorkerScope,
): void {
  scope.onmessage = ({ data }) => {
    if (isLanguageMessage(data)) {
      l10n.setTexts(data.messages);
      return;
    }
    try {
      if (!isRequest(data)) throw new TypeError(l10n.t('the worker received a malformed request'));
      const value = answerTo(data);
      scope.postMessage({ value }, transferOf?.(value, data) ?? []);
    } catch (error) {
      scope.postMessage({ failure: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
