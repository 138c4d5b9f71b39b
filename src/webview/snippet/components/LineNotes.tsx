import { CodeBlock } from '../../components/controls/ScrollRegion';
import { SeverityIcon } from '../../components/findings/SeverityIcon';
import type { SnippetReport, SnippetStore } from '../store';
import { strings } from '../strings';
import type { RepeatedStep, ShownLine } from '../view/lines';
import { BoundValue } from './BoundValue';
import { Stop } from './Stop';

interface LineNotesProps {
  readonly line: ShownLine;
  readonly place: { readonly report: SnippetReport; readonly store: SnippetStore } | null;
  readonly store: SnippetStore;
}

/** What came of one line: values, output, what was left out, and the stop. */
export function LineNotes({ line, place, store }: LineNotesProps) {
  return (
    <div class="notes">
      {line.steps.map((step, index) => (
        <Step key={`${index}`} step={step} line={line.line} store={store} />
      ))}
      {line.unevaluated.map((one) => (
        <p key={one.from} class="not-evaluated">
          {one.message}
        </p>
      ))}
      {line.remarks.map((one) => (
        <p key={`${one.from} ${one.message}`} class="remark">
          <SeverityIcon severity="warning" /> {one.message}
        </p>
      ))}
      {line.error && <Stop error={line.error} place={place} />}
    </div>
  );
}

/** Printed lines beyond these are only counted. */
const mostPrinted = 100;

function Step({ step, line, store }: { step: RepeatedStep; line: number; store: SnippetStore }) {
  const { bound, printed, value, times } = step;
  const hidden = printed.length - mostPrinted;
  const shown = printed.slice(0, mostPrinted).join('\n');
  const output = hidden > 0 ? `${shown}\n${strings.lines.more(hidden)}` : shown;
  return (
    <>
      {bound.map(({ name, value }) => (
        <BoundValue key={name} name={name} value={value} times={times} store={store} />
      ))}
      {value && <BoundValue name={null} value={value} times={times} store={store} />}
      {printed.length > 0 && (
        <div class="printed">
          <span class="muted">{strings.lines.prints}</span>
          <CodeBlock label={strings.lines.printedBy(line)} text={output} />
        </div>
      )}
    </>
  );
}
