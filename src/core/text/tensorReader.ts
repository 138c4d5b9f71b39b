import * as l10n from '../l10n';
import type { Problem } from '../problem';
import { readBody } from './body/bodyReader';
import type { ArrayBody } from './body/bodyResult';
import { readScalar } from './body/scalar';
import { type Blanks, skipBlanks } from './characters/blanks';
import { endOfPath, endOfString, isDigitCode, isWordCode } from './characters/characters';
import { quoted, skipBalanced } from './characters/tokens';
import { type Expression, expressionOf } from './expression/expression';
import { growOutward } from './expression/growOutward';
import { isRandomGenerator, takesSizes } from './expression/knownCalls';
import { toLiteral } from './expression/toLiteral';
import { formOf } from './forms/allForms';
import type { Form } from './forms/form';
import type { ReadResult, TensorLiteral } from './literal';
import type { ReadOptions } from './readOptions';
import { OpenBrackets } from './surroundings/openBrackets';
import { arithmeticAround, isBareTensor, isTargetName } from './surroundings/surroundings';

/** Steps between two questions whether to go on. */
const stepsPerCheck = 4096;

/** Longest subscript that is passed over as a whole. */
const maxSubscript = 400;

/** Words that may stand directly before a list without making it a subscript. */
const keywords: ReadonlySet<string> = new Set([
  'return',
  'in',
  'print',
  'yield',
  'and',
  'or',
  'not',
  'else',
  'if',
  'of',
]);

/** Goes once through a text and stops at every bracket that can be a tensor. */
export class TensorReader {
  private at = 0;
  private readonly literals: TensorLiteral[] = [];
  private readonly problems: Problem[] = [];
  private readonly open = new OpenBrackets();
  private linePrefix: Blanks['linePrefix'] = '';
  private isLineStart = true;
  /** The word or string that was read last, without its quotes. */
  private word = { from: 0, to: 0, end: -1 };
  private lastTo = -1;
  private readonly hasSlashComments: boolean;

  constructor(
    private readonly text: string,
    private readonly options: ReadOptions,
  ) {
    this.hasSlashComments = options.languageId !== 'python';
  }

  read(): ReadResult {
    const { text, literals, problems } = this;
    for (let steps = 1; this.at < text.length; steps++) {
      if (steps % stepsPerCheck === 0 && this.options.isCancelled?.()) {
        problems.push({
          code: 'cancelled',
          message: l10n.t('reading was cancelled'),
          from: this.at,
          to: text.length,
        });
        break;
      }
      this.step(text.charCodeAt(this.at));
    }
    return { literals, problems };
  }

  private step(code: number): void {
    if (isWordCode(code)) this.readWord();
    else if (code === 91) this.squareBracket();
    else if (code === 40) this.parenthesis();
    else if (code === 34 || code === 39) this.string(code);
    else if (code === 61 || code === 58) this.assignment();
    else this.mark(code);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) this.isLineStart = false;
  }

  private mark(code: number): void {
    if (code === 10) {
      this.linePrefix = '';
      this.isLineStart = true;
    } else if (code === 35) this.linePrefix = '#';
    else if (code === 47 && this.text[this.at + 1] === '/') this.linePrefix = '/';
    else if (this.isLineStart && code === 42) this.linePrefix = '*';
    else if (this.isLineStart && code === 62) this.linePrefix = '>';
    else if (code === 123) this.open.open(this.at, code, '', null, false);
    else if (code === 41 || code === 93 || code === 125) this.open.close(code);
    else if (code === 96 && this.text.startsWith('```', this.at)) this.open.clear();
    this.at++;
  }

  private readWord(): void {
    const to = endOfPath(this.text, this.at);
    this.word = { from: this.at, to, end: to };
    this.at = to;
  }

  private string(code: number): void {
    const { text, at } = this;
    if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code) {
      this.at += 3;
      return;
    }
    const isApostrophe =
      this.word.end === at &&
      !/^[rbfu]{1,2}$/i.test(text.slice(this.word.from, Math.min(at, this.word.from + 3)));
    const to = isApostrophe ? -1 : endOfString(text, at, text.length);
    if (to >= 0) this.word = { from: at + 1, to: to - 1, end: to };
    this.at = to < 0 ? at + 1 : to;
  }

  /** A single number counts only under the name of a target: `target = 2`, `"label": 1`. */
  private assignment(): void {
    const { text, at, word } = this;
    this.at++;
    const isNamed = word.end === at || text.slice(word.end, Math.min(at, word.end + 3)).trim() === '';
    if (word.end < 0 || !isNamed || text[this.at] === '=' || word.to - word.from > 40) return;
    const from = skipBlanks(text, this.at, text.length, this.blanks());
    if (!isDigitCode(text.charCodeAt(from)) && text[from] !== '-') return;
    const name = text.slice(word.from, word.to);
    if (!isTargetName(name.slice(name.lastIndexOf('.') + 1))) return;
    const scalar = readScalar(text, from);
    if (
      scalar === null ||
      scalar.hasFloats ||
      !/^[ \t]*([,;})\]#\r\n]|\/\/|$)/.test(text.slice(scalar.to, scalar.to + 40))
    )
      return;
    this.literals.push(toLiteral(this.expression(scalar)));
    this.at = scalar.to;
  }

  private squareBracket(): void {
    const { text, at } = this;
    const before = text.charCodeAt(at - 1);
    const word = this.word.end === at ? text.slice(this.word.from, Math.min(at, this.word.from + 10)) : '';
    const isAfterValue =
      isWordCode(before) || before === 93 || before === 41 || before === 34 || before === 39;
    if (isAfterValue && this.lastTo !== at && !keywords.has(word)) this.subscript();
    else this.bracket(91);
  }

  private subscript(): void {
    const limit = Math.min(this.text.length, this.at + maxSubscript);
    const to = skipBalanced(this.text, this.at, limit);
    const isClosed = this.text[to - 1] === ']' && !this.text.slice(this.at, to).includes('\n\n');
    this.at = isClosed ? to : this.at + 1;
  }

  private parenthesis(): void {
    const { text, at, word } = this;
    const isCall = word.end === at && text[word.to] === '(';
    if (isCall) this.call(text.slice(word.from, Math.min(at, word.from + 80)));
    else if (text[at - 1] === ')' || text[at - 1] === ']') this.push(40, '', null, false);
    else this.bracket(40);
  }

  private call(callee: string): void {
    const { text, at, word } = this;
    const form = formOf(callee);
    if (isRandomGenerator(callee)) {
      const to = skipBalanced(text, at, text.length);
      const message = l10n.t(
        'expected written values, got {0}(…), which makes other values at every call',
        callee,
      );
      this.refuse({ code: 'random-generator', message, from: word.from, to }, to);
      return;
    }
    const number = form ? readScalar(text, this.firstArgument(at)) : null;
    if (form && number) this.callWithNumber(callee, form, number);
    else this.push(40, callee, form, takesSizes(callee));
  }

  /** Where the first argument of the call that opens at `open` starts, behind `data=`. */
  private firstArgument(open: number): number {
    const { text } = this;
    const from = skipBlanks(text, open + 1, text.length, this.blanks());
    const keyword = /^(?:data|object|value)\s*=\s*/.exec(text.slice(from, from + 20));
    return from + (keyword?.[0].length ?? 0);
  }

  private callWithNumber(callee: string, form: Form, number: ArrayBody): void {
    const { text, at, word } = this;
    const next = text[skipBlanks(text, number.to, text.length, this.blanks())];
    if (form.numbers === 'values' && (next === ',' || next === ')')) this.take(number, form);
    else if (form.numbers === 'sizes') {
      const to = skipBalanced(text, at, text.length);
      const message = l10n.t(
        '{0}(…) takes numbers as sizes of uninitialised memory, expected torch.tensor([…]) for values, got {1}',
        callee,
        quoted(text, word.from, to),
      );
      this.refuse({ code: 'size-constructor', message, from: word.from, to }, to);
    } else this.push(40, callee, form, true);
  }

  private push(code: number, callee: string, form: Form | null, isSize: boolean): void {
    this.open.open(this.at, code, callee, form, isSize);
    this.at++;
  }

  private refuse(problem: Problem, to: number): void {
    this.problems.push(problem);
    this.at = Math.max(to, this.at + 1);
  }

  /** A bracket that can be a tensor. */
  private bracket(code: number): void {
    const { text, at } = this;
    const { top } = this.open;
    const form = top?.form && this.firstArgument(top.at) === at ? top.form : null;
    const callee = form ? (top?.callee ?? null) : null;
    const body = readBody(text, at, { blanks: this.blanks(), limit: text.length, callee });
    if (body.kind === 'array') this.take(body, form);
    else if (body.kind === 'problem') this.bodyProblem(body.problem, body.to, form);
    else {
      this.push(code, '', null, false);
      this.at = Math.max(this.at, body.to);
      if (body.to > at + 1) this.open.closeFrom(at);
    }
  }

  /** Mistakes in brackets that need not be data are none. */
  private bodyProblem(problem: Problem, to: number, form: Form | null): void {
    const { top } = this.open;
    const isData = form !== null || (this.text[this.at] === '[' && !top?.isAmongSizes);
    if (isData || this.isAssignedTuple(problem)) this.problems.push(problem);
    this.at = Math.max(to, this.at + 1);
  }

  private isAssignedTuple({ code }: Problem): boolean {
    return this.text[this.at] === '(' && code !== 'not-a-number' && code !== 'unclosed' && !this.open.top;
  }

  private take(body: ArrayBody, form: Form | null): void {
    const expression = this.expression(body);
    const { top } = this.open;
    growOutward(expression);
    const problem = expression.problem ?? (expression.construction ? arithmeticOf(expression) : null);
    this.at = Math.max(body.to, expression.to, problem?.to ?? 0);
    if (problem) this.problems.push(problem);
    else if (expression.construction || this.isBare(expression, top))
      this.literals.push(toLiteral(expression));
    else if (form === null) this.at = body.to;
    this.lastTo = body.to;
    this.open.closeFrom(expression.from);
  }

  private isBare(expression: Expression, top: OpenBrackets['top']): boolean {
    return isBareTensor(expression, {
      isInCall: (top?.callee ?? '') !== '',
      isAmongSizes: top?.isAmongSizes ?? false,
      isInBracket: top !== null,
      lastTo: this.lastTo,
    });
  }

  private expression(body: ArrayBody): Expression {
    return expressionOf(this.text, body, this.blanks(), 0, this.text.length);
  }

  private blanks(): Blanks {
    return { linePrefix: this.linePrefix, hasSlashComments: this.hasSlashComments };
  }
}

function arithmeticOf(expression: Expression): Problem | null {
  const isPrint = expression.construction?.form.form === 'printed' && expression.operations.length === 0;
  return isPrint ? null : arithmeticAround(expression);
}
