/** What arrives of plain data that goes through a webview's `postMessage`: JSON, with typed arrays beside it. */
export function afterTransport(value: unknown): unknown {
  const arrays: unknown[] = [];
  const json = JSON.stringify(value, (_, one) =>
    ArrayBuffer.isView(one) ? { $array: arrays.push(one) - 1 } : one,
  );
  return JSON.parse(json, (_, one) => (typeof one?.$array === 'number' ? arrays[one.$array] : one));
}
