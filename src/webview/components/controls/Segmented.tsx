import { useId } from 'preact/hooks';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly nameOf: (choice: T) => string;
  readonly onChange: (choice: T) => void;
}

/** One of a few choices that are all in sight: radio buttons that look like a switch. */
export function Segmented<T extends string>({ label, value, choices, nameOf, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice} class={choice === value ? 'segment is-chosen' : 'segment'}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={choice}
            checked={choice === value}
            onChange={() => onChange(choice)}
          />
          {nameOf(choice)}
        </label>
      ))}
    </fieldset>
  );
}
