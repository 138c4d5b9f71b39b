import type { Role } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { tensorOf } from '../../view/samples';
import { AssumedTarget } from './AssumedTarget';
import { TensorRow } from './TensorRow';

/** What was taken for what, and the means to change it. */
export function Tensors({ report, store }: { report: Report; store: Store }) {
  const { tensors } = report.evaluation;
  if (tensors.length === 0) return null;
  const input = tensorOf(tensors, 'input');
  const target = tensorOf(tensors, 'target');
  const canSwap = input?.literal != null && target?.literal != null;
  const setRole = (literal: number, role: Role) =>
    store.change({ roles: { ...report.options.roles, [literal]: role } });
  const swap = () => {
    if (input?.literal == null || target?.literal == null) return;
    const roles = { [input.literal]: 'target', [target.literal]: 'input' } as const;
    store.change({ roles: { ...report.options.roles, ...roles } });
  };
  return (
    <section class="tensors" aria-label={strings.tensors.title}>
      <ul>
        {tensors.map((tensor) => (
          <TensorRow
            key={tensor.literal ?? 'assumed'}
            tensor={tensor}
            report={report}
            setRole={setRole}
            store={store}
          />
        ))}
      </ul>
      {canSwap && (
        <button type="button" class="secondary" onClick={swap} aria-label={strings.tensors.swap}>
          {strings.tensors.swapShort}
        </button>
      )}
      {input && target && (target.isAssumed || report.options.target !== undefined) && (
        <AssumedTarget
          key={`${report.source.uri} ${report.evaluation.pair}`}
          input={input}
          target={target}
          isSet={report.options.target !== undefined}
          store={store}
        />
      )}
    </section>
  );
}
