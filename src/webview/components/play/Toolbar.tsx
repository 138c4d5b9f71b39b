import undo from '@vscode/codicons/src/icons/discard.svg';
import writeBack from '@vscode/codicons/src/icons/edit-code.svg';
import reset from '@vscode/codicons/src/icons/history.svg';
import pin from '@vscode/codicons/src/icons/pin.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import redo from '@vscode/codicons/src/icons/redo.svg';
import { hasValues } from '../../state/lastGood';
import { mostPins, pinOf } from '../../state/pins';
import type { Report, Snapshot } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { toolbarStrings as strings } from '../../strings/toolbar';
import { runOf } from '../../view/compare/runOf';
import { IconButton } from '../controls/Button';
import { ToolRow } from '../controls/ToolRow';
import { TakeAway } from '../takeAway/TakeAway';

interface ToolbarProps {
  readonly report: Report;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** What can be done with the numbers as a whole. */
export function Toolbar({ report, snapshot, store }: ToolbarProps) {
  const { panel, canUndo, canRedo } = snapshot;
  const canKeep = hasValues(report.evaluation);
  const { comparison } = snapshot;
  const run = canKeep && comparison.pins.length > 0 ? runOf(report) : null;
  const own = run && pinOf(comparison, run);
  const isFull = comparison.pins.length >= mostPins;
  const options = panel.kind === 'parsed' ? panel.options : {};
  const hasEdits = Object.keys(options.edits ?? {}).length > 0;
  const isChanged = hasEdits || options.temperature !== undefined || options.target !== undefined;
  return (
    <ToolRow class="toolbar" label={strings.title}>
      <IconButton label={strings.undo} icon={undo} isDisabled={!canUndo} onClick={() => store.undo()} />
      <IconButton label={strings.redo} icon={redo} isDisabled={!canRedo} onClick={() => store.redo()} />
      <IconButton
        label={strings.reset}
        icon={reset}
        isDisabled={!isChanged}
        onClick={() => store.change({ edits: undefined, temperature: undefined, target: undefined })}
      />
      <IconButton
        label={own ? strings.unpin : isFull ? strings.manyPins(String(mostPins)) : strings.pin}
        icon={own ? pinned : pin}
        isPressed={own !== null && own !== undefined}
        isDisabled={!own && (!canKeep || isFull)}
        onClick={() => (own ? store.unpin(own.id) : store.pin())}
      />
      <IconButton
        label={store.hasDocument ? strings.writeBack : strings.noDocument}
        icon={writeBack}
        isDisabled={!hasEdits || !store.hasDocument}
        onClick={() => store.post({ type: 'writeBack' })}
      />
      <TakeAway report={report} isDisabled={!canKeep} snapshot={snapshot} store={store} />
    </ToolRow>
  );
}
