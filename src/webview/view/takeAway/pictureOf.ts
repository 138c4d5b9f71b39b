import {
  castTensor,
  formatOutput,
  kindLabels,
  kindOfInput,
  type LossKey,
  logSoftmax,
  lossKeys,
  shownLosses,
  verdictOf,
} from '../../../core';
import { strings } from '../../strings';
import { takeAwayStrings } from '../../strings/takeAway';
import { classLabel } from '../classLabel';
import type { ReportParts } from '../reportParts';
import { labelOf, targetOf } from '../samples';

/** One class of the sample that is drawn. */
export interface PictureBar {
  readonly klass: number;
  /** The class with its name. */
  readonly label: string;
  /** In [0, 1], or NaN. */
  readonly probability: number;
  readonly isTarget: boolean;
}

/** What a picture of a report shows: the answer, the verdict, the reason, and one sample. */
export interface Picture {
  readonly title: string;
  readonly answers: readonly {
    readonly name: string;
    readonly value: string;
    readonly note: string;
    readonly mark: string;
    readonly verdict: 'right' | 'harmless' | 'doubtful' | 'wrong';
  }[];
  /** The first finding, or that there is none. */
  readonly finding: string;
  readonly sampleTitle: string;
  readonly bars: readonly PictureBar[];
  /** Classes that have no place in the picture. */
  readonly hiddenCount: number;
}

/** As many bars as stay readable in a picture. */
const maxBars = 12;

export function pictureOf(parts: ReportParts, title: string): Picture {
  const { evaluation, samples, sample, target, row } = parts;
  const label = labelOf(samples, sample);
  const klass = targetOf(samples, target?.tensor, sample)?.klass;
  const logProbs = row.length > 0 ? logSoftmax({ data: row, shape: [row.length], dtype: 'float64' }) : null;
  const bars = Array.from(
    logProbs?.data ?? [],
    (value, index): PictureBar => ({
      klass: index,
      label: classLabel(evaluation, index),
      probability: Math.exp(value),
      isTarget: index === klass,
    }),
  );
  const shown = [...bars]
    .sort((a, b) => Number(b.isTarget) - Number(a.isTarget) || b.probability - a.probability)
    .slice(0, maxBars)
    .sort((a, b) => a.klass - b.klass);
  return {
    title,
    answers: lossKeys.map((loss) => answerOf(parts, loss)),
    finding: evaluation.findings[0]?.message ?? strings.findings.none,
    sampleTitle: label === '' ? takeAwayStrings.pictureSampleOnly : takeAwayStrings.pictureSample(label),
    bars: shown,
    hiddenCount: bars.length - shown.length,
  };
}

function answerOf({ losses, input, evaluation }: ReportParts, loss: LossKey): Picture['answers'][number] {
  const { output } = losses[loss];
  const verdict = verdictOf(loss, input);
  return {
    name: shownLosses[loss].name,
    value: output ? formatOutput(castTensor(output, output.dtype)) : strings.loss.noValue,
    note: `reduction='${evaluation.options.reduction}'`,
    mark: `${strings.loss.marks[verdict]} ${strings.loss.verdict(kindLabels[shownLosses[loss].input], kindOfInput(input))}`,
    verdict,
  };
}
