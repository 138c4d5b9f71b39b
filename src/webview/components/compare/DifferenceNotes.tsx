import type { Run } from '../../../messages/comparison';
import { compareStrings as strings } from '../../strings/compare';
import type { SampleDifferences } from '../../view/compare/runDifferences';

interface DifferenceNotesProps {
  readonly a: Run;
  readonly b: Run;
  readonly found: SampleDifferences;
}

/** How many samples changed, how they were matched, and what makes them another thing than before. */
export function DifferenceNotes({ a, b, found }: DifferenceNotesProps) {
  const { changed, becameRight, becameWrong, otherTargets } = found;
  return (
    <>
      <p>
        {strings.changed(String(changed.length), String(found.a.length))}
        {changed.length > 0 &&
          becameRight !== null &&
          ` ${strings.became(String(becameRight), String(becameWrong))}`}
      </p>
      {otherTargets > 0 && <p class="muted">{strings.otherTargets(String(otherTargets))}</p>}
      {a.numClasses !== b.numClasses && (
        <p class="muted">{strings.otherClasses(String(a.numClasses), String(b.numClasses))}</p>
      )}
    </>
  );
}
