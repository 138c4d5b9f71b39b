import * as l10n from '../../core/l10n';

/** Every text of the snippet page that is not Python's or PyTorch's. Load it when the language is known. */
export const strings = {
  title: l10n.t('Loss Lens: Snippet'),
  waiting: l10n.t('Waiting for the editor…'),
  source: (label: string, line: number) => `${label}:${line}`,
  evaluatedHere: l10n.t('Evaluated here; nothing runs.'),
  showInEditor: l10n.t('Show in editor'),
  lineNumber: (line: number) => l10n.t('Line {0}, show in editor', line),

  empty: {
    title: l10n.t('See what Python code would print, line by line'),
    lead: l10n.t(
      'Put the cursor into a Python file, a cell or a Python fence in Markdown, or select a part of it. Then run this command from the Command Palette (F1) or the context menu:',
    ),
    command: l10n.t('Loss Lens: Run Snippet'),
    exampleTitle: l10n.t('For example:'),
    example:
      'log_probs = torch.log(torch.tensor([[0.7, 0.2, 0.1]]))\nloss = nn.NLLLoss()(log_probs, torch.tensor([0]))\nprint(loss)',
    other: l10n.t(
      'Tensors are computed here as PyTorch computes them. No Python runs unless you ask for it, so nothing can happen to your files.',
    ),
  },

  run: {
    slow: l10n.t('Evaluating…'),
    cancel: l10n.t('Cancel'),
    cancelled: l10n.t('Cancelled. What is below is older than the text.'),
    cancelledEmpty: l10n.t('Cancelled.'),
    again: l10n.t('Evaluate again'),
    failed: (message: string) => l10n.t('Something went wrong here: {0}', message),
    notPython: l10n.t('The text cannot be read as Python. Below is the last good state.'),
  },

  summary: {
    runs: l10n.t('Runs to its end.'),
    runsWithout: (count: number) =>
      count === 1
        ? l10n.t('Reaches its end, but for one line that could not be evaluated here.')
        : l10n.t('Reaches its end, but for {0} lines that could not be evaluated here.', count),
    stops: (line: number, type: string) => l10n.t('Stops at line {0}: {1}', line, type),
    ended: {
      steps: l10n.t('Ended here: the snippet takes more steps than are evaluated.'),
      elements: l10n.t('Ended here: a tensor is larger than what is evaluated.'),
      cancelled: l10n.t('Cancelled.'),
    },
    nothing: l10n.t('It binds nothing and prints nothing.'),
  },

  lines: {
    title: l10n.t('Line by line'),
    fold: (count: number) => l10n.t('{0} lines', count),
    further: (count: number) => (count === 1 ? l10n.t('one line more') : l10n.t('{0} lines more', count)),
    times: (count: number) => `× ${count}`,
    timesTitle: (count: number) => l10n.t('Ran {0} times; this is the last value', count),
    value: l10n.t('the value'),
    prints: l10n.t('prints'),
    printedBy: (line: number) => l10n.t('Printed by line {0}', line),
    more: (count: number) => l10n.t('and {0} more', count),
    earlierCell: '↑',
    whole: (name: string) => l10n.t('{0}, whole', name),
  },

  stop: {
    title: l10n.t('Python stops here'),
    titleThere: (line: number) => l10n.t('Then it stops at line {0}', line),
    message: l10n.t('The message'),
    apply: (title: string) => l10n.t('Apply: {0}', title),
    applyHint: l10n.t('Changes the document; Undo takes it back.'),
    change: (title: string) => l10n.t('What to change: {0}', title),
  },

  corrections: {
    title: l10n.t('After the correction'),
    titleSeveral: (count: number) => l10n.t('After {0} corrections', count),
    step: (index: number, title: string) => `${index}. ${title}`,
    changes: l10n.t('Changed lines'),
    end: l10n.t('Then it runs to its end:'),
  },

  python: {
    compare: l10n.t('Compare with your Python'),
    hint: l10n.t(
      'Runs the program up to the end of the snippet with the interpreter that you chose, after asking.',
    ),
    running: l10n.t('Python is running…'),
    same: (count: number, interpreter: string) =>
      count === 1
        ? l10n.t('{0} gives the same: one line of output, and the same end.', interpreter)
        : l10n.t('{1} gives the same: {0} lines of output, and the same end.', count, interpreter),
    differs: (count: number, interpreter: string) =>
      count === 0
        ? l10n.t('{0} prints the same and ends otherwise.', interpreter)
        : count === 1
          ? l10n.t('{0} differs in one line of output.', interpreter)
          : l10n.t('{1} differs in {0} lines of output.', count, interpreter),
    partial: l10n.t('Not all of the code was evaluated here, so differences need be no fault.'),
    line: (line: number) => l10n.t('Printed by line {0}', line),
    output: l10n.t('Output'),
    end: l10n.t('The end'),
    here: l10n.t('evaluated'),
    there: l10n.t('your Python'),
    nothing: l10n.t('(nothing)'),
    stopAt: (line: number, said: string) => l10n.t('line {0}: {1}', line, said),
  },

  unevaluated: {
    title: l10n.t('Not evaluated'),
    at: (line: number) => l10n.t('line {0}', line),
  },
} as const;
