import type { SourceText } from './sources';
import { childrenOf, isTranslation, type Node, nameOf, treeOf } from './syntax';

/** Two words with a blank between them, or one that starts like a label: what people read. `{}` stands for a value. */
const phrase = /[A-Za-z]{2,}[,;:.…)’']* \(?(?:[a-zA-Z]{2,}|\{)|^[A-Z][a-z]{2,}[.…]?$/;

/** Names that are the same in every language, keys of the keyboard, and icons. */
const name =
  /^(?:Loss Lens(?:: \{\})?|\$\(\w+\) \{\}|Python|Markdown|Home|End|Enter|Escape|Delete|Backspace|Tab)$/;

/** Python, markup, a content security policy, or a list of classes. */
const code = /\n|<\w|\w\.\w+\(|torch\.|-src |^[a-z]+(?: [a-z]+-[a-z-]+)+$/;

/** Calls and attributes whose texts only programs and developers read. */
const unseen = new Set(['RangeError', 'debug', 'info', 'warn', 'error', 'class', 'd', 'style', 'key']);

/** Phrases of a file that people would read in English whatever their language is. */
export function untranslated(source: SourceText): readonly string[] {
  const found: string[] = [];
  visit(treeOf(source), (words) => found.push(words));
  return found;
}

function visit(node: Node, tell: (words: string) => void): void {
  if (isUnseen(node)) return;
  const words = textOf(node)?.trim();
  if (words !== undefined && phrase.test(words) && !name.test(words) && !code.test(words)) tell(words);
  for (const child of childrenOf(node)) visit(child, tell);
}

/** Whether nothing within is to be translated, or all of it is. */
function isUnseen(node: Node): boolean {
  if (node.type.startsWith('Import') || /^TS(?!.*Expression)/.test(node.type)) return true;
  if (isTranslation(node)) return true;
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return unseen.has(nameOf(node.callee));
  if (node.type === 'JSXAttribute') return unseen.has(nameOf(node.name));
  return node.type === 'BinaryExpression' && ['===', '!==', 'in'].includes(String(node.operator));
}

function textOf({ type, value, quasis }: Node): string | null {
  if (type === 'JSXText') return String(value).replace(/\s+/g, ' ');
  if (type === 'Literal') return typeof value === 'string' ? value : null;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return null;
  return quasis.map((part) => part.value.cooked).join('{}');
}
