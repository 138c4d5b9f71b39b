import { useEffect, useRef } from 'preact/hooks';
import type { Evaluation, Finding } from '../../../core';
import type { OfferedFix } from '../../../messages/panel';
import type { Snapshot } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { fitSentence } from '../../view/fitSentence';
import { Foldable } from '../controls/Foldable';
import { CopyButton, ShowInEditor } from '../controls/Links';
import { EvidenceTable } from './EvidenceTable';
import { FixButton, WithoutEditor } from './FixButton';
import { SeverityIcon } from './SeverityIcon';

interface FindingsProps {
  readonly evaluation: Evaluation;
  readonly snapshot: Pick<Snapshot, 'fixes' | 'applied'>;
  readonly store: Store;
}

/** What is suspicious and what mends it, and what was looked at. */
export function Findings({ evaluation, snapshot, store }: FindingsProps) {
  const { findings, checks } = evaluation;
  const { applied, fixes } = snapshot;
  const section = useRef<HTMLElement>(null);
  // The button that was pressed is gone with its finding: the keyboard goes on from here.
  useEffect(() => {
    if (applied && document.activeElement === document.body) section.current?.focus();
  }, [applied]);
  return (
    <section class="findings" aria-labelledby="findings-title" tabIndex={-1} ref={section}>
      <h2 id="findings-title" class="visually-hidden">
        {strings.findings.title}
      </h2>
      <p class={applied ? 'applied' : 'visually-hidden'} role="status">
        {applied &&
          (applied.title === null ? strings.findings.tried : strings.findings.applied(applied.title))}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.from}`}>
              <FindingCard
                finding={finding}
                fixes={fixes.filter(({ code }) => code === finding.code)}
                store={store}
              />
            </li>
          ))}
        </ul>
      )}
      {checks.length > 0 && (
        <Foldable part="checked" class="checked" store={store}>
          <summary>
            {findings.length === 0 && (
              <span class="fit">{fitSentence(evaluation) ?? strings.findings.none}</span>
            )}{' '}
            {strings.findings.checkedTitle(checks.length)} – {strings.findings.notProof}.
          </summary>
          <ul>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </Foldable>
      )}
    </section>
  );
}

interface FindingCardProps {
  readonly finding: Finding;
  /** What mends it in the text, the best first. */
  readonly fixes: readonly OfferedFix[];
  readonly store: Store;
}

/** The finding in a line with what mends it; why, and what comes of it, on demand. */
function FindingCard({ finding, fixes, store }: FindingCardProps) {
  const { code, severity, message, evidence, consequence, fix, fixCode } = finding;
  const [best, ...others] = fixes;
  return (
    <div class={`finding finding-${severity}`}>
      <SeverityIcon severity={severity} />
      <div class="finding-head">
        <p class="finding-message">
          <span class="visually-hidden">{strings.findings.severity[severity]}: </span>
          {message}
        </p>
        {best ? (
          <FixButton fix={best} isBest store={store} />
        ) : (
          <WithoutEditor finding={finding} store={store} />
        )}
      </div>
      <Foldable part={`finding-${code}`} class="finding-body" store={store}>
        <summary>{strings.findings.why}</summary>
        {consequence !== '' && <p>{consequence}</p>}
        {evidence.length > 0 && <EvidenceTable evidence={evidence} code={code} />}
        {fix !== '' && (
          <p>
            <strong>{strings.findings.fix}</strong> {fix}
          </p>
        )}
        {others.map((other) => (
          <p key={other.title}>
            <FixButton fix={other} store={store} />
          </p>
        ))}
        {(best || finding.mending) && fixCode !== null && (
          <p>
            <CopyButton text={fixCode} store={store}>
              {strings.copy} <code>{fixCode}</code>
            </CopyButton>
          </p>
        )}
        <p class="finding-links">
          <ShowInEditor range={finding} store={store} />
          <button type="button" class="link" onClick={() => store.post({ type: 'openDocs', code })}>
            {strings.findings.docs} (<code>{code}</code>)
          </button>
        </p>
      </Foldable>
    </div>
  );
}
