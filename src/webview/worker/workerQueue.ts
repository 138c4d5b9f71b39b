import * as l10n from '../../core/l10n';
import type { Answer } from '../../messages/worker';

/** A request under way. */
export interface Run {
  /** Ends the worker, which cannot be interrupted: nothing that waits for it is heard of. */
  cancel(): void;
}

/** What comes of a request that is not cancelled: one of the two, once. */
export interface RunListener<Value> {
  done(value: Value): void;
  failed(message: string): void;
}

/** What is needed of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer: ArrayBufferLike[]): void;
  terminate(): void;
}

/** Asks a worker, so that the page stays alive. It starts with the first request and answers them in their order. */
export class WorkerQueue<Request, Value> {
  private worker: WorkerLike | null = null;
  private waiting: RunListener<Value>[] = [];

  constructor(
    private readonly newWorker: () => WorkerLike,
    private readonly isAnswer: (answer: unknown) => answer is Answer<Value>,
  ) {}

  /** False before the first request, and after the worker broke or was ended: the next one knows nothing. */
  get hasWorker(): boolean {
    return this.worker !== null;
  }

  /**
   * Fails with what was thrown there, or when the worker cannot be started. The buffers in `transfer` move there and
   * are empty here.
   */
  ask(request: Request, listener: RunListener<Value>, transfer: ArrayBufferLike[] = []): Run {
    this.worker ??= this.start();
    this.waiting.push(listener);
    this.worker.postMessage(request, transfer);
    return {
      cancel: () => {
        if (this.waiting.includes(listener)) this.end();
      },
    };
  }

  private start(): WorkerLike {
    const worker = this.newWorker();
    worker.onmessage = ({ data }) => {
      if (worker === this.worker) this.answer(data);
    };
    worker.onerror = (event) => {
      if (worker !== this.worker) return;
      const message = event.message || l10n.t('the worker could not be started');
      for (const { failed } of this.end()) failed(message);
    };
    return worker;
  }

  private answer(answer: unknown): void {
    const first = this.waiting.shift();
    if (!this.isAnswer(answer)) first?.failed(l10n.t('the worker sent a malformed answer'));
    else if ('failure' in answer) first?.failed(answer.failure);
    else first?.done(answer.value);
  }

  /** Gives who waited. */
  private end(): readonly RunListener<Value>[] {
    this.worker?.terminate();
    this.worker = null;
    return this.waiting.splice(0);
  }
}
