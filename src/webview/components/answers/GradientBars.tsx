import { formatNumber, type LossKey, lossKeys, shownLosses } from '../../../core';
import { strings } from '../../strings';
import type { ReportParts } from '../../view/reportParts';
import { barOn, gradientScale } from '../../view/see/gradientScale';
import { classesShown, sampleLoss, sampleViewOf } from '../../view/see/sampleView';

/** Classes that have a place in the card. */
const mostShown = 6;

/** The gradient of the chosen sample's loss: PyTorch's sign, on one axis for both losses. */
export function GradientBars(parts: ReportParts & { readonly loss: LossKey }) {
  const { loss, evaluation } = parts;
  const shown = sampleViewOf(parts);
  if (!shown) return <div class="answer-gradient" />;
  const all = lossKeys.map((key) => sampleLoss(key, shown.tensors, parts));
  const own = all[lossKeys.indexOf(loss)];
  const scale = gradientScale(all);
  const zero = barOn(scale, 0).from;
  const classes = classesShown(shown, mostShown);
  const hidden = shown.row.length - classes.length;
  const { dtype } = evaluation.options;
  if (!own) return <div class="answer-gradient" />;
  return (
    <div class="answer-gradient">
      <table class="gradient-bars">
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
                  {klass}
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
