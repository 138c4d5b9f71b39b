import type { OutputDifference, PythonStop } from '../../../core';
import type { PythonState, SnippetSource } from '../../../messages/snippet';
import { Notice } from '../../components/controls/Notice';
import { CodeBlock } from '../../components/controls/ScrollRegion';
import type { SnippetStore } from '../store';
import { strings as all } from '../strings';
import { shownLine } from '../view/shownLine';

const strings = all.python;

interface ComparePythonProps {
  readonly python: PythonState;
  readonly source: SnippetSource;
  readonly store: SnippetStore;
}

/** The button that runs the snippet with the user's Python, and where that differs from the evaluation. */
export function ComparePython({ python, source, store }: ComparePythonProps) {
  if (python.kind === 'none') return null;
  const isRunning = python.kind === 'running';
  return (
    <section class="compare-python" aria-label={strings.compare}>
      <div class="progress">
        {isRunning && <Notice text={strings.running} isBusy />}
        <button
          type="button"
          class="secondary"
          title={strings.hint}
          onClick={() => (isRunning ? store.cancelCompare() : store.compare())}
        >
          {isRunning ? all.run.cancel : strings.compare}
        </button>
      </div>
      {python.kind === 'failed' && <Notice text={python.message} isError />}
      {python.kind === 'compared' && <Compared {...python} source={source} />}
    </section>
  );
}

type ComparedProps = PythonState & { readonly kind: 'compared' } & { readonly source: SnippetSource };

function Compared({ interpreter, comparison, source }: ComparedProps) {
  const { numSame, differences, evaluatedEnd, pythonEnd, isSameEnd, isPartial } = comparison;
  const isSame = differences.length === 0 && isSameEnd;
  return (
    <>
      <p role="status">
        {isSame ? strings.same(numSame, interpreter) : strings.differs(differences.length, interpreter)}
      </p>
      {!isSame && isPartial && <p class="muted">{strings.partial}</p>}
      {differences.slice(0, mostShown).map((one, index) => (
        <Difference key={`${index}`} difference={one} source={source} />
      ))}
      {differences.length > mostShown && (
        <p class="muted">{all.lines.more(differences.length - mostShown)}</p>
      )}
      {!isSameEnd && (
        <Sides
          title={strings.end}
          evaluated={endText(evaluatedEnd, source)}
          python={endText(pythonEnd, source)}
        />
      )}
    </>
  );
}

/** Differences beyond these are only counted. */
const mostShown = 50;

function Difference({ difference, source }: { difference: OutputDifference; source: SnippetSource }) {
  const { line, evaluated, python } = difference;
  const shown = line === null ? null : shownLine(source, line);
  return (
    <Sides
      title={shown === null ? strings.output : strings.line(shown)}
      evaluated={evaluated ?? strings.nothing}
      python={python ?? strings.nothing}
    />
  );
}

function Sides({ title, evaluated, python }: Record<'title' | 'evaluated' | 'python', string>) {
  return (
    <div class="compare-sides">
      <h3>{title}</h3>
      <span class="muted">{strings.here}</span>
      <CodeBlock label={strings.here} text={evaluated} />
      <span class="muted">{strings.there}</span>
      <CodeBlock label={strings.there} text={python} />
    </div>
  );
}

function endText(stop: PythonStop | null, source: SnippetSource): string {
  if (!stop) return all.summary.runs;
  const said = stop.message === '' ? stop.type : `${stop.type}: ${stop.message}`;
  const line = stop.line === null ? null : shownLine(source, stop.line);
  return line === null ? said : strings.stopAt(line, said);
}
