import { formatNumber, type Tensor } from '../../core';
import { strings } from '../strings';
import { formatPlain } from '../view/formatPlain';
import type { ReportParts } from '../view/reportParts';
import { labelOf, targetOf } from '../view/samples';
import type { LossKey } from '../view/verdict';
import { lossNames } from '../view/verdict';
import { VirtualTable } from './VirtualTable';

/** The unreduced losses; choosing a row chooses the sample everywhere. */
export function SampleTable(props: ReportParts & { loss: LossKey; perSample: Tensor }) {
  const { loss, perSample, evaluation, target, samples, sample, store } = props;
  if (perSample.data.length !== samples.count) return null;
  const targetText = (row: number) => {
    const found = targetOf(samples, target?.tensor, row);
    if (!found) return '';
    if (found.klass === evaluation.options.ignoreIndex) return `${found.klass} (${strings.loss.ignored})`;
    return found.probability === 1
      ? formatPlain(found.klass)
      : `${found.klass} (p ${formatPlain(found.probability)})`;
  };
  return (
    <div>
      <h3>{strings.loss.perSample}</h3>
      <VirtualTable
        caption={strings.loss.perSampleCaption(lossNames[loss])}
        corner={strings.loss.sample}
        numRows={samples.count}
        numColumns={2}
        columnEms={8}
        rowHeader={(row) => labelOf(samples, row) || '–'}
        columnHeader={(column) => (column === 0 ? strings.loss.target : strings.loss.loss)}
        cell={(row, column) => ({
          text: column === 0 ? targetText(row) : formatNumber(perSample.data[row], perSample.dtype),
        })}
        selectedRow={sample}
        onSelectRow={(row) => store.select(row)}
      />
    </div>
  );
}
