import type { Finding } from '../../../core';
import type { OfferedFix } from '../../../messages/panel';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { CopyButton } from '../controls/Links';

interface FixButtonProps {
  readonly fix: OfferedFix;
  readonly isBest?: boolean;
  readonly store: Store;
}

/** Mends the code as the quick fix in the editor does. */
export function FixButton({ fix, isBest = false, store }: FixButtonProps) {
  const { title, written } = fix;
  return (
    <button
      type="button"
      class={isBest ? 'primary' : 'secondary'}
      title={strings.findings.applyTitle(title)}
      onClick={() => store.applyFix(fix)}
    >
      {strings.findings.apply} {written === null ? title : <code>{written}</code>}
    </button>
  );
}

/** Where the editor has no fix: does the same to the numbers here, or else copies the code. */
export function WithoutEditor({ finding, store }: { finding: Finding; store: Store }) {
  const { fixCode, mending } = finding;
  if (mending === undefined) {
    return fixCode === null ? null : (
      <CopyButton text={fixCode} store={store}>
        {strings.copy} <code>{fixCode}</code>
      </CopyButton>
    );
  }
  return (
    <button
      type="button"
      class="secondary"
      title={strings.findings.tryTitle}
      onClick={() => store.mend(mending)}
    >
      {strings.findings.tryIt} <code>{strings.findings.mendings[mending]}</code>
    </button>
  );
}
