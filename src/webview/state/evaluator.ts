import type { EvaluateOptions, Evaluation, ParsedText } from '../../core';
import { type EvaluateRequest, isEvaluateAnswer } from '../../messages/worker';
import { type WorkerLike, WorkerQueue } from '../worker/workerQueue';

/** Evaluates in a worker, which is sent a text only once. */
export class AsideEvaluator {
  private readonly queue: WorkerQueue<EvaluateRequest, Evaluation>;
  /** The text that the worker has. */
  private parsed: ParsedText | null = null;

  constructor(newWorker: () => WorkerLike) {
    this.queue = new WorkerQueue(newWorker, isEvaluateAnswer);
  }

  /** Rejects with what was thrown there, or when the worker cannot be started. */
  evaluate(parsed: ParsedText, options: EvaluateOptions): Promise<Evaluation> {
    return new Promise((done, reject) => {
      const isThere = this.queue.hasWorker && parsed === this.parsed;
      const failed = (message: string) => reject(new Error(message));
      this.queue.ask({ parsed: isThere ? null : parsed, options }, { done, failed });
      this.parsed = parsed;
    });
  }
}
