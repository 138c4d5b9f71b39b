import type { Evaluation } from '../../../core';
import type { Report } from '../../state/snapshot';
import type { Store } from '../../state/store';
import { strings } from '../../strings';
import { placeOf } from '../../view/placeOf';
import { RevealLink } from '../controls/Links';

/** What the classes are called after, and a click to change that; nothing where the text has no names for them. */
export function ClassNaming({ report, store }: { report: Report; store: Store }) {
  const { classSources, classSource } = report.evaluation;
  if (classSources.length === 0) return null;
  const nameOf = ({ name, from }: Evaluation['classSources'][number]) =>
    name === null ? strings.classNaming.header : strings.classNaming.list(name, placeOf(report.source, from));
  const use = (index: number | null) => store.change({ classSource: index });
  const used = classSource === null ? null : classSources[classSource];
  const isOpen = report.options.classSource === undefined;
  return (
    <p class="class-naming">
      <span class="muted">{strings.classNaming.title}</span>{' '}
      {used ? (
        <RevealLink range={used} store={store}>
          {nameOf(used)}
        </RevealLink>
      ) : (
        <span>{isOpen ? strings.classNaming.several(classSources.length) : strings.classNaming.none}</span>
      )}
      {used && (
        <button type="button" class="link" onClick={() => use(null)}>
          {strings.classNaming.drop}
        </button>
      )}
      {classSources.map(
        (source, index) =>
          index !== classSource && (
            <button key={source.from} type="button" class="link" onClick={() => use(index)}>
              {strings.classNaming.use(nameOf(source))}
            </button>
          ),
      )}
    </p>
  );
}
