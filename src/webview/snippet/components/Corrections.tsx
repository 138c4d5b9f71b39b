import type { SnippetSource } from '../../../messages/snippet';
import type { Stage } from '../../../messages/worker';
import { CodeBlock, ScrollRegion } from '../../components/controls/ScrollRegion';
import type { SnippetReport, SnippetStore } from '../store';
import { strings } from '../strings';
import { changedLines } from '../view/changedLines';
import { messageOf } from '../view/messageOf';
import { shownLine } from '../view/shownLine';
import { Lines } from './Lines';

/** What comes after the first stop: each correction with the next stop, and at last the values. */
export function Corrections({ report, store }: { report: SnippetReport; store: SnippetStore }) {
  const { source, stages } = report;
  const last = stages[stages.length - 1];
  const count = stages.length - 1;
  if (count === 0) return null;
  const title = count === 1 ? strings.corrections.title : strings.corrections.titleSeveral(count);
  return (
    <section class="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{title}</h2>
      <ol>
        {stages.slice(1).map((stage, index) => (
          <li key={stage.text}>
            <Correction before={stages[index]} number={count > 1 ? index + 1 : null} />
            {stage.result.error && stage !== last && <NextStop stage={stage} source={source} />}
          </li>
        ))}
      </ol>
      <p>{endOf(last, source)}</p>
      <Lines
        stage={last}
        firstShown={firstChangedLine(stages[0], last)}
        source={source}
        place={null}
        store={store}
      />
    </section>
  );
}

/** How the last stage ends. */
function endOf({ result: { error } }: Stage, source: SnippetSource): string {
  return error
    ? strings.stop.titleThere(shownLine(source, error.line) ?? error.line)
    : strings.corrections.end;
}

/** The change that a stage's error asks for, with its number when there are several. */
function Correction({ before, number }: { before: Stage; number: number | null }) {
  const fix = before.result.error?.fix;
  if (!fix) return null;
  const changes = changedLines(before.text, fix.edits);
  return (
    <>
      <h3>{number === null ? fix.title : strings.corrections.step(number, fix.title)}</h3>
      <ScrollRegion class="code" label={strings.corrections.changes}>
        <pre>
          {changes.flatMap(({ removed, added }) => [
            ...removed.map((line) => <del key={`- ${line}`}>{`- ${line}\n`}</del>),
            ...added.map((line) => <ins key={`+ ${line}`}>{`+ ${line}\n`}</ins>),
          ])}
        </pre>
      </ScrollRegion>
    </>
  );
}

function NextStop({ stage, source }: { stage: Stage; source: SnippetSource }) {
  const { error } = stage.result;
  if (!error) return null;
  const line = shownLine(source, error.line) ?? error.line;
  return (
    <div class="stop">
      <p>{strings.stop.titleThere(line)}</p>
      <CodeBlock label={strings.stop.message} text={messageOf(error)} />
    </div>
  );
}

/** Lines above the first stop are the same as before, so they are not shown again. */
function firstChangedLine(first: Stage, last: Stage): number {
  let same = 0;
  while (same < first.text.length && first.text[same] === last.text[same]) same++;
  const changed = numberOfLine(first.text, same);
  return Math.min(changed, first.result.error?.line ?? changed);
}

function numberOfLine(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
