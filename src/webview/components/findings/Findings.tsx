import type { Evaluation, Finding, Severity } from '../../../core';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { CopyButton, ShowInEditor } from '../controls/Links';
import { CodeBlock } from '../controls/ScrollRegion';
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
          {findings.map((finding, index) => (
            <li key={`${finding.code} ${finding.from}`}>
              <FindingCard
                finding={finding}
                isOpen={index === 0 && isSerious(finding.severity)}
                store={store}
              />
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

function isSerious(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

function FindingCard({ finding, isOpen, store }: { finding: Finding; isOpen: boolean; store: Store }) {
  const { code, severity, message, evidence, consequence, fix, fixCode } = finding;
  return (
    <details class={`finding finding-${severity}`} open={isOpen}>
      <summary>
        <SeverityIcon severity={severity} />
        <span class="finding-severity">{strings.findings.severity[severity]}</span>
        <span class="finding-message">{message}</span>
      </summary>
      <div class="finding-body">
        {consequence !== '' && (
          <p>
            <strong>{strings.findings.consequence}</strong> {consequence}
          </p>
        )}
        {evidence.length > 0 && <EvidenceTable evidence={evidence} />}
        {fix !== '' && (
          <p>
            <strong>{strings.findings.fix}</strong> {fix}
          </p>
        )}
        {fixCode !== null && (
          <div class="fix-code">
            <CodeBlock label={strings.findings.fixCode} text={fixCode} />
            <CopyButton text={fixCode} store={store} />
          </div>
        )}
        <p class="finding-links">
          <ShowInEditor range={finding} store={store} />
          <button type="button" class="link" onClick={() => store.post({ type: 'openDocs', code })}>
            {strings.findings.docs} (<code>{code}</code>)
          </button>
        </p>
      </div>
    </details>
  );
}
