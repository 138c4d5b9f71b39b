import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useMemo, useRef } from 'preact/hooks';
import { formatNumber, type LossKey, lossKeys, shownLosses } from '../../../core';
import { seeStrings } from '../../strings/see';
import { classLabel } from '../../view/classLabel';
import type { ReportParts } from '../../view/reportParts';
import { curveKey, logitDomain, lossCurve, type SampleView, sampleLoss } from '../../view/see/sampleView';
import { valueDType } from '../../view/valueDType';
import { useViewport } from '../controls/useViewport';
import { CurveTable } from './CurveTable';

const strings = seeStrings.sample;

/** Unit: px. */
const height = 220;
const margin = { top: 8, right: 12, bottom: 36, left: 48 };

interface CurveProps {
  readonly shown: SampleView;
  readonly target: number;
  /** The loss whose tangent is drawn. */
  readonly loss: LossKey;
  readonly parts: ReportParts;
}

/** Both losses over the target's value, with the present point and its tangent, whose slope is the gradient. */
export function Curve({ shown, target, loss, parts }: CurveProps) {
  const place = useRef<HTMLDivElement>(null);
  const { width } = useViewport(place);
  const klass = classLabel(parts.evaluation, target);
  const value = shown.row[target];
  const domain = logitDomain(shown.row);
  const points = useMemo(
    () => lossKeys.map((key) => lossCurve(key, shown, target, domain, parts)),
    [curveKey(shown, parts), target],
  );
  const curves = lossKeys.map((key, i) => ({
    key,
    now: sampleLoss(key, shown.tensors, parts),
    points: points[i],
  }));
  const dtype = valueDType(parts.evaluation);
  const chosen = curves.find(({ key }) => key === loss);
  const all = curves.flatMap(({ points }) => points.map(([, y]) => y));
  const say = (key: LossKey) => {
    const now = curves.find((curve) => curve.key === key)?.now;
    return now ? formatNumber(now.value, dtype) : '–';
  };
  if (!Number.isFinite(value) || all.length === 0) return <p class="muted">{strings.notFinite}</p>;
  const x = scaleLinear(domain, [margin.left, Math.max(margin.left + 80, width - margin.right)]);
  const y = scaleLinear([Math.min(0, ...all), Math.max(...all)], [height - margin.bottom, margin.top]).nice();
  const path = line<readonly [number, number]>(
    (p) => x(p[0]),
    (p) => y(p[1]),
  );
  const slope = chosen?.now?.gradient[target];
  return (
    <section class="curve">
      <h3>{strings.curve}</h3>
      <div ref={place}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={strings.curveName(klass, say('crossEntropyLoss'), say('nllLoss'))}
        >
          {x.ticks(Math.max(3, Math.floor(width / 90))).map((tick) => (
            <g key={tick} class="tick" transform={`translate(${x(tick)},0)`}>
              <line y1={margin.top} y2={height - margin.bottom} />
              <text y={height - margin.bottom + 14} text-anchor="middle">
                {x.tickFormat()(tick)}
              </text>
            </g>
          ))}
          {y.ticks(4).map((tick) => (
            <g key={tick} class="tick" transform={`translate(0,${y(tick)})`}>
              <line x1={margin.left} x2={x.range()[1]} />
              <text x={margin.left - 6} dy="0.32em" text-anchor="end">
                {y.tickFormat()(tick)}
              </text>
            </g>
          ))}
          <text class="axis-name" x={x.range()[1]} y={height - 6} text-anchor="end">
            {strings.xAxis(klass)}
          </text>
          {curves.map(({ key, points }) => (
            <path key={key} class={`curve-line curve-${key}`} d={path([...points]) ?? ''} />
          ))}
          {chosen?.now && Number.isFinite(chosen.now.value) && Number.isFinite(slope) && (
            <Tangent at={[value, chosen.now.value]} slope={slope ?? 0} x={x} y={y} />
          )}
          {curves.map(
            ({ key, now }) =>
              now &&
              Number.isFinite(now.value) && (
                <circle key={key} class={`curve-point curve-${key}`} cx={x(value)} cy={y(now.value)} r="5" />
              ),
          )}
        </svg>
      </div>
      <ul class="curve-legend">
        {curves.map(({ key, now }) => (
          <li key={key}>
            <span class={`curve-key curve-${key}`} aria-hidden="true" />
            {now
              ? strings.slope(shownLosses[key].name, formatNumber(now.gradient[target], dtype))
              : shownLosses[key].name}
          </li>
        ))}
      </ul>
      <CurveTable curves={curves} klass={klass} dtype={dtype} store={parts.store} />
    </section>
  );
}

interface TangentProps {
  readonly at: readonly [number, number];
  readonly slope: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** Half the length of the tangent. Unit: px. */
const reach = 60;

function Tangent({ at: [px, py], slope, x, y }: TangentProps) {
  const dx = x(1) - x(0);
  const dy = (y(1) - y(0)) * slope;
  const scale = reach / Math.hypot(dx, dy);
  const [cx, cy] = [x(px), y(py)];
  return (
    <line
      class="tangent"
      x1={cx - dx * scale}
      y1={cy - dy * scale}
      x2={cx + dx * scale}
      y2={cy + dy * scale}
    />
  );
}
