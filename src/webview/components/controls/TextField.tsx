import { useId, useState } from 'preact/hooks';
import type { OptionOrigin } from '../../../core';
import { strings } from '../../strings';
import type { FieldResult } from '../../view/parseNumbers';

interface TextFieldProps<T> {
  readonly label: string;
  /** The value in use, as text. */
  readonly value: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'number';
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly parse: (text: string) => FieldResult<T>;
  readonly onChange: (value: T) => void;
  readonly origin: OptionOrigin;
  readonly onReset: () => void;
}

/**
 * A field that applies every good value as it is typed. A bad one stays in the field with what was expected,
 * while the last good value stays in use.
 */
export function TextField<T>(props: TextFieldProps<T>) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const read = (text: string) => {
    const result = props.parse(text);
    setDraft(text);
    setMessage(result.isGood ? null : result.message);
    if (result.isGood) props.onChange(result.value);
  };
  const reset = () => {
    setDraft(null);
    setMessage(null);
    if (props.origin === 'user') props.onReset();
  };
  const { label, hint, placeholder, type = 'text', min, max, step, origin } = props;
  return (
    <div class={fieldClass(origin)}>
      <label for={id}>{label}</label>
      <input
        id={id}
        // Preact's types want one literal here; both take the same attributes.
        type={type as 'number'}
        min={min}
        max={max}
        step={step}
        placeholder={placeholder}
        value={draft ?? props.value}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={message !== null}
        aria-describedby={`${id}-note`}
        onInput={(event) => read(event.currentTarget.value)}
        onBlur={() => message === null && setDraft(null)}
      />
      <div class="field-note" id={`${id}-note`}>
        {hint && <span>{hint}</span>}
        <OriginNote
          label={label}
          origin={origin}
          canReset={origin === 'user' || message !== null}
          onReset={reset}
        />
        {message !== null && (
          <span class="field-error" role="alert">
            {message} {strings.options.kept}
          </span>
        )}
      </div>
    </div>
  );
}

interface OriginNoteProps {
  readonly label: string;
  readonly origin: OptionOrigin;
  readonly canReset: boolean;
  readonly onReset: () => void;
}

/** PyTorch's default is dimmed, and said to who cannot see that. */
export function fieldClass(origin: OptionOrigin): string {
  return origin === 'default' ? 'field is-default' : 'field';
}

/** Where a value came from, and the way back. */
export function OriginNote({ label, origin, canReset, onReset }: OriginNoteProps) {
  return (
    <span>
      <span class={origin === 'default' ? 'visually-hidden' : undefined}>
        {strings.options.origin[origin]}
      </span>
      {canReset && (
        <>
          {' · '}
          <button type="button" class="link" aria-label={strings.options.resetOf(label)} onClick={onReset}>
            {strings.options.reset}
          </button>
        </>
      )}
    </span>
  );
}
