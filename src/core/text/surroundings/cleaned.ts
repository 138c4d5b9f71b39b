/** Characters that stand for others where people paste: by input methods, word processors and terminals. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...[...'\u2212\uff0d\ufe63'].map((minus): [string, string] => [minus, '-']),
  ...[...'０１２３４５６７８９'].map((digit, i): [string, string] => [digit, String(i)]),
  ['\uff0c', ','],
  ['\u3001', ','],
  ['\uff0e', '.'],
  ['\uff1b', ';'],
  ['\uff1a', ':'],
  ['\uff1d', '='],
  ['\uff08', '('],
  ['\uff09', ')'],
  ['\uff3b', '['],
  ['\uff3d', ']'],
  ['\uff5b', '{'],
  ['\uff5d', '}'],
  ...[...'\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff'].map(
    (blank): [string, string] => [blank, ' '],
  ),
  ...[...'\u201c\u201d\uff02'].map((quote): [string, string] => [quote, '"']),
  ...[...'\u2018\u2019\uff07'].map((quote): [string, string] => [quote, "'"]),
]);

const lookalike = new RegExp(`[${[...lookalikes.keys()].join('')}]`, 'g');

/** Colours of a terminal. */
const ansi = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');

/** An en dash where a minus belongs. */
const enDash = /[\u2013\u2010\u2011](?=[\d.])/g;

/** A line break as a debug console shows it, behind what ends a row and before what starts one. */
const escapedBreak = /(?<=[\]\d.,[])\\n(?=[ \t]*[[\-\d\]])/g;

/** What a prompt writes in front of a line. */
const prompt = /^(?:>>> |In \[\d+\]: |Out\[\d+\]: | {2,}\.\.\.: |i?\(?[Pp]db\)?>? |#> )/gm;

/** The prompt of a line that goes on; without a first prompt it is an ellipsis. */
const continued = /^\.\.\. /gm;

/** What a logger writes in front of a line: a time, a level and a name, at least one of the first two. */
const logger =
  /^[ \t]*(?:\[?\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?|\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?)?[ \t-]*(?:\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|CRITICAL)\]?)?(?::?[ \t]?[\w.]{1,60}:)?/gm;

const loggerMark = /\d\d:\d\d:\d\d|DEBUG|INFO|WARN|ERROR|CRITICAL/;

/** How far something has come, as `[3/100]`. */
const progress = /(?<=^|[\p{L}:] )\[\d{1,9}\/\d{1,9}\]/gmu;

/** Only a text that is not clean has one of these: the characters of Latin-1 among the look-alikes, and colours. */
const dirtyPieces = ['\u00a0', '\u001b', '\\n'];

/** The same for patterns, each with a piece of it, which is looked for many times as fast. */
const dirtyPatterns: readonly (readonly [piece: string, RegExp])[] = [
  ['', new RegExp(`${lookalike.source.replace('\u00a0', '')}|[\\u2010-\\u2013]`)],
  ['', /DEBUG|INFO|WARN|ERROR|CRITICAL/],
  ['>>> ', /^>>> /m],
  ['In [', /^In \[/m],
  ['Out[', /^Out\[/m],
  ['#> ', /^#> /m],
  ['(Pdb)', /^\(Pdb\)/m],
  [':', /\d\d:\d\d:\d\d/],
  ['/', /\[\d+\/\d+\]/],
];

function isDirty(text: string): boolean {
  return (
    dirtyPieces.some((piece) => text.includes(piece)) ||
    dirtyPatterns.some(([piece, pattern]) => text.includes(piece) && pattern.test(text))
  );
}

/**
 * The text without what surrounds tensors where people paste them from: colours, prompts, loggers, look-alikes of
 * digits, signs and blanks; in pasted text also line breaks as debug consoles show them, which code has in strings.
 * Every character stays at its place. Clean text is given back as it is.
 */
export function cleaned(text: string, isPasted = false): string {
  if (!isDirty(text)) return text;
  const hasPrompt = /^>>> /m.test(text);
  return text
    .replace(ansi, blank)
    .replace(lookalike, (character) => lookalikes.get(character) ?? character)
    .replace(enDash, '-')
    .replace(isPasted ? escapedBreak : /(?!)/g, ' \n')
    .replace(prompt, blank)
    .replace(hasPrompt ? continued : /(?!)/g, blank)
    .replace(logger, (prefix) => (loggerMark.test(prefix) ? blank(prefix) : prefix))
    .replace(progress, blank);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
