import { formatNumber, shownLosses } from '../../../core';
import { strings } from '../../strings';
import { classLabel } from '../../view/classLabel';
import { barOn } from '../../view/see/gradientScale';
import { valueDType } from '../../view/valueDType';
import { ClassLabel } from '../controls/ClassLabel';
import type { AnswerProps } from './Answer';

/** The gradient of the chosen sample's loss: PyTorch's sign, on one axis for both losses. */
export function GradientBars({ loss, card, evaluation }: AnswerProps) {
  const own = card.gradients?.losses[loss];
  if (!card.gradients || !own) return <div class="answer-gradient" />;
  const { shown, scale, classes } = card.gradients;
  const zero = barOn(scale, 0).from;
  const hidden = shown.row.length - classes.length;
  const dtype = valueDType(evaluation);
  return (
    <div class="answer-gradient">
      <table class={evaluation.classNames ? 'gradient-bars has-names' : 'gradient-bars'}>
        <caption>
          {strings.loss.sampleGradient}
          <span class="visually-hidden"> {shownLosses[loss].name}</span>
        </caption>
        <tbody>
          {classes.map((klass) => {
            const value = own.gradient[klass];
            const { from, length } = barOn(scale, value);
            return (
              <tr key={klass} class={klass === shown.target ? 'is-target' : undefined}>
                <th scope="row">
                  <ClassLabel text={classLabel(evaluation, klass)} />
                  {klass === shown.target && <span class="target-mark"> {strings.loss.targetClass}</span>}
                </th>
                <td class="gradient-track">
                  <span class="gradient-zero" style={{ left: `${zero}%` }} />
                  <span
                    class={value > 0 ? 'gradient-fill is-positive' : 'gradient-fill'}
                    style={{ left: `${from}%`, width: `${length}%` }}
                  />
                </td>
                <td class="number">
                  {value > 0 && '+'}
                  {formatNumber(value, dtype)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidden > 0 && <p class="muted">{strings.loss.hiddenClasses(hidden)}</p>}
    </div>
  );
}
