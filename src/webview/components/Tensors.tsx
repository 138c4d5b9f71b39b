import { type EvaluatedTensor, formatShape, kindLabels, type Role } from '../../core';
import type { Report, Store } from '../store';
import { strings } from '../strings';
import { tensorOf } from '../view/samples';
import { AssumedTarget } from './AssumedTarget';
import { RevealLink } from './Links';

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
          <TensorRow key={tensor.literal ?? 'assumed'} tensor={tensor} setRole={setRole} store={store} />
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

const roles: readonly Role[] = ['input', 'target', 'weight', 'other'];

interface TensorRowProps {
  readonly tensor: EvaluatedTensor;
  readonly setRole: (literal: number, role: Role) => void;
  readonly store: Store;
}

function TensorRow({ tensor, setRole, store }: TensorRowProps) {
  const { literal } = tensor;
  const name = tensor.name ?? strings.tensors.unnamed;
  return (
    <li class={tensor.role === 'other' ? 'tensor is-unused' : 'tensor'}>
      {literal === null ? (
        <span class="tensor-role">
          {strings.tensors.roles[tensor.role]}
          {tensor.isAssumed && <span class="badge badge-warning">{strings.tensors.assumed}</span>}
        </span>
      ) : (
        <select
          class="tensor-role"
          aria-label={strings.tensors.role(name)}
          value={tensor.role}
          onChange={(event) => setRole(literal, event.currentTarget.value as Role)}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {strings.tensors.roles[role]}
            </option>
          ))}
        </select>
      )}
      <span class="tensor-name">
        {literal === null ? (
          <span class="muted">{tensor.roleReason}</span>
        ) : (
          <RevealLink range={tensor} store={store}>
            {name}
          </RevealLink>
        )}
      </span>
      <span class="tensor-facts">
        <code>{formatShape(tensor.tensor.shape)}</code> <code>{tensor.tensor.dtype}</code>{' '}
        <span>{kindText(tensor)}</span>
        {literal !== null && <span class="muted tensor-why">{tensor.roleReason}</span>}
      </span>
    </li>
  );
}

function kindText({ description }: EvaluatedTensor): string {
  const label = kindLabels[description.kind];
  if (description.confidence === 'certain') return strings.tensors.isKind(label);
  return description.confidence === 'high' ? strings.tensors.looksLike(label) : strings.tensors.mayBe(label);
}
