interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The host's side of a page, typed by the messages to it and by what it keeps over a restart. */
export interface Host<Message, Saved> {
  post(message: Message): void;
  /** Kept as JSON. */
  save(state: Saved): void;
  /** What was kept last, when the page was there before; it comes from outside, so look at it. */
  saved(): unknown;
}

/** VS Code hands out its API once, so call this once. */
export function connectHost<Message, Saved>(): Host<Message, Saved> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    save: (state) => api.setState(state),
    saved: () => api.getState(),
  };
}
