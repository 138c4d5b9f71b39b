import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';
import { type DType, formatNumber, type LossKey, shownLosses } from '../../../core';
import { seeStrings } from '../../strings/see';
import type { Bin } from '../../view/batch/bins';
import { useViewport } from '../controls/useViewport';

const strings = seeStrings.batch;

/** Unit: px. */
const height = 140;
const margin = { top: 16, right: 8, bottom: 22, left: 8 };

interface HistogramProps {
  readonly loss: LossKey;
  /** Of the samples that count. */
  /** Of the samples that count. */
  readonly count: number;
  readonly dtype: DType;
  readonly bins: readonly Bin[];
  readonly chosen: Bin | null;
  readonly onChoose: (bin: Bin | null) => void;
}

/** How the losses of the samples are spread; a bar that is chosen limits the tables to its samples. */
export function Histogram({ loss, count: numSamples, dtype, bins, chosen, onChoose }: HistogramProps) {
  const place = useRef<HTMLDivElement>(null);
  const { width } = useViewport(place);
  const notFinite = numSamples - bins.reduce((sum, { count }) => sum + count, 0);
  const format = (value: number) => formatNumber(value, dtype);
  const [first, last] = [bins[0], bins[bins.length - 1]];
  const x = scaleLinear(
    first && first.to > first.from
      ? [first.from, last.to]
      : [(first?.from ?? 0) - 0.5, (first?.from ?? 0) + 0.5],
    [margin.left, Math.max(margin.left + 40, width - margin.right)],
  );
  const y = scaleLinear(
    [0, Math.max(1, ...bins.map(({ count }) => count))],
    [height - margin.bottom, margin.top],
  );
  const name = first
    ? strings.histogramName(shownLosses[loss].name, String(numSamples), format(first.from), format(last.to))
    : strings.none;
  return (
    <div class="histogram">
      <div ref={place}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of buttons */}
        <svg width={width} height={height} role="group" aria-label={name}>
          {x.ticks(Math.max(3, Math.floor(width / 90))).map((tick) => (
            <text key={tick} class="axis-name" x={x(tick)} y={height - 6} text-anchor="middle">
              {x.tickFormat()(tick)}
            </text>
          ))}
          {bins.map((one) => {
            const sides: readonly [number, number] =
              one.to > one.from ? [x(one.from), x(one.to)] : [x(one.from) - 20, x(one.from) + 20];
            if (one.count === 0) return null;
            return (
              <g key={one.from}>
                <BinBar
                  bin={one}
                  x={sides}
                  y={[y(one.count), y(0)]}
                  label={strings.bin(format(one.from), format(one.to), String(one.count))}
                  isChosen={chosen !== null && chosen.from === one.from}
                  onChoose={onChoose}
                />
                <text
                  class="axis-name"
                  x={(sides[0] + sides[1]) / 2}
                  y={y(one.count) - 4}
                  text-anchor="middle"
                >
                  {one.count}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      {notFinite > 0 && <p>{strings.notFinite(String(notFinite))}</p>}
    </div>
  );
}

interface BinBarProps {
  readonly bin: Bin;
  /** Left and right, top and bottom. Unit: px. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: (bin: Bin | null) => void;
}

function BinBar({ bin, x, y, label, isChosen, onChoose }: BinBarProps) {
  const toggle = () => onChoose(isChosen ? null : bin);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    toggle();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      class={isChosen ? 'bin is-chosen' : 'bin'}
      role="button"
      // In SVG the attribute is spelt in lower case.
      tabindex={0}
      aria-label={label}
      aria-pressed={isChosen}
      onClick={toggle}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <rect class="bin-bar" x={x[0] + 1} width={Math.max(1, x[1] - x[0] - 2)} y={y[0]} height={y[1] - y[0]} />
    </g>
  );
}
