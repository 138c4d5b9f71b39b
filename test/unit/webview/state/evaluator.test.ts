import { expect, test } from 'vitest';
import { evaluateParsed, parseText } from '../../../../src/core';
import type { EvaluateRequest } from '../../../../src/messages/worker';
import { AsideEvaluator } from '../../../../src/webview/state/evaluator';
import type { WorkerLike } from '../../../../src/webview/worker/workerQueue';
import { goodText } from '../newStore';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  isEnded = false;
  readonly requests: EvaluateRequest[] = [];
  readonly transfers: (readonly ArrayBufferLike[])[] = [];

  postMessage(request: EvaluateRequest, transfer: readonly ArrayBufferLike[]): void {
    this.requests.push(request);
    this.transfers.push(transfer);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function newEvaluator() {
  const workers: FakeWorker[] = [];
  const evaluator = new AsideEvaluator(() => {
    workers.push(new FakeWorker());
    return workers[workers.length - 1];
  });
  return { evaluator, workers };
}

const parsed = parseText(goodText);
const evaluation = evaluateParsed(parsed);

test('the text goes to the worker once, the options each time', () => {
  const { evaluator, workers } = newEvaluator();
  void evaluator.evaluate(parsed, {});
  void evaluator.evaluate(parsed, { reduction: 'sum' });
  expect(workers.length).toBe(1);
  expect(workers[0].requests).toEqual([
    { parsed, options: {}, spare: [] },
    { parsed: null, options: { reduction: 'sum' }, spare: [] },
  ]);
});

test('answers belong to requests in their order, failures too', async () => {
  const { evaluator, workers } = newEvaluator();
  const first = evaluator.evaluate(parsed, {});
  const second = evaluator.evaluate(parsed, {});
  workers[0].onmessage?.({ data: { failure: 'no memory' } } as MessageEvent);
  workers[0].onmessage?.({ data: { value: evaluation } } as MessageEvent);
  await expect(first).rejects.toThrow('no memory');
  expect(await second).toBe(evaluation);
});

test('a worker that breaks fails what waits, and a new one gets the text again', async () => {
  const { evaluator, workers } = newEvaluator();
  const first = evaluator.evaluate(parsed, {});
  workers[0].onerror?.({ message: 'blocked' } as ErrorEvent);
  await expect(first).rejects.toThrow('blocked');
  expect(workers[0].isEnded).toBe(true);
  void evaluator.evaluate(parsed, {});
  expect(workers[1].requests[0].parsed).toBe(parsed);
});

test('an answer that is not whole fails the request', async () => {
  const { evaluator, workers } = newEvaluator();
  const answer = evaluator.evaluate(parsed, {});
  workers[0].onmessage?.({ data: { value: { ...evaluation, logProbs: [1, 2] } } } as MessageEvent);
  await expect(answer).rejects.toThrow('malformed');
});

test('the large arrays of an answer that is released go back with the next request, once', async () => {
  const { evaluator, workers } = newEvaluator();
  const answer = evaluator.evaluate(parsed, {});
  workers[0].onmessage?.({ data: { value: structuredClone(evaluation) } } as MessageEvent);
  const own = await answer;
  const { tensors, losses, logProbs } = own;
  const [input] = tensors;
  evaluator.release(own);
  evaluator.release(own);
  evaluator.release(evaluation);
  void evaluator.evaluate(parsed, {});
  void evaluator.evaluate(parsed, {});
  const given = [input.tensor, logProbs, losses?.crossEntropyLoss.gradInput, losses?.nllLoss.gradInput];
  expect(workers[0].requests[1].spare).toEqual(given.map((tensor) => tensor?.data));
  expect(workers[0].transfers[1]).toEqual(given.map((tensor) => tensor?.data.buffer));
  expect(workers[0].requests[2].spare).toEqual([]);
});
