import { useMemo, useState } from 'preact/hooks';
import { precisionDTypes, precisionResults, precisionRoutes } from '../../../core';
import { explainStrings } from '../../strings/explain';
import { classLabel } from '../../view/classLabel';
import { firstBreak } from '../../view/explain/precisionWords';
import type { ReportParts } from '../../view/reportParts';
import { sampleViewOf } from '../../view/see/sampleView';
import { PrecisionCell } from './PrecisionCell';
import { PrecisionSteps } from './PrecisionSteps';
import { SampleChooser } from './SampleChooser';

const strings = explainStrings.precision;

/** The same computation in each floating point type, stable and not. */
export function PrecisionTab(parts: ReportParts) {
  const shown = sampleViewOf(parts);
  const target = shown?.target ?? null;
  const key = parts.row.join();
  const results = useMemo(() => (target === null ? [] : precisionResults(parts.row, target)), [key, target]);
  const [chosen, setChosen] = useState({ dtype: 'float16', route: 'byHand' });
  if (target === null) return <p class="muted">{strings.needsTarget}</p>;
  const detail = results.find(({ dtype, route }) => dtype === chosen.dtype && route === chosen.route);
  const broken = firstBreak(results, target);
  return (
    <div class="precision">
      <SampleChooser {...parts} />
      <p>{strings.lead}</p>
      <table class="readings-table precision-table">
        <caption class="visually-hidden">{strings.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{strings.dtype}</th>
            {precisionRoutes.map((route) => (
              <th key={route} scope="col">
                <code>{strings.routes[route]}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {precisionDTypes.map((dtype) => (
            <tr key={dtype}>
              <th scope="row">
                <code>{dtype}</code>
              </th>
              {results
                .filter((result) => result.dtype === dtype)
                .map((result) => (
                  <PrecisionCell
                    key={result.route}
                    result={result}
                    isChosen={result === detail}
                    target={target}
                    onChoose={() => setChosen(result)}
                  />
                ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="fade">
        {broken
          ? strings.breaks(broken.dtype, strings.routes[broken.route], strings.losses[broken.loss])
          : strings.allGood}
      </p>
      {detail && (
        <PrecisionSteps
          result={detail}
          target={target}
          nameOf={(klass) => classLabel(parts.evaluation, klass)}
        />
      )}
    </div>
  );
}
