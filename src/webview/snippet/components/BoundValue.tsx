import { formatShape, type ShownValue } from '../../../core';
import { CodeBlock } from '../../components/controls/ScrollRegion';
import { CopyAs } from '../../components/tensors/CopyAs';
import type { SnippetStore } from '../store';
import { strings } from '../strings';
import { shortValue } from '../view/shortValue';

interface BoundValueProps {
  /** Null for the value of an expression that is given no name. */
  readonly name: string | null;
  readonly value: ShownValue;
  /** How often the statement ran. */
  readonly times: number;
  readonly store: SnippetStore;
}

/** A name with its value in a line; the whole print opens below when there is more of it. */
export function BoundValue({ name, value, times, store }: BoundValueProps) {
  const short = shortValue(value.text);
  const head = (
    <>
      {name !== null && <code class="bound-name">{name}</code>}
      {times > 1 && (
        <span class="muted" title={strings.lines.timesTitle(times)}>
          {strings.lines.times(times)}
        </span>
      )}
      {value.tensor && (
        <span class="bound-facts">
          <code>{formatShape(value.tensor.shape)}</code> <code>{value.tensor.dtype}</code>
        </span>
      )}
      <code class="bound-value">{short}</code>
    </>
  );
  return (
    <div class="bound">
      {short === value.text ? (
        <span class="bound-line">{head}</span>
      ) : (
        <details>
          <summary class="bound-line">{head}</summary>
          <CodeBlock label={strings.lines.whole(name ?? strings.lines.value)} text={value.text} />
        </details>
      )}
      {value.tensor && (
        <CopyAs
          tensor={value.tensor}
          name={name ?? strings.lines.value}
          requiresGrad={value.requiresGrad && value.gradFn === null}
          copy={(text) => store.copy(text)}
        />
      )}
    </div>
  );
}
