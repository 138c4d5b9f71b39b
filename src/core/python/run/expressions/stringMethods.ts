import * as l10n from '../../../l10n';
import type { TorchContext } from '../../torch/tensor/torchContext';
import { NotEvaluated, typeError, valueError } from '../../values/pythonError';
import { PyList, PyTuple, typeNameOf, type Value } from '../../values/values';
import { formatText } from './formatting';
import { itemsOf } from './iterate';

export type StringMethod = (
  context: TorchContext,
  self: string,
  args: readonly Value[],
  named: ReadonlyMap<string, Value>,
) => Value;

/** Blanks as Python strips them, of the characters that are common. */
const blank = /[ \t\n\r\f\v]/;

function text(value: Value | undefined, method: string): string {
  if (typeof value === 'string') return value;
  throw new NotEvaluated(l10n.t('.{0}(…) of this', method));
}

function stripped(self: string, characters: Value, isLeft: boolean, isRight: boolean): string {
  const given = characters === null ? null : text(characters, 'strip');
  const isOff = (one: string) => (given === null ? blank.test(one) : given.includes(one));
  const all = [...self];
  let from = 0;
  let to = all.length;
  while (isLeft && from < to && isOff(all[from])) from++;
  while (isRight && to > from && isOff(all[to - 1])) to--;
  return all.slice(from, to).join('');
}

function split(self: string, separator: Value, most: Value): readonly string[] {
  const limit = most === null ? -1 : Number(most);
  if (typeof separator === 'string') {
    if (separator === '') throw valueError('empty separator');
    const parts = self.split(separator);
    if (limit < 0 || parts.length <= limit + 1) return parts;
    return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
  }
  if (limit >= 0) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'split'));
  return self.split(/[ \t\n\r\f\v]+/).filter((part) => part !== '');
}

/** `startswith` and `endswith` take one text or a tuple of them. */
function anyOf(value: Value | undefined, method: string, test: (one: string) => boolean): boolean {
  if (value instanceof PyTuple) return value.items.some((item) => test(text(item, method)));
  return test(text(value, method));
}

function padded(
  self: string,
  width: Value | undefined,
  fill: Value | undefined,
  side: 'left' | 'right',
): string {
  const size = Number(width) - [...self].length;
  if (!(size < 10_000)) throw new NotEvaluated(l10n.t('a width of this size'));
  const filling = (fill === undefined ? ' ' : text(fill, 'ljust')).repeat(Math.max(0, size));
  return side === 'left' ? self + filling : filling + self;
}

const isAll = (self: string, pattern: RegExp) => self !== '' && [...self].every((one) => pattern.test(one));

/** The methods of `str` that are evaluated. */
export const stringMethods: Readonly<Record<string, StringMethod>> = {
  upper: (_, self) => self.toUpperCase(),
  lower: (_, self) => self.toLowerCase(),
  casefold: (_, self) => self.toLowerCase(),
  capitalize: (_, self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  swapcase: (_, self) =>
    [...self].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join(''),
  title: (_, self) => {
    if (!/^[\x20-\x7e]*$/.test(self)) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'title'));
    return self.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
  },
  strip: (_, self, [characters = null]) => stripped(self, characters, true, true),
  lstrip: (_, self, [characters = null]) => stripped(self, characters, true, false),
  rstrip: (_, self, [characters = null]) => stripped(self, characters, false, true),
  removeprefix: (_, self, [prefix]) => {
    const start = text(prefix, 'removeprefix');
    return self.startsWith(start) ? self.slice(start.length) : self;
  },
  removesuffix: (_, self, [suffix]) => {
    const end = text(suffix, 'removesuffix');
    return end !== '' && self.endsWith(end) ? self.slice(0, -end.length) : self;
  },
  join: (context, self, [values = null]) =>
    itemsOf(context, values)
      .map((value, i) => {
        if (typeof value === 'string') return value;
        throw typeError(`sequence item ${i}: expected str instance, ${typeNameOf(value)} found`);
      })
      .join(self),
  split: (_, self, [separator = null, most], named) =>
    new PyList([...split(self, named.get('sep') ?? separator, most ?? named.get('maxsplit') ?? null)]),
  splitlines: (_, self, args) => {
    if (args.length > 0) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'splitlines'));
    const lines = self.split(/\r\n|\n|\r/);
    return new PyList(lines.at(-1) === '' ? lines.slice(0, -1) : lines);
  },
  partition: (_, self, [separator]) => {
    const by = text(separator, 'partition');
    const at = self.indexOf(by);
    if (at < 0 || by === '') return new PyTuple([self, '', '']);
    return new PyTuple([self.slice(0, at), by, self.slice(at + by.length)]);
  },
  replace: (_, self, [from, to, most]) => {
    if (most !== undefined) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'replace'));
    return self.split(text(from, 'replace')).join(text(to, 'replace'));
  },
  find: (_, self, [part, ...range]) => {
    if (range.length > 0) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'find'));
    const at = self.indexOf(text(part, 'find'));
    return BigInt(at < 0 ? -1 : [...self.slice(0, at)].length);
  },
  count: (_, self, [part, ...range]) => {
    const searched = text(part, 'count');
    if (range.length > 0 || searched === '') throw new NotEvaluated(l10n.t('.{0}(…) of this', 'count'));
    return BigInt(self.split(searched).length - 1);
  },
  startswith: (_, self, [prefix, ...range]) => {
    if (range.length > 0) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'startswith'));
    return anyOf(prefix, 'startswith', (one) => self.startsWith(one));
  },
  endswith: (_, self, [suffix, ...range]) => {
    if (range.length > 0) throw new NotEvaluated(l10n.t('.{0}(…) of this', 'endswith'));
    return anyOf(suffix, 'endswith', (one) => self.endsWith(one));
  },
  ljust: (_, self, [width, fill]) => padded(self, width, fill, 'left'),
  rjust: (_, self, [width, fill]) => padded(self, width, fill, 'right'),
  zfill: (_, self, [width]) => {
    const sign = /^[+-]/.exec(self)?.[0] ?? '';
    return sign + padded(self.slice(sign.length), BigInt(Number(width) - sign.length), '0', 'right');
  },
  isdigit: (_, self) => isAll(self, /\d/),
  isalpha: (_, self) => isAll(self, /\p{L}/u),
  isspace: (_, self) => isAll(self, /\s/),
  islower: (_, self) => self !== self.toUpperCase() && self === self.toLowerCase(),
  isupper: (_, self) => self !== self.toLowerCase() && self === self.toUpperCase(),
  format: (_, self, args, named) => formatText(self, args, named),
};
