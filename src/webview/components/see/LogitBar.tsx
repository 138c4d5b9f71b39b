import { scaleLinear } from 'd3-scale';
import { useRef } from 'preact/hooks';

interface LogitBarProps {
  readonly label: string;
  /** Value, probability and gradient in words. */
  readonly text: string;
  readonly value: number;
  readonly domain: readonly [number, number];
  /** Where the loss pushes the value: in [-1, 1], relative to the strongest push of the sample. */
  readonly push: number;
  /** Dragged to a value. */
  readonly onChange: (value: number) => void;
  /** Moved by the keys. */
  readonly onStep: (value: number) => void;
  readonly onDrag: (isDragging: boolean) => void;
  readonly onCancel: () => void;
}

/** Steps of the keys. */
const small = 0.1;
const large = 1;

/** Length of the longest arrow, and of the shortest that still has a direction. Unit: px. */
const longestArrow = 36;
const shortestArrow = 1.5;

/** A bar from 0 to a value, to be dragged or moved with the arrow keys, with an arrow where the loss pushes it. */
export function LogitBar({
  label,
  text,
  value,
  domain,
  push,
  onChange,
  onStep,
  onDrag,
  onCancel,
}: LogitBarProps) {
  const track = useRef<HTMLDivElement>(null);
  const dragged = useRef(false);
  const pointer = useRef<number | null>(null);
  const scale = scaleLinear(domain, [0, 100]).clamp(true);
  const isNumber = Number.isFinite(value);
  const at = isNumber ? scale(value) : scale(0);
  const zero = scale(0);
  const valueAt = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    return box ? scale.invert(((event.clientX - box.left) / box.width) * 100) : value;
  };
  const start = (event: PointerEvent) => {
    if (event.button !== 0) return;
    track.current?.setPointerCapture(event.pointerId);
    pointer.current = event.pointerId;
    dragged.current = false;
    onDrag(true);
  };
  const move = (event: PointerEvent) => {
    if (pointer.current !== event.pointerId) return;
    dragged.current = true;
    onChange(valueAt(event));
  };
  const release = () => {
    if (pointer.current !== null) track.current?.releasePointerCapture(pointer.current);
    pointer.current = null;
    onDrag(false);
  };
  const end = (event: PointerEvent) => {
    if (pointer.current !== event.pointerId) return;
    if (!dragged.current && event.type === 'pointerup') onChange(valueAt(event));
    release();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? large : small;
    const by = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: large,
      PageDown: -large,
    }[event.key];
    const ends = { Home: domain[0], End: domain[1] }[event.key];
    if (event.key === 'Escape' && pointer.current !== null) {
      release();
      if (dragged.current) onCancel();
    } else if (by !== undefined) onStep((isNumber ? value : 0) + by);
    else if (ends !== undefined) onStep(ends);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="logit-bar"
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={domain[0]}
      aria-valuemax={domain[1]}
      aria-valuenow={isNumber ? value : undefined}
      aria-valuetext={text}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={onKeyDown}
      onKeyUp={() => pointer.current === null && onDrag(false)}
    >
      <svg width="100%" height="100%" aria-hidden="true">
        <line class="logit-zero" x1={`${zero}%`} x2={`${zero}%`} y1="0" y2="100%" />
        <rect
          class="logit-fill"
          x={`${Math.min(at, zero)}%`}
          width={`${Math.abs(at - zero)}%`}
          y="5"
          height="12"
        />
        {isNumber && (
          <svg x={`${at}%`} overflow="visible" aria-hidden="true">
            <rect class="logit-handle" x="-2" y="2" width="4" height="18" rx="1" />
            <Arrow length={push * longestArrow} />
          </svg>
        )}
      </svg>
    </div>
  );
}

function Arrow({ length }: { length: number }) {
  if (Math.abs(length) < shortestArrow) return null;
  const side = Math.sign(length);
  const head = side * Math.min(5, Math.abs(length));
  const tip = length + side * 3;
  return (
    <path
      class={side > 0 ? 'push push-up' : 'push push-down'}
      d={`M${side * 3} 11H${tip}M${tip - head} ${11 - Math.abs(head)}L${tip} 11L${tip - head} ${11 + Math.abs(head)}`}
    />
  );
}
