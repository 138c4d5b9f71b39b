import type { Report } from '../../state/snapshot';
import type { ReportParts } from '../../view/reportParts';
import { OptionsBar } from '../answers/OptionsBar';
import { Tensors } from '../tensors/Tensors';
import { NumberSheet } from './NumberSheet';
import { Temperature } from './Temperature';

/** The tensors, their numbers to change in place, and the options of the losses. */
export function Numbers({ report, ...parts }: ReportParts & { readonly report: Report }) {
  const { source, evaluation } = report;
  return (
    <>
      <Tensors report={report} store={parts.store} />
      <NumberSheet key={`sheet ${source.uri} ${evaluation.pair}`} {...parts} />
      <Temperature {...parts} />
      <OptionsBar key={`${source.uri} ${evaluation.pair}`} report={report} store={parts.store} />
    </>
  );
}
