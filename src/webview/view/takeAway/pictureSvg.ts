import { formatPlain } from '../formatPlain';
import type { Picture } from './pictureOf';

/** Colours of a picture: those of the theme that the page is shown in, so that it looks as on the screen. */
export interface PictureColours {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly bar: string;
  readonly target: string;
  readonly right: string;
  readonly wrong: string;
}

/** Unit: px. */
const width = 720;
const margin = 32;
const rowHeight = 24;
const barLeft = 120;
const barWidth = 480;

/** Characters of a class's label that fit in front of its bar, at the widest. */
const labelLength = 10;

/** Characters of the finding that fit a line, at the widest. */
const lineLength = 92;

/** A picture as the text of an SVG file of 720 px width: text and rectangles only, sharp at any size. */
export function pictureSvg(
  picture: Picture,
  colours: PictureColours,
): { svg: string; width: number; height: number } {
  const lines = wrapped(picture.finding, lineLength);
  const findingTop = 184;
  const sampleTop = findingTop + lines.length * 20 + 28;
  const hiddenHeight = picture.hiddenCount > 0 ? rowHeight : 0;
  const height = sampleTop + picture.bars.length * rowHeight + hiddenHeight + margin;
  const text = (x: number, y: number, content: string, attributes: string) =>
    `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`;
  const plain = `font-size="14" fill="${colours.foreground}"`;
  const muted = `font-size="13" fill="${colours.muted}"`;
  const answers = picture.answers.flatMap(({ name, value, note, mark, verdict }, index) => {
    const x = margin + index * 336;
    const colour = { right: colours.right, wrong: colours.wrong }[verdict as 'right' | 'wrong'];
    return [
      text(x, 76, name, `font-size="16" font-weight="600" fill="${colours.foreground}"`),
      text(x, 116, value, `font-size="36" font-weight="300" fill="${colours.foreground}"`),
      text(x, 138, note, muted),
      text(x, 160, mark, `font-size="14" fill="${colour ?? colours.foreground}"`),
    ];
  });
  const bars = picture.bars.flatMap(({ label, probability, isTarget }, index) => {
    const y = sampleTop + 12 + index * rowHeight;
    const length = Number.isFinite(probability) ? Math.max(1, probability * barWidth) : 0;
    const fill = isTarget ? colours.target : colours.bar;
    const short = label.length > labelLength ? `${label.slice(0, labelLength - 1)}…` : label;
    const name = isTarget ? `▸ ${short}` : short;
    return [
      text(barLeft - 12, y + 12, name, `${plain} text-anchor="end"${isTarget ? ' font-weight="600"' : ''}`),
      `<rect x="${barLeft}" y="${y}" width="${length.toFixed(2)}" height="16" fill="${fill}"/>`,
      text(barLeft + length + 8, y + 12, formatPlain(Number(probability.toPrecision(4))), muted),
    ];
  });
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    text(margin, 40, picture.title, muted),
    ...answers,
    ...lines.map((line, index) => text(margin, findingTop + 16 + index * 20, line, plain)),
    text(
      margin,
      sampleTop,
      picture.sampleTitle,
      `font-size="14" font-weight="600" fill="${colours.foreground}"`,
    ),
    ...bars,
    ...(picture.hiddenCount > 0 ? [text(barLeft, height - margin, `+ ${picture.hiddenCount}`, muted)] : []),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">
${parts.join('\n')}
</svg>
`;
  return { svg, width, height };
}

/** Broken between words into lines of at most `length` characters. */
function wrapped(text: string, length: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
