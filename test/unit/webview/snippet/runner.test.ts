import { describe, expect, test } from 'vitest';
import { Runner, type WorkerLike } from '../../../../src/webview/snippet/runner';

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

function newRunner() {
  const workers: FakeWorker[] = [];
  const heard: unknown[] = [];
  const runner = new Runner(() => {
    workers.push(new FakeWorker());
    return workers[workers.length - 1];
  });
  const listener = {
    done: (stages: unknown) => heard.push(stages),
    failed: (message: string) => heard.push(`failed: ${message}`),
  };
  return { runner, workers, heard, listener };
}

const request = { text: 'x = 1', selection: null };

describe('the runner', () => {
  test('hands on what the worker answers, and keeps the worker', () => {
    const { runner, workers, heard, listener } = newRunner();
    runner.start(request, listener);
    workers[0].answer(['stage']);
    runner.start(request, listener);
    expect(heard).toEqual([['stage']]);
    expect(workers.length).toBe(1);
    expect(workers[0].received).toEqual([request, request]);
  });

  test('ends the worker of a run that is cancelled, and hears no more of it', () => {
    const { runner, workers, heard, listener } = newRunner();
    runner.start(request, listener).cancel();
    workers[0].answer(['stage']);
    runner.start(request, listener);
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    expect(heard).toEqual([]);
  });

  test('leaves the worker alone when a finished run is cancelled', () => {
    const { runner, workers, listener } = newRunner();
    const run = runner.start(request, listener);
    workers[0].answer([]);
    run.cancel();
    expect(workers[0].isEnded).toBe(false);
  });

  test('tells of a worker that fails, and makes a new one for the next run', () => {
    const { runner, workers, heard, listener } = newRunner();
    runner.start(request, listener);
    workers[0].onerror?.({ message: 'out of memory' } as ErrorEvent);
    runner.start(request, listener);
    expect(heard).toEqual(['failed: out of memory']);
    expect(workers.length).toBe(2);
  });
});
