import { describe, expect, test } from 'vitest';
import { isSnippetAnswer } from '../../../../src/messages/worker';
import { runStages } from '../../../../src/webview/snippet/stages';
import { type WorkerLike, WorkerQueue } from '../../../../src/webview/worker/workerQueue';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isEnded = false;
  readonly received: unknown[] = [];

  postMessage(message: unknown): void {
    this.received.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  answer(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent);
  }
}

function newQueue() {
  const workers: FakeWorker[] = [];
  const heard: unknown[] = [];
  const queue = new WorkerQueue(() => {
    workers.push(new FakeWorker());
    return workers[workers.length - 1];
  }, isSnippetAnswer);
  const listener = {
    done: (stages: unknown) => heard.push(stages),
    failed: (message: string) => heard.push(`failed: ${message}`),
  };
  return { queue, workers, heard, listener };
}

const request = { text: 'x = 1', selection: null };
const stages = runStages(request);

describe('the queue of a worker', () => {
  test('hands on what the worker answers, and keeps the worker', () => {
    const { queue, workers, heard, listener } = newQueue();
    queue.ask(request, listener);
    workers[0].answer({ value: stages });
    queue.ask(request, listener);
    expect(heard).toEqual([stages]);
    expect(workers.length).toBe(1);
    expect(workers[0].received).toEqual([request, request]);
  });

  test('ends the worker of a run that is cancelled, and hears no more of it', () => {
    const { queue, workers, heard, listener } = newQueue();
    queue.ask(request, listener).cancel();
    workers[0].answer({ value: stages });
    queue.ask(request, listener);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(heard).toEqual([]);
  });

  test('leaves the worker alone when a finished run is cancelled', () => {
    const { queue, workers, listener } = newQueue();
    const run = queue.ask(request, listener);
    workers[0].answer({ value: stages });
    run.cancel();
    expect(workers[0].isEnded).toBe(false);
  });

  test('tells of a worker that fails, and makes a new one for the next run', () => {
    const { queue, workers, heard, listener } = newQueue();
    queue.ask(request, listener);
    workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent);
    queue.ask(request, listener);
    expect(heard).toEqual(['failed: out of memory']);
    expect(workers.length).toBe(2);
  });

  test('says so when an answer is a failure, or not whole', () => {
    const { queue, workers, heard, listener } = newQueue();
    queue.ask(request, listener);
    queue.ask(request, listener);
    workers[0].answer({ failure: 'no memory' });
    workers[0].answer({ value: [] });
    expect(heard).toEqual(['failed: no memory', 'failed: the worker sent a malformed answer']);
  });

  test('hears nothing more of a worker that was ended', () => {
    const { queue, workers, heard, listener } = newQueue();
    queue.ask(request, listener).cancel();
    queue.ask(request, listener);
    workers[0].answer({ value: stages });
    workers[0].onerror?.({ message: 'late' } as ErrorEvent);
    expect(heard).toEqual([]);
  });
});
