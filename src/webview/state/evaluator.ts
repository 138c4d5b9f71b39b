import type { EvaluateOptions, Evaluation, ParsedText } from '../../core';
import { type EvaluateRequest, isEvaluateAnswer } from '../../messages/worker';
import { type WorkerLike, WorkerQueue } from '../worker/workerQueue';
import { release } from './release';

/** Evaluates in a worker, which is sent a text only once. */
export class AsideEvaluator {
  private readonly queue: WorkerQueue<EvaluateRequest, Evaluation>;
  /** The text that the worker has. */
  private parsed: ParsedText | null = null;
  /** Its evaluations, whose arrays are nobody else's. */
  private readonly own = new WeakSet<Evaluation>();

  constructor(newWorker: () => WorkerLike) {
    this.queue = new WorkerQueue(newWorker, isEvaluateAnswer);
  }

  /** Rejects with what was thrown there, or when the worker cannot be started. */
  evaluate(parsed: ParsedText, options: EvaluateOptions): Promise<Evaluation> {
    return new Promise((done, reject) => {
      const isThere = this.queue.hasWorker && parsed === this.parsed;
      const failed = (message: string) => reject(new Error(message));
      const given = (evaluation: Evaluation) => {
        this.own.add(evaluation);
        done(evaluation);
      };
      this.queue.ask({ parsed: isThere ? null : parsed, options }, { done: given, failed });
      this.parsed = parsed;
    });
  }

  /** Frees the large arrays of an evaluation that nothing reads any more, if it is one of these. */
  release(evaluation: Evaluation): void {
    if (this.own.delete(evaluation)) release(evaluation);
  }
}
