import type { Accuracy } from '../../../core';
import type { SampleFilter } from '../../view/batch/sampleOrder';
import { ConfusedPairs } from './ConfusedPairs';
import { ConfusionMatrix } from './ConfusionMatrix';

/** Classes whose matrix is read at a glance. */
const mostInMatrix = 12;

interface ConfusionProps {
  readonly accuracy: Accuracy;
  readonly filter: SampleFilter;
  readonly nameOf: (klass: number) => string;
  readonly onChoose: (target: number, predicted: number) => void;
}

/** Which class is taken for which: a matrix, or the worst pairs of many classes. */
export function Confusion(props: ConfusionProps) {
  const { length } = props.accuracy.classes.support;
  return length > mostInMatrix ? <ConfusedPairs {...props} /> : <ConfusionMatrix {...props} />;
}
