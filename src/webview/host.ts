import type { FromWebview } from '../protocol';
import { packState, type SavedState } from '../savedState';

interface VsCodeApi {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The host's side of the page, typed. VS Code hands out its API once, so call this once. */
export interface Host {
  post(message: FromWebview): void;
  save(state: SavedState): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    save: (state) => api.setState(packState(state)),
  };
}
