import { createTensor } from '../../../core';
import { insertClass, insertRow, removeClass, removeRow } from '../../state/edits';
import { playStrings } from '../../strings/play';
import type { Place, Sheet } from '../../view/play/sheet';
import type { ReportParts } from '../../view/reportParts';
import { samplesOf } from '../../view/samples';
import { ToolRow } from '../controls/ToolRow';

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
  const klass = sheet.classAt(active.column) ?? numClasses - 1;
  const addWeights = () =>
    store.change({
      weight: createTensor(new Float64Array(numClasses).fill(1), [numClasses], evaluation.options.dtype),
    });
  return (
    <ToolRow class="sheet-tools" label={strings.tools}>
      {hasRows && (
        <>
          <Tool onClick={() => store.apply((e, o) => insertRow(e, o, row + 1))} name={strings.addSample} />
          <Tool
            isDisabled={count <= 1}
            onClick={() => store.apply((e, o) => removeRow(e, o, row))}
            name={strings.removeSample}
          />
        </>
      )}
      {live.shape.length > 0 && (
        <>
          <Tool onClick={() => store.apply((e, o) => insertClass(e, o, klass + 1))} name={strings.addClass} />
          <Tool
            isDisabled={numClasses <= 1}
            onClick={() => store.apply((e, o) => removeClass(e, o, klass))}
            name={strings.removeClass}
          />
        </>
      )}
      {!sheet.hasWeight && <Tool onClick={addWeights} name={strings.addWeights} />}
    </ToolRow>
  );
}

interface ToolProps {
  readonly name: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ name, isDisabled, onClick }: ToolProps) {
  return (
    <button type="button" class="link" disabled={isDisabled} onClick={onClick}>
      {name}
    </button>
  );
}
