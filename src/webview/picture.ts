import * as l10n from '../core/l10n';
import type { PictureColours } from './view/takeAway/pictureSvg';

/** Pixels of a PNG for each px of the picture. */
const scale = 2;

/** The theme's colours as the page has them. */
export function themeColours(): PictureColours {
  const style = getComputedStyle(document.body);
  const colour = (...names: readonly string[]) =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ??
    style.color;
  return {
    background: colour('editor-background'),
    foreground: colour('foreground', 'editor-foreground'),
    muted: colour('descriptionForeground', 'foreground'),
    bar: colour('charts-blue', 'foreground'),
    target: colour('charts-yellow', 'foreground'),
    right: colour('testing-iconPassed', 'charts-green'),
    wrong: colour('errorForeground'),
  };
}

/** An SVG as the bytes of a PNG, drawn at twice its size. */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error(l10n.t('The picture could not be drawn.'));
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
