import { useState } from 'preact/hooks';
import type { SnippetSource } from '../../../messages/snippet';
import type { Stage } from '../../../messages/worker';
import type { SnippetReport, SnippetStore } from '../store';
import { strings } from '../strings';
import type { LinePiece } from '../view/linePieces';
import { foldedOf, hasNotes, linesOf, type ShownLine } from '../view/lines';
import { shownLine } from '../view/shownLine';
import { LineNotes } from './LineNotes';

interface LinesProps {
  readonly stage: Stage;
  /** Lines of the program before this one are left out. */
  readonly firstShown: number;
  readonly source: SnippetSource;
  /** For lines that stand in the document as they are; null for a text that is not there. */
  readonly place: { readonly report: SnippetReport; readonly store: SnippetStore } | null;
  readonly store: SnippetStore;
}

/** A text of more lines is shown in parts, for the page to stay quick. */
const shownAtOnce = 300;

/** The text line by line, below each line what it bound and printed, and where Python stops. */
export function Lines(props: LinesProps) {
  const [numShown, setNumShown] = useState(shownAtOnce);
  const groups = foldedOf(linesOf(props.stage, props.firstShown));
  return (
    <ol class="lines" aria-label={strings.lines.title}>
      {groups
        .slice(0, numShown)
        .map((group) =>
          group.length === 1 ? (
            <Line key={group[0].line} line={group[0]} {...props} />
          ) : (
            <Fold key={group[0].line} lines={group} {...props} />
          ),
        )}
      {groups.length > numShown && (
        <li>
          <button type="button" class="link" onClick={() => setNumShown(numShown + shownAtOnce)}>
            {strings.lines.further(groups.length - numShown)}
          </button>
        </li>
      )}
    </ol>
  );
}

/** Lines of which nothing is to be said, opened on demand. */
function Fold({ lines, ...props }: LinesProps & { readonly lines: readonly ShownLine[] }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return lines.map((line) => <Line key={line.line} line={line} {...props} />);
  const isReached = lines.some((line) => line.isReached);
  return (
    <li class={isReached ? 'line' : 'line is-unreached'}>
      <span class="line-number" aria-hidden="true">
        ⋮
      </span>
      <button type="button" class="link fold" aria-expanded={false} onClick={() => setOpen(true)}>
        {strings.lines.fold(lines.length)}
      </button>
    </li>
  );
}

function Line({ line, source, place, store }: LinesProps & { readonly line: ShownLine }) {
  return (
    <li class={line.isReached ? 'line' : 'line is-unreached'}>
      <LineNumber line={line} source={source} place={place} />
      <LineText {...line} />
      {hasNotes(line) && <LineNotes line={line} place={place} store={store} />}
    </li>
  );
}

/** The code of a line in the colours of Python, with the expression at fault underlined. */
function LineText({ pieces }: ShownLine) {
  const [first, ...others] = pieces;
  const isIndented = first?.text.trim() === '';
  return (
    <code class="line-text">
      {isIndented && <span class="indent">{first.text}</span>}
      {(isIndented ? others : pieces).map((piece, index) => (
        <Piece key={`${index}`} {...piece} />
      ))}
    </code>
  );
}

function Piece({ text, kind, isFault }: LinePiece) {
  const names = [kind && `python-${kind}`, isFault && 'fault'].filter(Boolean).join(' ');
  return names === '' ? text : <span class={names}>{text}</span>;
}

function LineNumber({ line, source, place }: Pick<LinesProps, 'source' | 'place'> & { line: ShownLine }) {
  const number = shownLine(source, line.line);
  const text = number === null ? strings.lines.earlierCell : String(number);
  if (!place || !hasNotes(line)) return <span class="line-number">{text}</span>;
  return (
    <button
      type="button"
      class="line-number link"
      title={strings.showInEditor}
      aria-label={strings.lineNumber(number ?? line.line)}
      onClick={() => place.store.reveal({ from: line.from, to: line.to })}
    >
      {text}
    </button>
  );
}
