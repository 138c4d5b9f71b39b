import * as vscode from 'vscode';
import { evaluateSelectionCommand, runSnippetCommand } from './commandNames';

/** What to show of the example: what to select, its first and last words, and the command that shows it. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly command: string | null;
}

/** Steps of the walkthrough by the word that its links give. */
const steps: Readonly<Record<string, Step>> = {
  evaluate: { from: 'logits =', to: '[0, 1])', command: evaluateSelectionCommand },
  hover: { from: '[[', to: '', command: 'editor.action.showHover' },
  check: { from: 'probs,', to: '', command: null },
  snippet: { from: '', to: '', command: runSnippetCommand },
};

/** The command that opens an untitled Python document with both losses in it, one of them used wrongly. */
export class OpenExample {
  private document: vscode.TextDocument | null = null;

  /** Opens it, and shows a step of the walkthrough on it. */
  readonly run = async (word: unknown = 'check'): Promise<void> => {
    const step = typeof word === 'string' && Object.hasOwn(steps, word) ? steps[word] : steps.check;
    const text = exampleText();
    if (!this.document || this.document.isClosed || this.document.getText() !== text) {
      this.document = await vscode.workspace.openTextDocument({ language: 'python', content: text });
    }
    const editor = await vscode.window.showTextDocument(this.document, vscode.ViewColumn.One);
    editor.selection = selectionOf(this.document, step);
    editor.revealRange(editor.selection);
    if (step.command !== null) await vscode.commands.executeCommand(step.command);
  };
}

/** From the first place of `from` to the end of `to`; only the cursor where there is no `to`. */
function selectionOf(document: vscode.TextDocument, { from, to }: Step): vscode.Selection {
  const text = document.getText();
  const start = text.indexOf(from);
  const end = to === '' ? start : text.indexOf(to, start) + to.length;
  return new vscode.Selection(document.positionAt(start), document.positionAt(end));
}

function exampleText(): string {
  return `import torch
import torch.nn as nn
import torch.nn.functional as F

# ${vscode.l10n.t('Logits: raw scores, one row for each sample, one column for each class.')}
logits = torch.tensor([[2.0, 1.0, 0.1],
                       [0.5, 2.5, 0.3]], requires_grad=True)
target = torch.tensor([0, 1])
loss = nn.CrossEntropyLoss()(logits, target)
print(loss)

# ${vscode.l10n.t('NLLLoss expects log-probabilities, but softmax makes probabilities.')}
probs = F.softmax(logits, dim=1)
wrong = nn.NLLLoss()(probs, target)
print(wrong)
`;
}
