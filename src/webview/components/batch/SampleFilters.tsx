import { useId, useMemo } from 'preact/hooks';
import { formatNumber, type LossKey, shownLosses } from '../../../core';
import { predictionStrings } from '../../strings/predictions';
import { everySample, isFiltering, type SampleFilter } from '../../view/batch/sampleOrder';
import { classLabel } from '../../view/classLabel';
import { countText } from '../../view/countText';
import type { ReportParts } from '../../view/reportParts';
import { labelOf } from '../../view/samples';
import { Button } from '../controls/Button';
import { FindSample } from './FindSample';

const strings = predictionStrings.filter;

interface SampleFiltersProps {
  readonly loss: LossKey;
  readonly filter: SampleFilter;
  /** How many samples it leaves. */
  readonly count: number;
  /** True where the sample that is chosen is among them. */
  readonly isShown: boolean;
  readonly onFilter: (filter: SampleFilter) => void;
  readonly parts: ReportParts;
}

/** Which samples are shown, and how many these are. */
export function SampleFilters({ loss, filter, count, isShown, onFilter, parts }: SampleFiltersProps) {
  const { evaluation, samples } = parts;
  const { predicted = null, accuracy = null } = evaluation.batch ?? {};
  const change = (part: Partial<SampleFilter>) => onFilter({ ...filter, ...part });
  const { bin } = filter;
  const { dtype } = evaluation.options;
  const nameOf = (klass: number) => classLabel(evaluation, klass);
  return (
    <fieldset class="sample-filters">
      <legend class="visually-hidden">{strings.title}</legend>
      {accuracy && (
        <Button isPressed={filter.isWrongOnly} onClick={() => change({ isWrongOnly: !filter.isWrongOnly })}>
          {strings.wrongOnly}
        </Button>
      )}
      {accuracy && (
        <ClassField
          label={strings.target}
          classes={accuracy.target}
          nameOf={nameOf}
          value={filter.target}
          onChange={(target) => change({ target })}
        />
      )}
      {predicted && (
        <ClassField
          label={strings.predicted}
          classes={predicted}
          nameOf={nameOf}
          value={filter.predicted}
          onChange={(next) => change({ predicted: next })}
        />
      )}
      <FindSample {...parts} />
      {bin && (
        <RemoveButton
          what={strings.bin(
            shownLosses[loss].name,
            formatNumber(bin.from, dtype),
            formatNumber(bin.to, dtype),
          )}
          onClick={() => change({ bin: null })}
        />
      )}
      <p class="filter-count" role="status">
        {isFiltering(filter)
          ? strings.shown(countText(count), countText(samples.count))
          : strings.all(countText(samples.count))}
      </p>
      {isFiltering(filter) && <Button onClick={() => onFilter(everySample)}>{strings.showAll}</Button>}
      {!isShown && <p class="muted">{strings.hidden(labelOf(samples, parts.sample))}</p>}
    </fieldset>
  );
}

function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <Button title={strings.remove(what)} onClick={onClick}>
      {what} <span aria-hidden="true">✕</span>
    </Button>
  );
}

interface ClassFieldProps {
  readonly label: string;
  /** The class of each sample, negative for none. */
  readonly classes: Float64Array;
  readonly nameOf: (klass: number) => string;
  readonly value: number | null;
  readonly onChange: (klass: number | null) => void;
}

/** One of the classes that occur, or any. */
function ClassField({ label, classes, nameOf, value, onChange }: ClassFieldProps) {
  const id = useId();
  const options = useMemo(() => {
    const found = new Set(classes);
    if (value !== null) found.add(value);
    return [...found]
      .filter((klass) => klass >= 0)
      .sort((a, b) => a - b)
      .map((klass) => (
        <option key={klass} value={klass}>
          {nameOf(klass)}
        </option>
      ));
  }, [classes, value]);
  return (
    <span class="filter-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : Number(currentTarget.value))
        }
      >
        <option value="">{strings.any}</option>
        {options}
      </select>
    </span>
  );
}
