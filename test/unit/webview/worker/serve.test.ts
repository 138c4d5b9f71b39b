import { afterEach, expect, test } from 'vitest';
import { type Kind, kindLabels } from '../../../../src/core';
import * as l10n from '../../../../src/core/l10n';
import { serve, type WorkerScope } from '../../../../src/webview/worker/serve';

afterEach(() => l10n.setTexts({}));

/** A worker that names kinds, and what it answers. */
function newWorker() {
  const answers: unknown[] = [];
  const scope: WorkerScope = { onmessage: null, postMessage: (answer) => answers.push(answer) };
  const isRequest = (message: unknown): message is Kind => typeof message === 'string';
  const answerTo = (kind: Kind) => {
    if (!(kind in kindLabels)) throw new RangeError(`no kind ${kind}`);
    return kindLabels[kind];
  };
  serve({ isRequest, answerTo }, scope);
  return { answers, hear: (data: unknown) => scope.onmessage?.({ data }) };
}

test('a worker speaks the language that it is told first', () => {
  const { answers, hear } = newWorker();
  hear({ type: 'language', messages: { logits: '로짓' } });
  hear('logits');
  expect(answers).toEqual([{ value: '로짓' }]);
});

test('a worker answers every request, also one that throws or is malformed', () => {
  const { answers, hear } = newWorker();
  hear('nothing');
  hear({ type: 'language', messages: [1] });
  hear('logits');
  expect(answers).toEqual([
    { failure: 'no kind nothing' },
    { failure: 'the worker received a malformed request' },
    { value: 'logits' },
  ]);
});
