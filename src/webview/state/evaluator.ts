import type { EvaluateOptions, Evaluation, ParsedText } from '../../core';
import { type EvaluateRequest, isEvaluateAnswer } from '../../messages/worker';
import { type WorkerLike, WorkerQueue } from '../worker/workerQueue';
import { largeArrays } from './largeArrays';

/**
 * Evaluates in a worker, which is sent a text only once. The large arrays of an evaluation that was released go back
 * with the next request, to be filled again: left to the garbage collector, those of a large input that is dragged
 * make it stop the page several times a second, and fresh ones cost the worker more than what it computes.
 */
export class AsideEvaluator {
  private readonly queue: WorkerQueue<EvaluateRequest, Evaluation>;
  /** The text that the worker has. */
  private parsed: ParsedText | null = null;
  /** Its evaluations, whose arrays are nobody else's. */
  private readonly own = new WeakSet<Evaluation>();
  private spare: readonly Float64Array[] = [];

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
      const { spare } = this;
      const request = { parsed: isThere ? null : parsed, options, spare };
      this.queue.ask(
        request,
        { done: given, failed },
        spare.map(({ buffer }) => buffer),
      );
      this.parsed = parsed;
      this.spare = [];
    });
  }

  /** Takes the large arrays of an evaluation that nothing reads any more, if it is one of these. */
  release(evaluation: Evaluation): void {
    if (this.own.delete(evaluation)) this.spare = largeArrays(evaluation);
  }
}
