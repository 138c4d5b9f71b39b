import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colourKinds } from '../../../../src/core';

const css = readFileSync('src/webview/styles/snippet.css', 'utf8');

/** The colours that a rule sets, by kind. */
function coloursOf(selector: string): Readonly<Record<string, string>> {
  const [, body = ''] = css.split(`${selector} {`);
  const rule = body.slice(0, body.indexOf('}'));
  return Object.fromEntries(
    [...rule.matchAll(/--python-(\w+): (#[0-9a-f]{6});/g)].map(([, kind, hex]) => [kind, hex]),
  );
}

/** Relative luminance. Source: WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const dark = coloursOf(':root');

describe.each([
  ['dark', '#1f1f1f', dark],
  ['light', '#f8f8f8', coloursOf(':root:has(> .vscode-light)')],
  ['high contrast', '#000000', { ...dark, ...coloursOf(':root:has(> .vscode-high-contrast)') }],
  ['high contrast light', '#ffffff', coloursOf(':root:has(> .vscode-high-contrast-light)')],
])('in the theme %s', (_, background, colours) => {
  test.each(colourKinds)('the colour of a %s can be read', (kind) => {
    expect(contrast(colours[kind], background)).toBeGreaterThanOrEqual(4.5);
  });
});
