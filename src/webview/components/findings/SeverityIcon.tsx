import type { Severity } from '../../../core';

/** Outlines in a 16 × 16 box: a cross, a triangle, an i, a bulb. The severity stands beside it as a word. */
const outlines: Readonly<Record<Severity, string>> = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M5.5 5.5l5 5M10.5 5.5l-5 5',
  warning: 'M8 2L14.8 14H1.2ZM8 6.3v3.9M8 11.6v1',
  information: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 7v4.5M8 4.4v1.1',
  hint: 'M6 11.5v-1.3a4.2 4.2 0 1 1 4 0v1.3ZM6.2 13.7h3.6',
};

export function SeverityIcon({ severity }: { severity: Severity }) {
  return (
    <svg class={`icon icon-${severity}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={outlines[severity]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.3"
        stroke-linejoin="round"
      />
    </svg>
  );
}
