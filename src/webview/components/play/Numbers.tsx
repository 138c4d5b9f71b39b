import type { Report } from '../../state/snapshot';
import type { ReportParts } from '../../view/reportParts';
import { OptionsBar } from '../OptionsBar';
import { Tensors } from '../Tensors';

/** The tensors, their numbers to change in place, and the options of the losses. */
export function Numbers({ report, store }: ReportParts & { readonly report: Report }) {
  const { source, evaluation } = report;
  return (
    <>
      <Tensors report={report} store={store} />
      <OptionsBar key={`${source.uri} ${evaluation.pair}`} report={report} store={store} />
    </>
  );
}
