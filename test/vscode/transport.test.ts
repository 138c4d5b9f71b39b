import { expect } from 'chai';
import * as vscode from 'vscode';
import type { TensorLiteral } from '../../src/core';
import { isToWebview, type ToWebview } from '../../src/messages/panel';

/** Sends a message to a page that sends it back, and gives what arrives. */
async function roundTrip(message: ToWebview): Promise<unknown> {
  const panel = vscode.window.createWebviewPanel('lossLens.echo', 'Echo', vscode.ViewColumn.Two, {
    enableScripts: true,
  });
  try {
    return await new Promise((resolve) => {
      panel.webview.onDidReceiveMessage((received) => {
        if (received === 'ready') void panel.webview.postMessage(message);
        else resolve(received);
      });
      panel.webview.html = `<script>
        const api = acquireVsCodeApi();
        addEventListener('message', ({ data }) => api.postMessage(data));
        api.postMessage('ready');
      </script>`;
    });
  } finally {
    panel.dispose();
  }
}

describe('messages between host and page', () => {
  it('keep nan, ±inf and -0 both ways', async () => {
    const data = Float64Array.of(Number.NaN, Infinity, -Infinity, -0, 1.5);
    const source = {
      uri: 'file:///a.py',
      label: 'a.py',
      line: 1,
      pieces: [],
      ranges: [],
      isBox: false,
      readings: {},
    };
    const literal: TensorLiteral = {
      tensor: { data, shape: [5], dtype: 'float32' },
      from: 0,
      to: 9,
      body: { from: 0, to: 9 },
      form: 'list',
      callee: null,
      name: null,
      decimals: 1,
      scientificDecimals: null,
      isDtypeWritten: false,
      keywords: [],
      gradFn: null,
      requiresGrad: false,
      operations: [],
    };
    const parsed = {
      literals: [literal],
      problems: [],
      usage: { calls: [], constructorCalls: [], ingredients: [], namesLoss: false },
      empty: [],
      classLists: [],
      tokenLogProbs: [],
    };
    const message: ToWebview = {
      type: 'state',
      revision: 1,
      state: { kind: 'parsed', source, parsed, options: {} },
    };
    const received = await roundTrip(message);
    expect(isToWebview(received)).to.equal(true);
    const { state } = received as ToWebview & { readonly type: 'state' };
    const arrived = state.kind === 'parsed' ? state.parsed.literals[0].tensor.data : [];
    expect(Array.from(arrived, String)).to.deep.equal(['NaN', 'Infinity', '-Infinity', '0', '1.5']);
    expect(Object.is(arrived[3], -0)).to.equal(true);
  });
});
