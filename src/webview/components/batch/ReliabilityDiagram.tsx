import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { type Calibration, formatNumber, type ReliabilityBin } from '../../../core';
import { batchStrings } from '../../strings/batch';
import { binName } from '../../view/batch/binName';
import { useViewport } from '../controls/useViewport';

const strings = batchStrings.calibration;

/** Unit: px. */
const height = 220;
const widest = 480;
const margin = { top: 16, right: 8, bottom: 36, left: 40 };

/** Width of a digit of a count. Unit: px. */
const digitWidth = 7;

/** Accuracy over confidence, bin by bin, with the diagonal on which a calibrated model lies. */
export function ReliabilityDiagram({ bins, expectedError, count }: Calibration) {
  const place = useRef<HTMLDivElement>(null);
  const width = Math.min(widest, useViewport(place).width);
  const x = scaleLinear([0, 1], [margin.left, Math.max(margin.left + 80, width - margin.right)]);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const name = strings.diagramName(
    String(count),
    String(bins.length),
    formatNumber(expectedError, 'float64'),
  );
  return (
    <div ref={place} class="reliability">
      <svg width={width} height={height} role="img" aria-label={name}>
        {x.ticks(5).map((tick) => (
          <text key={tick} class="axis-name" x={x(tick)} y={height - margin.bottom + 14} text-anchor="middle">
            {x.tickFormat(5)(tick)}
          </text>
        ))}
        {y.ticks(5).map((tick) => (
          <g key={tick} class="tick" transform={`translate(0,${y(tick)})`}>
            <line x1={margin.left} x2={x(1)} />
            <text x={margin.left - 6} dy="0.32em" text-anchor="end">
              {y.tickFormat(5)(tick)}
            </text>
          </g>
        ))}
        {bins.map((bin) => (
          <BinBar key={bin.from} bin={bin} x={x} y={y} />
        ))}
        <line class="reliability-diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <text class="axis-name" x={margin.left} y={margin.top - 6}>
          {strings.accuracy}
        </text>
        <text class="axis-name" x={x(1)} y={height - 6} text-anchor="end">
          {strings.confidence}
        </text>
      </svg>
      <p class="reliability-legend muted">
        <span>
          <span class="reliability-key is-bar" aria-hidden="true" /> {strings.bar}
        </span>
        <span>
          <span class="reliability-key is-gap" aria-hidden="true" /> {strings.gap}
        </span>
      </p>
    </div>
  );
}

interface BinBarProps {
  readonly bin: ReliabilityBin;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** The accuracy as a bar, and how far it is from the mean confidence. The numbers are in the table too. */
function BinBar({ bin, x, y }: BinBarProps) {
  const { from, to, count, accuracy, confidence } = bin;
  if (count === 0) return null;
  const [left, size] = [x(from) + 1, Math.max(1, x(to) - x(from) - 2)];
  const [low, high] = [Math.min(accuracy, confidence), Math.max(accuracy, confidence)];
  const text = String(count);
  return (
    <g>
      <title>{strings.binTitle(binName(bin), text, ...numbersOf(bin))}</title>
      <rect class="bin-bar" x={left} width={size} y={y(accuracy)} height={y(0) - y(accuracy)} />
      <rect class="reliability-gap" x={left} width={size} y={y(high)} height={y(low) - y(high)} />
      {text.length * digitWidth <= size + 2 && (
        <text class="axis-name" x={left + size / 2} y={y(high) - 4} text-anchor="middle">
          {text}
        </text>
      )}
    </g>
  );
}

function numbersOf({ accuracy, confidence }: ReliabilityBin): [accuracy: string, confidence: string] {
  return [formatNumber(accuracy, 'float64'), formatNumber(confidence, 'float64')];
}
