import { useEffect } from 'preact/hooks';
import { type EvaluatedTensor, type Evaluation, formatShape } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { formatPlain } from '../../view/formatPlain';
import { OptionsBar } from '../answers/OptionsBar';
import { useFold } from '../controls/Foldable';
import { Tensors } from './Tensors';

/** What was taken for what, and with which options, in a line; it opens to change them. */
export function Setup({ report, store }: { report: Report; store: Store }) {
  const { evaluation, source } = report;
  const { tensors, options, pair } = evaluation;
  const isDoubtful =
    tensors.some(({ isAssumed }) => isAssumed) ||
    report.options.target !== undefined ||
    Object.values(options.origin).includes('unknown');
  const [isOpen, setOpen] = useFold('setup', store, isDoubtful);
  // What needs a look opens it; it closes by hand alone, for whoever sets the last of it is still there.
  useEffect(() => {
    if (isDoubtful) setOpen(true);
  }, [isDoubtful]);
  return (
    <details class="setup" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {tensors
          .filter(({ role }) => role !== 'other')
          .map((tensor) => (
            <TensorWords key={tensor.role} {...tensor} />
          ))}
        <code class={options.origin.reduction === 'default' ? 'muted' : undefined}>{options.reduction}</code>
        {changedOptions(evaluation).map((words) => (
          <code key={words}>{words}</code>
        ))}
        <span class="link">{strings.setup}</span>
      </summary>
      <Tensors report={report} store={store} />
      <OptionsBar key={`${source.uri} ${pair}`} report={report} store={store} />
    </details>
  );
}

function TensorWords({ role, name, tensor }: EvaluatedTensor) {
  return (
    <span>
      <span class="muted">{strings.tensors.roles[role]}</span> {name}{' '}
      <code>
        {formatShape(tensor.shape)}
        {tensor.dtype !== 'int64' && ` ${tensor.dtype}`}
      </code>
    </span>
  );
}

/** The options beside the reduction that are not PyTorch's defaults. */
function changedOptions({ options }: Evaluation): readonly string[] {
  const { ignoreIndex, labelSmoothing, origin } = options;
  return [
    ...(origin.ignoreIndex === 'default' ? [] : [`ignore_index=${ignoreIndex}`]),
    ...(labelSmoothing === 0 ? [] : [`label_smoothing=${formatPlain(labelSmoothing)}`]),
  ];
}
