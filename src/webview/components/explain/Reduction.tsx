import { formatNumber, reductionFacts } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { formatPlain } from '../../view/formatPlain';
import type { ReportParts } from '../../view/reportParts';
import { valueDType } from '../../view/valueDType';

const strings = explainStrings.reduction;

/** What the losses of the samples are divided by here, in words. */
export function Reduction({ input, target, evaluation, losses }: ReportParts) {
  const { options } = evaluation;
  const facts = target && reductionFacts(input.tensor, target.tensor, options, losses.crossEntropyLoss);
  if (!facts) return null;
  const { reduction, count, ignoredCount, divisorKind, divisor, sum, result } = facts;
  const number = (value: number) => formatNumber(value, valueDType(evaluation));
  return (
    <section class="reduction">
      <h3>
        {strings.title} <code>{`reduction='${reduction}'`}</code>
      </h3>
      {reduction === 'none' && <p>{strings.none}</p>}
      {reduction === 'sum' && <p>{strings.sum(number(sum))}</p>}
      {reduction === 'mean' && divisor === 0 && <p>{strings.nothing}</p>}
      {reduction === 'mean' && divisor !== 0 && (
        <p>
          {strings[divisorKind](number(sum), formatPlain(divisor), number(result ?? Number.NaN))}
          {divisor !== count && divisorKind !== 'samples' && ` ${strings.notCount(String(count))}`}
        </p>
      )}
      {ignoredCount > 0 && (
        <p>{strings.ignored(String(ignoredCount), String(count), String(options.ignoreIndex))}</p>
      )}
    </section>
  );
}
