import { type EvaluatedTensor, formatShape, kindLabels, type Role } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { originOf } from '../../view/originOf';
import { RevealLink } from '../controls/Links';
import { CopyAs } from './CopyAs';
import { Reading } from './Reading';
import { TensorOrigin } from './TensorOrigin';

const roles: readonly Role[] = ['input', 'target', 'weight', 'other'];

interface TensorRowProps {
  readonly tensor: EvaluatedTensor;
  readonly report: Report;
  readonly setRole: (literal: number, role: Role) => void;
  readonly store: Store;
}

/** One tensor: what it was taken for, what it is, and where it comes from. */
export function TensorRow({ tensor, report, setRole, store }: TensorRowProps) {
  const { literal } = tensor;
  const written = literal === null ? null : report.parsed.literals[literal];
  const origin = originOf(report, tensor);
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
        <CopyAs
          tensor={tensor.tensor}
          name={name}
          requiresGrad={written?.requiresGrad ?? false}
          copy={(text) => store.copy(text)}
        />
        {written && <Reading literal={written} store={store} />}
      </span>
      {origin && <TensorOrigin origin={origin} store={store} />}
    </li>
  );
}

function kindText({ description }: EvaluatedTensor): string {
  const label = kindLabels[description.kind];
  if (description.confidence === 'certain') return strings.tensors.isKind(label);
  return description.confidence === 'high' ? strings.tensors.looksLike(label) : strings.tensors.mayBe(label);
}
