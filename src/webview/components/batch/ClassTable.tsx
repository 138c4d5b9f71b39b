import { useState } from 'preact/hooks';
import { type Accuracy, formatNumber, lossKeys, shortLossNames, shownLosses } from '../../../core';
import { predictionStrings } from '../../strings/predictions';
import { classLabel } from '../../view/classLabel';
import { countText, percentText } from '../../view/countText';
import type { ReportParts } from '../../view/reportParts';
import { VirtualTable } from '../controls/VirtualTable';

const strings = predictionStrings.classes;

interface Column {
  readonly name: string;
  readonly title?: string;
  readonly value: (klass: number) => number;
  readonly text: (klass: number) => string;
}

interface ClassTableProps {
  readonly accuracy: Accuracy;
  /** The class whose samples are shown; null for all. */
  readonly chosen: number | null;
  readonly onChoose: (target: number) => void;
  readonly parts: ReportParts;
}

/** How the samples of each class fare; choosing a class shows its samples. */
export function ClassTable({ accuracy, chosen, onChoose, parts }: ClassTableProps) {
  const { support, correct, meanLoss } = accuracy.classes;
  const { dtype } = parts.evaluation.options;
  const [sort, setSort] = useState({ column: -1, isDescending: false });
  const columns: readonly Column[] = [
    {
      name: strings.support,
      value: (klass: number) => support[klass],
      text: (klass: number) => countText(support[klass]),
    },
    {
      name: strings.accuracy,
      value: (klass: number) => correct[klass] / support[klass],
      text: (klass: number) => percentText(correct[klass], support[klass]),
    },
    ...lossKeys.flatMap((key) => {
      const means = meanLoss[key];
      if (!means) return [];
      return [
        {
          name: strings.loss(shortLossNames[key]),
          title: strings.lossTitle(shownLosses[key].name),
          value: (klass: number) => means[klass],
          text: (klass: number) => formatNumber(means[klass], dtype),
        },
      ];
    }),
  ];
  const valueIn = (klass: number) => (sort.column < 0 ? klass : columns[sort.column].value(klass));
  const sign = sort.isDescending ? -1 : 1;
  const rank = (klass: number) => (Number.isNaN(valueIn(klass)) ? Number.POSITIVE_INFINITY : valueIn(klass));
  const rows = Array.from(support.keys())
    .filter((klass) => support[klass] > 0)
    .sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) < rank(b) ? -sign : sign));
  return (
    <VirtualTable
      caption={strings.caption}
      hint={strings.hint}
      corner={strings.klass}
      numRows={rows.length}
      numColumns={columns.length}
      columnEms={7}
      rowHeader={(row) => classLabel(parts.evaluation, rows[row])}
      rowTitle={strings.show}
      columnHeader={(column) => columns[column].name}
      columnTitle={(column) => columns[column].title}
      cell={(row, column) => ({ text: columns[column].text(rows[row]) })}
      selectedRow={chosen === null ? -1 : rows.indexOf(chosen)}
      selected={chosen ?? -1}
      listing={`${sort.column} ${sort.isDescending}`}
      onSelectRow={(row) => onChoose(rows[row])}
      sort={sort}
      onSort={(column) =>
        setSort({ column, isDescending: column === sort.column ? !sort.isDescending : column > 1 })
      }
    />
  );
}
