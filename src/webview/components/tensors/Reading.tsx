import type { TensorLiteral } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';

/** How an ambiguous text was read, and the other ways for one click. */
export function Reading({ literal, store }: { literal: TensorLiteral; store: Store }) {
  const { reading } = literal;
  if (!reading) return null;
  return (
    <span class="tensor-reading">
      <span>{strings.tensors.readAs(reading.taken)}</span>
      {reading.others.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="link"
          onClick={() => store.post({ type: 'reading', from: literal.from, id })}
        >
          {strings.tensors.readOther(label)}
        </button>
      ))}
    </span>
  );
}
