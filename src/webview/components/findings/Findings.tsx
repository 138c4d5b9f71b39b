import type { Evaluation, Finding } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { CopyButton, ShowInEditor } from '../controls/Links';
import { EvidenceTable } from './EvidenceTable';
import { SeverityIcon } from './SeverityIcon';

/** What is suspicious, and what was looked at. */
export function Findings({ evaluation, store }: { evaluation: Evaluation; store: Store }) {
  const { findings, checks } = evaluation;
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title" class="visually-hidden">
        {strings.findings.title}
      </h2>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.from}`}>
              <FindingCard finding={finding} store={store} />
            </li>
          ))}
        </ul>
      )}
      {checks.length > 0 && (
        <details class="checked">
          <summary>
            {findings.length === 0 && `${strings.findings.none} `}
            {strings.findings.checkedTitle(checks.length)} – {strings.findings.notProof}.
          </summary>
          <ul>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The finding in a line with its correction; why, and what comes of it, on demand. */
function FindingCard({ finding, store }: { finding: Finding; store: Store }) {
  const { code, severity, message, evidence, consequence, fix, fixCode } = finding;
  return (
    <div class={`finding finding-${severity}`}>
      <SeverityIcon severity={severity} />
      <div class="finding-head">
        <p class="finding-message">
          <span class="visually-hidden">{strings.findings.severity[severity]}: </span>
          {message}
        </p>
        {fixCode !== null && (
          <CopyButton text={fixCode} store={store}>
            {strings.copy} <code>{fixCode}</code>
          </CopyButton>
        )}
      </div>
      <details class="finding-body">
        <summary>{strings.findings.why}</summary>
        {consequence !== '' && <p>{consequence}</p>}
        {evidence.length > 0 && <EvidenceTable evidence={evidence} />}
        {fix !== '' && (
          <p>
            <strong>{strings.findings.fix}</strong> {fix}
          </p>
        )}
        <p class="finding-links">
          <ShowInEditor range={finding} store={store} />
          <button type="button" class="link" onClick={() => store.post({ type: 'openDocs', code })}>
            {strings.findings.docs} (<code>{code}</code>)
          </button>
        </p>
      </details>
    </div>
  );
}
