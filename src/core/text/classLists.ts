import type { TextRange } from '../textRange';
import { blanksAt, skipBlanks } from './characters/blanks';
import { endOfString } from './characters/characters';

/** A list in a text that says what classes are called: `classes = ["cat", "dog"]`, `"id2label": {"0": "cat", …}`. */
export interface ClassList extends TextRange {
  /** The variable or key that it is given to. */
  readonly name: string;
  /** By the index of the class: different names of at least two classes. */
  readonly classNames: readonly string[];
}

/** A name that class names are given to, up to the bracket; as a key it has quotes. */
const heads =
  /(["']?)\b(classes|class_?names|labels|label_?names|id2label|target_?names)\b\1[ \t]*(?::[\w[\]. ,]{1,60}=|[=:])\s*([[({])/gi;

/** What does something to a list in place, behind its name. */
const change =
  /^(?:\s*[-+*|]?=(?!=)|\s*\.\s*(?:append|extend|insert|sort|reverse|remove|pop|clear|update)\b|\[[^\]\n]{0,80}\]\s*=(?!=))/;

/** A text with more lists has them for something else. */
const mostLists = 20;

/**
 * The lists of class names in a text, each different one once; none whose value the text may change later. Only what is
 * written out counts: names in quotes and without escapes.
 */
export function classLists(text: string): readonly ClassList[] {
  const found: FoundList[] = [];
  for (const head of text.matchAll(heads)) {
    const list = listAt(text, head);
    if (list) found.push(list);
    if (found.length > mostLists) return [];
  }
  const starts = new Set(found.map(({ nameFrom }) => nameFrom));
  const lists = new Map<string, ClassList>();
  for (const { nameFrom: _, isKey, ...list } of found) {
    const key = JSON.stringify(list.classNames);
    if (!lists.has(key) && (isKey || !isChanged(text, list.name, starts))) lists.set(key, list);
  }
  return [...lists.values()];
}

interface FoundList extends ClassList {
  readonly nameFrom: number;
  readonly isKey: boolean;
}

function listAt(text: string, head: RegExpExecArray): FoundList | null {
  const [whole, quote, name, bracket] = head;
  const isKey = quote !== '';
  const nameFrom = head.index + quote.length;
  const from = head.index + whole.length - 1;
  const body = bracket === '{' ? mapAt(text, from) : namesAt(text, from, bracket);
  if (!body || !isStatement(text, head.index, body.to, isKey)) return null;
  const { classNames, to } = body;
  const isGood = classNames.length > 1 && new Set(classNames).size === classNames.length;
  return isGood ? { name, classNames, from, to, nameFrom, isKey } : null;
}

/** True when the value is given to a name or a key, and not to an argument of a call, nor a part of an expression. */
function isStatement(text: string, from: number, to: number, isKey: boolean): boolean {
  const before = text.slice(Math.max(0, from - 120), from);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const after = text.slice(to, to + 40);
  if (isKey) return !/[#]|\/\//.test(line) && /^\s*(?:[,}#]|\/\/|$)/.test(after);
  const isFirst = /^\s*(?:>>> |\.\.\. )?(?:export |const |let |var )*(?:[A-Za-z_]+\.)?$/.test(line);
  return isFirst && /^[ \t]*(?:;|#|\/\/|\r?\n(?!\s*[),])|$)/.test(after);
}

/** Names in the order of the classes. */
function namesAt(text: string, open: number, bracket: string) {
  const close = bracket === '[' ? ']' : ')';
  const classNames: string[] = [];
  let at = next(text, open + 1);
  while (text[at] !== close) {
    const name = stringAt(text, at);
    if (!name) return null;
    classNames.push(name.text);
    at = next(text, name.to);
    if (text[at] === ',') at = next(text, at + 1);
    else if (text[at] !== close) return null;
  }
  return { classNames, to: at + 1 };
}

/** Names by the number of their class, 0 to C - 1 in any order. */
function mapAt(text: string, open: number) {
  const byClass = new Map<number, string>();
  let at = next(text, open + 1);
  while (text[at] !== '}') {
    const key = /^(["']?)(\d{1,9})\1\s*:/.exec(text.slice(at, at + 40));
    const name = key && stringAt(text, next(text, at + key[0].length));
    if (!name) return null;
    byClass.set(Number(key[2]), name.text);
    at = next(text, name.to);
    if (text[at] === ',') at = next(text, at + 1);
    else if (text[at] !== '}') return null;
  }
  const classNames = Array.from(byClass.keys(), (_, klass) => byClass.get(klass) ?? '');
  return classNames.includes('') ? null : { classNames, to: at + 1 };
}

/** The text between the quotes at `at`, without the blanks around it; null for an empty one and for escapes. */
function stringAt(text: string, at: number): { readonly text: string; readonly to: number } | null {
  if (text[at] !== '"' && text[at] !== "'") return null;
  const to = endOfString(text, at, text.length);
  const inside = text.slice(at + 1, to - 1).trim();
  return to < 0 || inside === '' || inside.includes('\\') ? null : { text: inside, to };
}

function next(text: string, at: number): number {
  return skipBlanks(text, at, text.length, blanksAt(text, at));
}

/** True when the text gives the name another value, or changes it in place; `starts` are where it gets a list. */
function isChanged(text: string, name: string, starts: ReadonlySet<number>): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const to = at + name.length;
    const isPart = /[\p{L}\p{N}_"']/u.test(`${text[at - 1] ?? ''}${text[to] ?? ''}`);
    if (!isPart && !starts.has(at) && change.test(text.slice(to, to + 120))) return true;
  }
  return false;
}
