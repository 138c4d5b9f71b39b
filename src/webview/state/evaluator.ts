import type { EvaluateOptions, Evaluation, ParsedText } from '../../core';
import * as l10n from '../../core/l10n';

/** Page to worker: `parsed` is left out where it is that of the request before. */
export interface EvaluateRequest {
  readonly parsed: ParsedText | null;
  readonly options: EvaluateOptions;
}

/** Worker to page, one for each request, in their order. */
export type EvaluateAnswer =
  | { readonly evaluation: Evaluation }
  /** The exception's message. */
  | { readonly failure: string };

/** What the evaluator needs of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: EvaluateRequest): void;
  terminate(): void;
}

interface Waiting {
  resolve(evaluation: Evaluation): void;
  reject(error: Error): void;
}

/** Evaluates in a worker, so that the page stays alive. The worker starts with the first request. */
export class AsideEvaluator {
  private worker: WorkerLike | null = null;
  /** The text that the worker has. */
  private parsed: ParsedText | null = null;
  private waiting: Waiting[] = [];

  constructor(private readonly newWorker: () => WorkerLike) {}

  /** Rejects with what was thrown there, or when the worker cannot be started. */
  evaluate(parsed: ParsedText, options: EvaluateOptions): Promise<Evaluation> {
    return new Promise((resolve, reject) => {
      const worker = this.start();
      this.waiting.push({ resolve, reject });
      worker.postMessage({ parsed: parsed === this.parsed ? null : parsed, options });
      this.parsed = parsed;
    });
  }

  private start(): WorkerLike {
    if (this.worker) return this.worker;
    const worker = this.newWorker();
    worker.onmessage = ({ data }) => this.answer(data);
    worker.onerror = (event) => this.drop(event.message || l10n.t('the worker could not be started'));
    this.worker = worker;
    return worker;
  }

  private answer(answer: EvaluateAnswer): void {
    const first = this.waiting.shift();
    if ('failure' in answer) first?.reject(new Error(answer.failure));
    else first?.resolve(answer.evaluation);
  }

  private drop(message: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.parsed = null;
    for (const { reject } of this.waiting.splice(0)) reject(new Error(message));
  }
}
