import { useId, useRef } from 'preact/hooks';
import { toolbarStrings as strings } from '../../strings/toolbar';
import { placeOf, sliderReach, temperatureAt } from '../../view/play/temperature';
import type { ReportParts } from '../../view/reportParts';

/** What the input is divided by before both losses: a slider, a field, and the way back to 1. */
export function Temperature({ options, store }: ReportParts) {
  const id = useId();
  const gesture = useRef(0);
  const temperature = options.temperature ?? 1;
  const set = (value: number) => {
    if (!(value > 0 && Number.isFinite(value))) return;
    store.change({ temperature: value === 1 ? undefined : value }, `temperature:${gesture.current}`);
  };
  const end = () => {
    gesture.current++;
    store.endGesture();
  };
  return (
    <div class="temperature" title={strings.temperatureHint}>
      <label for={id}>{strings.temperature} T</label>
      <input
        type="range"
        class="slider"
        aria-label={strings.temperature}
        aria-valuetext={String(temperature)}
        min={-sliderReach}
        max={sliderReach}
        step={1}
        value={placeOf(temperature)}
        onInput={(event) => set(temperatureAt(event.currentTarget.valueAsNumber))}
        onChange={end}
      />
      <input
        id={id}
        type="number"
        class="vscode-textfield"
        min={0}
        step={0.1}
        value={temperature}
        title={strings.temperatureBad}
        onInput={(event) => set(event.currentTarget.valueAsNumber)}
        onChange={end}
      />
      {temperature !== 1 && (
        <button type="button" class="link" onClick={() => set(1)}>
          {strings.temperatureReset}
        </button>
      )}
    </div>
  );
}
