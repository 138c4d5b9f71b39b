/** Every text of the snippet page that is not Python's or PyTorch's. */
export const strings = {
  title: 'Loss Lens: snippet',
  waiting: 'Waiting for the editor…',
  source: (label: string, line: number) => `${label}:${line}`,
  evaluatedHere: 'Evaluated here; nothing runs.',
  showInEditor: 'Show in editor',
  lineNumber: (line: number) => `Line ${line}, show in editor`,

  empty: {
    title: 'See what Python code would print, line by line',
    lead: 'Put the cursor into a Python file, a cell or a Python fence in Markdown, or select a part of it, then run',
    command: 'Loss Lens: Run Snippet',
    keys: 'from the Command Palette (F1) or the context menu.',
    exampleTitle: 'For example:',
    example:
      'log_probs = torch.log(torch.tensor([[0.7, 0.2, 0.1]]))\nloss = nn.NLLLoss()(log_probs, torch.tensor([0]))\nprint(loss)',
    other:
      'Tensors are computed here as PyTorch computes them. No Python runs, so nothing can happen to your files.',
  },

  run: {
    slow: 'Evaluating…',
    cancel: 'Cancel',
    cancelled: 'Cancelled. What is below is older than the text.',
    cancelledEmpty: 'Cancelled.',
    again: 'Evaluate again',
    failed: (message: string) => `Something went wrong here: ${message}`,
    notPython: 'The text cannot be read as Python. Below is the last good state.',
  },

  summary: {
    runs: 'Runs to its end.',
    runsWithout: (count: number) =>
      `Reaches its end, but for ${lines(count)} that could not be evaluated here.`,
    stops: (line: number, type: string) => `Stops at line ${line}: ${type}`,
    ended: {
      steps: 'Ended here: the snippet takes more steps than are evaluated.',
      elements: 'Ended here: a tensor is larger than what is evaluated.',
      cancelled: 'Cancelled.',
    },
    nothing: 'It binds nothing and prints nothing.',
  },

  lines: {
    title: 'Line by line',
    fold: (count: number) => `${count} lines`,
    further: (count: number) => `${lines(count)} more`,
    times: (count: number) => `× ${count}`,
    timesTitle: (count: number) => `Ran ${count} times; this is the last value`,
    value: 'the value',
    prints: 'prints',
    printedBy: (line: number) => `Printed by line ${line}`,
    more: (count: number) => `and ${count} more`,
    earlierCell: '↑',
    whole: (name: string) => `${name}, whole`,
  },

  stop: {
    title: 'Python stops here',
    titleThere: (line: number) => `Then it stops at line ${line}`,
    message: 'The message',
    apply: (title: string) => `Apply: ${title}`,
    applyHint: 'Changes the document; Undo takes it back.',
    change: 'What to change:',
  },

  corrections: {
    title: 'After the correction',
    titleSeveral: (count: number) => `After ${count} corrections`,
    step: (index: number, title: string) => `${index}. ${title}`,
    changes: 'Changed lines',
    end: 'Then it runs to its end:',
  },

  unevaluated: {
    title: 'Not evaluated',
    at: (line: number) => `line ${line}`,
  },
} as const;

function lines(count: number): string {
  return count === 1 ? 'one line' : `${count} lines`;
}
