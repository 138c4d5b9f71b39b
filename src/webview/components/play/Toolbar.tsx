import undo from '@vscode/codicons/src/icons/discard.svg';
import pin from '@vscode/codicons/src/icons/pin.svg';
import pinned from '@vscode/codicons/src/icons/pinned.svg';
import redo from '@vscode/codicons/src/icons/redo.svg';
import type { Report, Snapshot } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { playStrings as strings } from '../../strings/play';
import { IconButton } from '../controls/Button';

interface ToolbarProps {
  readonly report: Report;
  readonly snapshot: Snapshot;
  readonly store: Store;
}

/** What can be done with the numbers as a whole. */
export function Toolbar({ snapshot, store }: ToolbarProps) {
  const isPinned = snapshot.pinned !== null;
  return (
    <div class="toolbar" role="toolbar" aria-label={strings.toolbar.title}>
      <IconButton
        label={strings.toolbar.undo}
        icon={undo}
        isDisabled={!snapshot.canUndo}
        onClick={() => store.undo()}
      />
      <IconButton
        label={strings.toolbar.redo}
        icon={redo}
        isDisabled={!snapshot.canRedo}
        onClick={() => store.redo()}
      />
      <IconButton
        label={isPinned ? strings.toolbar.unpin : strings.toolbar.pin}
        icon={isPinned ? pinned : pin}
        isPressed={isPinned}
        onClick={() => store.pin(!isPinned)}
      />
    </div>
  );
}
