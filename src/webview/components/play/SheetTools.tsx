import { createTensor } from '../../../core';
import { insertClass, insertRow, removeClass, removeRow } from '../../state/edits';
import { playStrings } from '../../strings/play';
import type { Place, Sheet } from '../../view/play/sheet';
import type { ReportParts } from '../../view/reportParts';
import { samplesOf } from '../../view/samples';
import { Button } from '../controls/Button';

const strings = playStrings.sheet;

interface SheetToolsProps {
  readonly sheet: Sheet;
  readonly active: Place;
  readonly parts: ReportParts;
}

/** Adds and removes samples and classes at the active cell, and weights. */
export function SheetTools({ sheet, active, parts }: SheetToolsProps) {
  const { store, live, evaluation } = parts;
  const { count, numClasses } = samplesOf(live.shape);
  const hasRows = live.shape.length === 2;
  const row = Math.min(active.row, count - 1);
  const klass = Math.min(active.column, numClasses - 1);
  const addWeights = () =>
    store.change({
      weight: createTensor(new Float64Array(numClasses).fill(1), [numClasses], evaluation.options.dtype),
    });
  return (
    <div class="sheet-tools">
      {hasRows && (
        <>
          <Button onClick={() => store.apply((e, o) => insertRow(e, o, row + 1))}>{strings.addSample}</Button>
          <Button isDisabled={count <= 1} onClick={() => store.apply((e, o) => removeRow(e, o, row))}>
            {strings.removeSample}
          </Button>
        </>
      )}
      {live.shape.length > 0 && (
        <>
          <Button onClick={() => store.apply((e, o) => insertClass(e, o, klass + 1))}>
            {strings.addClass}
          </Button>
          <Button
            isDisabled={numClasses <= 1}
            onClick={() => store.apply((e, o) => removeClass(e, o, klass))}
          >
            {strings.removeClass}
          </Button>
        </>
      )}
      {!sheet.hasWeight && <Button onClick={addWeights}>{strings.addWeights}</Button>}
    </div>
  );
}
