import { formatShape } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import type { Origin } from '../../view/originOf';
import { Foldable } from '../controls/Foldable';
import { RevealLink } from '../controls/Links';
import { CodeBlock } from '../controls/ScrollRegion';

/** The expression that made a tensor, with the tensors that it was made from as a detail. */
export function TensorOrigin({ origin, store }: { origin: Origin; store: Store }) {
  const { expression, written, sources } = origin;
  const head = (
    <>
      = <code>{expression}</code>
    </>
  );
  if (written === null && sources.length === 0) return <p class="tensor-origin">{head}</p>;
  return (
    <Foldable part={`origin-${expression}`} class="tensor-origin" store={store}>
      <summary>{head}</summary>
      {written !== null && <CodeBlock label={strings.tensors.written} text={written} />}
      {sources.length > 0 && (
        <ul aria-label={strings.tensors.sources}>
          {sources.map((source) => (
            <li key={source.from}>
              <RevealLink range={source} store={store}>
                {source.name}
              </RevealLink>{' '}
              <code>{formatShape(source.tensor.shape)}</code> <code>{source.tensor.dtype}</code>
            </li>
          ))}
        </ul>
      )}
    </Foldable>
  );
}
