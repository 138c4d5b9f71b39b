import { useMemo, useState } from 'preact/hooks';
import type { Accuracy } from '../../../core';
import { predictionStrings } from '../../strings/predictions';
import { confusionCells } from '../../view/batch/confusionCells';
import type { SampleFilter } from '../../view/batch/sampleOrder';
import { countText } from '../../view/countText';
import { ClassLabel } from '../controls/ClassLabel';
import { ScrollRegion } from '../controls/ScrollRegion';

const strings = predictionStrings.confusion;

interface ConfusionMatrixProps {
  readonly accuracy: Accuracy;
  readonly filter: SampleFilter;
  readonly nameOf: (klass: number) => string;
  readonly onChoose: (target: number, predicted: number) => void;
}

/** Samples by target and prediction, as a heat map that is a table of buttons: arrow keys go from one to the next. */
export function ConfusionMatrix({ accuracy, filter, nameOf, onChoose }: ConfusionMatrixProps) {
  const cellAt = useMemo(() => confusionCells(accuracy), [accuracy]);
  const classes = Array.from(accuracy.classes.support.keys());
  const [left, setStop] = useState<readonly [number, number]>([0, 0]);
  const stop = left.map((index) => Math.min(index, classes.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = moves[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey) return;
    const table = event.currentTarget as HTMLElement;
    const place = `${stop[0] + by[0]} ${stop[1] + by[1]}`;
    event.preventDefault();
    table.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  };
  return (
    <>
      <ScrollRegion class="table-scroll" label={strings.caption}>
        <table class="confusion" onKeyDown={onKeyDown}>
          <caption class="visually-hidden">{strings.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{strings.corner}</th>
              {classes.map((klass) => (
                <th key={klass} scope="col" title={nameOf(klass)}>
                  {klass}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((target) => (
              <tr key={target}>
                <th scope="row">
                  <ClassLabel text={nameOf(target)} />
                </th>
                {classes.map((predicted) => (
                  <MatrixCell
                    key={predicted}
                    {...cellAt(target, predicted)}
                    place={[target, predicted]}
                    nameOf={nameOf}
                    isChosen={filter.target === target && filter.predicted === predicted}
                    isStop={target === stop[0] && predicted === stop[1]}
                    onFocus={() => setStop([target, predicted])}
                    onChoose={() => onChoose(target, predicted)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="muted">{strings.hint}</p>
    </>
  );
}

const moves: Readonly<Record<string, readonly [row: number, column: number] | undefined>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

interface MatrixCellProps {
  readonly count: number;
  readonly isRight: boolean;
  readonly heat: string;
  readonly place: readonly [target: number, predicted: number];
  readonly nameOf: (klass: number) => string;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onChoose: () => void;
}

function MatrixCell(props: MatrixCellProps) {
  const { count, isRight, heat, place, nameOf, isChosen, isStop, onFocus, onChoose } = props;
  const name = strings.cell(nameOf(place[0]), nameOf(place[1]), countText(count));
  return (
    <td class={isRight ? 'heat-negative' : 'heat-positive'} style={{ '--heat': heat }}>
      <button
        type="button"
        title={name}
        aria-label={name}
        aria-pressed={isChosen}
        data-place={place.join(' ')}
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onChoose}
      >
        {count === 0 ? '·' : countText(count)}
      </button>
    </td>
  );
}
