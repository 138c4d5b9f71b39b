import { type DType, formatNumber } from '../../core';
import { strings } from '../strings';
import type { BridgeSteps } from '../view/bridgeSteps';
import { ScrollRegion } from './ScrollRegion';

interface BridgeTableProps {
  readonly steps: BridgeSteps;
  readonly numClasses: number;
  readonly target: number | null;
  readonly dtype: DType;
}

/** One row per step of log_softmax, one column per class. */
export function BridgeTable({ steps, numClasses, target, dtype }: BridgeTableProps) {
  const { bridge, loss } = strings;
  const format = (value: number) => formatNumber(value, dtype);
  const { classes } = steps;
  const rows: readonly (readonly [string, readonly number[]])[] = [
    [bridge.input, steps.x],
    [bridge.shifted(format(steps.max)), steps.shifted],
    [bridge.exp(format(steps.sum)), steps.exp],
    [bridge.logSoftmax(format(steps.logSum)), steps.logSoftmax],
  ];
  return (
    <>
      <ScrollRegion class="table-scroll" label={bridge.sampleOnly}>
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{bridge.step}</th>
              {classes.map((klass) => (
                <th key={klass} scope="col" class={klass === target ? 'number is-target' : 'number'}>
                  {loss.classHeader(klass)}
                  {klass === target && <span class="target-mark"> {loss.target.toLowerCase()}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([title, values]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {values.map((value, i) => (
                  <td key={classes[i]} class={classes[i] === target ? 'number is-target' : 'number'}>
                    {format(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {classes.length < numClasses && (
        <p class="muted">{bridge.classesShown(classes.join(', '), numClasses)}</p>
      )}
    </>
  );
}
