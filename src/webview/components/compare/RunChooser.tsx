import remove from '@vscode/codicons/src/icons/close.svg';
import { useId } from 'preact/hooks';
import type { Comparison, Run } from '../../../messages/comparison';
import type { Store } from '../../state/store';
import { strings as common } from '../../strings';
import { compareStrings as strings } from '../../strings/compare';
import type { ChosenRun } from '../../view/compare/chosenRuns';
import { IconButton } from '../controls/Button';

interface RunChooserProps {
  readonly side: 'a' | 'b';
  readonly chosen: ChosenRun;
  readonly comparison: Comparison;
  readonly now: Run;
  readonly store: Store;
}

/** Which run stands on a side of the comparison: a pin, which can be let go of, or the present one. */
export function RunChooser({ side, chosen, comparison, now, store }: RunChooserProps) {
  const labelId = useId();
  const { id, run } = chosen;
  return (
    <div class="run-chooser">
      <label for={labelId}>{side.toUpperCase()}</label>
      <select
        id={labelId}
        value={id ?? ''}
        onChange={({ currentTarget: { value } }) =>
          store.compare({ [side]: value === '' ? null : Number(value) })
        }
      >
        {comparison.pins.map((pin) => (
          <option key={pin.id} value={pin.id}>
            {common.pin(pin.id, pin.run.place)}
          </option>
        ))}
        <option value="">{strings.now(now.place)}</option>
      </select>
      {id !== null && (
        <IconButton
          label={strings.remove(common.pin(id, run.place))}
          icon={remove}
          onClick={() => store.unpin(id)}
        />
      )}
    </div>
  );
}
