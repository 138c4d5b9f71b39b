import * as vscode from 'vscode';
import type { PanelState } from '../messages/panel';
import { parseSource, sourceOfText } from './savedSource';

const text = `logits = torch.tensor([[2.0, 1.0, 0.1],
                       [0.5, 2.5, 0.3],
                       [1.2, 0.4, 0.9]])
target = torch.tensor([0, 1, 2])
loss = nn.CrossEntropyLoss()(logits, target)
`;

/** What the panel shows while no tensors were selected: an example to play with. */
export function emptyState(): PanelState {
  const source = sourceOfText(vscode.l10n.t('Example'), text);
  return { kind: 'empty', example: { source: source.source, parsed: parseSource(source) } };
}
