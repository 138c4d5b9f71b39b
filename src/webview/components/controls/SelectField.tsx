import { useId } from 'preact/hooks';
import type { OptionOrigin } from '../../../core';
import { fieldClass, OriginNote } from './TextField';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly onChange: (value: T) => void;
  readonly origin: OptionOrigin;
  readonly onReset: () => void;
}

/** A choice among a few names, with where the present one came from. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, value, choices, onChange, origin, onReset } = props;
  const id = useId();
  return (
    <div class={fieldClass(origin)}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
      <div class="field-note" id={`${id}-note`}>
        <OriginNote label={label} origin={origin} canReset={origin === 'user'} onReset={onReset} />
      </div>
    </div>
  );
}
