import * as vscode from 'vscode';
import { comparePython, runSnippet } from '../../core';
import { ask } from '../../editor/say';
import type { PythonState, SnippetSource } from '../../messages/snippet';
import { interpreterFor } from './interpreter';
import { type PythonRun, runPython } from './runPython';

/** A program that runs longer is ended; importing PyTorch alone can take ten seconds. Unit: ms. */
const timeLimit = 60_000;

/** Runs the shown snippet with the user's Python, after asking, and holds its output against the evaluation. */
export class PythonComparer implements vscode.Disposable {
  private readonly allowed = new Set<string>();
  private running: AbortController | null = null;

  constructor(private readonly show: (state: PythonState) => void) {}

  /** Whether the documents of this host may be given to a Python of its machine. */
  static canRun({ uri }: SnippetSource): boolean {
    const hasNode = typeof process !== 'undefined' && process.versions?.node !== undefined;
    const { scheme } = vscode.Uri.parse(uri);
    return (
      hasNode && vscode.workspace.isTrusted && ['file', 'untitled', 'vscode-notebook-cell'].includes(scheme)
    );
  }

  async compare(source: SnippetSource): Promise<void> {
    this.cancel();
    if (!PythonComparer.canRun(source)) return;
    const uri = vscode.Uri.parse(source.uri);
    const path = await interpreterFor(uri);
    if (path === null) {
      this.show(failed(noInterpreter()));
      return;
    }
    if (!(await this.isAllowed(path))) return;
    const controller = new AbortController();
    this.running = controller;
    this.show({ kind: 'running' });
    const program = source.text.slice(0, source.selection?.to);
    const folder = uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..').fsPath : undefined;
    const run = await runPython(path, program, { cwd: folder, timeLimit, signal: controller.signal });
    if (this.running !== controller) return;
    this.running = null;
    this.show(stateOf(run, program, path));
  }

  cancel(): void {
    const { running } = this;
    this.running = null;
    if (!running) return;
    running.abort();
    this.show({ kind: 'idle' });
  }

  dispose(): void {
    this.running?.abort();
    this.running = null;
  }

  /** Asks once for each interpreter. */
  private async isAllowed(path: string): Promise<boolean> {
    if (this.allowed.has(path)) return true;
    const isAllowed = await ask(
      vscode.l10n.t('Run this code with your Python?'),
      vscode.l10n.t(
        'Loss Lens itself only evaluates code. To compare, {0} runs the program up to the end of the snippet, and may do all that you may do. It is asked once in this window.',
        path,
      ),
      vscode.l10n.t('Run'),
    );
    if (isAllowed) this.allowed.add(path);
    return isAllowed;
  }
}

function failed(message: string): PythonState {
  return { kind: 'failed', message };
}

function noInterpreter(): string {
  return vscode.l10n.t(
    'No Python is chosen: run “Python: Select Interpreter”, or set python.defaultInterpreterPath.',
  );
}

function stateOf(run: PythonRun, program: string, path: string): PythonState {
  switch (run.kind) {
    case 'missing':
      return failed(vscode.l10n.t('{0} cannot be started. Choose another interpreter.', path));
    case 'time-out':
      return failed(vscode.l10n.t('Python was ended: it ran for more than {0} seconds.', timeLimit / 1000));
    case 'too-much':
      return failed(vscode.l10n.t('Python was ended: it wrote more than can be compared.'));
    case 'cancelled':
      return { kind: 'idle' };
    case 'ended': {
      const comparison = comparePython(runSnippet(program), run);
      const missing = /^No module named '(torch|numpy)(?:\.[\w.]*)?'$/.exec(
        comparison.pythonEnd?.message ?? '',
      )?.[1];
      return missing
        ? failed(
            vscode.l10n.t('{0} has no {1}. Install it there, or choose another interpreter.', path, missing),
          )
        : { kind: 'compared', interpreter: path, comparison };
    }
  }
}
