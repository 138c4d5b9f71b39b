import * as l10n from '../../core/l10n';
import type { SnippetRequest, Stage } from './stages';

/** A run under way. */
export interface Run {
  cancel(): void;
}

/** What comes of a run that is not cancelled: one of the two, once. */
export interface RunListener {
  done(stages: readonly Stage[]): void;
  failed(message: string): void;
}

/** What the runner needs of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** Evaluates snippets in a worker, so that the page stays alive and a run can be ended at any point. */
export class Runner {
  private worker: WorkerLike | null = null;

  constructor(private readonly newWorker: () => WorkerLike) {}

  start(request: SnippetRequest, listener: RunListener): Run {
    this.worker ??= this.newWorker();
    const { worker } = this;
    let isUnderWay = true;
    const end = () => {
      isUnderWay = false;
    };
    worker.onmessage = ({ data }) => {
      if (isUnderWay) listener.done(data);
      end();
    };
    worker.onerror = (event) => {
      if (isUnderWay) listener.failed(event.message || l10n.t('the worker could not be started'));
      end();
      this.drop(worker);
    };
    worker.postMessage(request);
    return {
      cancel: () => {
        if (isUnderWay) this.drop(worker);
        end();
      },
    };
  }

  /** A worker cannot be interrupted, so it is ended; the next run makes a new one. */
  private drop(worker: WorkerLike): void {
    worker.terminate();
    if (this.worker === worker) this.worker = null;
  }
}
