import * as l10n from '../../l10n';
import type { Problem } from '../../problem';
import type { TextRange } from '../../textRange';
import { type Blanks, skipBlanks } from '../characters/blanks';
import { endOfPath, endOfString, isDigitCode, isWordCode } from '../characters/characters';
import { GrowingFloat64 } from '../characters/growingFloat64';
import { NumberScanner } from '../characters/numberScanner';
import { readSpecialValue } from '../characters/specialValues';
import { codeWords, endOfToken, endsValue, skipBalanced, startsValue } from '../characters/tokens';
import { missingComma, notANumber, strayComma, tooDeep, unclosedBracket } from './bodyProblems';
import type { BodyResult } from './bodyResult';
import { elidedMessage, withVisible } from './elided';
import { Levels, maxDepth } from './levels';

export interface BodyOptions {
  readonly blanks: Blanks;
  /** Nothing at or after this offset is read. */
  readonly limit: number;
  /** The constructor or print around the body, for the advice on elided values. */
  readonly callee?: string | null;
}

/** Reads the list or tuple whose bracket stands at `from`, in one pass and without recursion. */
export function readBody(text: string, from: number, options: BodyOptions): BodyResult {
  return new BodyReader(text, from, options).read();
}

/** True when a digit stands at `at`, or a minus before one. */
function startsNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigitCode(code) || (code === 45 && isDigitCode(text.charCodeAt(at + 1)));
}

const other = (to: number): BodyResult => ({ kind: 'other', to });

class BodyReader {
  private at: number;
  private readonly levels = new Levels();
  private readonly numbers: NumberScanner;
  private readonly data = new GrowingFloat64();
  private problem: Problem | null = null;
  private firstWord: TextRange | null = null;
  private hasFloats = false;
  private hasInts = false;
  private hasBools = false;
  private decimals = 0;
  private mantissaDecimals = 0;
  private isScientific = true;
  /** True between an element and the comma after it. */
  private isAfterElement = false;
  private hasCommas = false;
  private isBlankSeparated = false;
  private result: BodyResult | null = null;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly options: BodyOptions,
  ) {
    this.at = from;
    this.numbers = new NumberScanner(text);
  }

  read(): BodyResult {
    const { text, options } = this;
    while (this.result === null) {
      this.at = skipBlanks(text, this.at, options.limit, options.blanks);
      if (this.at >= options.limit) this.result = this.unclosed();
      else this.readToken(text.charCodeAt(this.at));
    }
    return this.result;
  }

  private readToken(code: number): void {
    if (code === 44) this.comma();
    else if (isDigitCode(code) || code === 46 || code === 45 || code === 43) this.number(code);
    else if (code === 91 || code === 40) this.open(code === 40);
    else if (code === 93 || code === 41) this.close(code === 41);
    else if (code === 34 || code === 39) this.string();
    else if (isWordCode(code)) this.word();
    else this.operator(code);
  }

  private comma(): void {
    if (!this.isAfterElement) this.note(strayComma(this.at));
    if (this.isBlankSeparated) this.note(missingComma(this.text, { from: this.at, to: this.at + 1 }));
    this.isAfterElement = false;
    this.hasCommas = true;
    this.levels.addComma();
    this.at++;
  }

  private open(isRound: boolean): void {
    if (this.levels.depth === maxDepth) {
      this.tooDeep();
      return;
    }
    if (isRound && this.isAfterElement) {
      this.stop();
      return;
    }
    if (this.levels.depth > 0 && !this.startElement(this.at + 1)) return;
    this.levels.open(this.at, isRound);
    this.isAfterElement = false;
    this.at++;
  }

  private close(isRound: boolean): void {
    const { levels } = this;
    if (levels.isRound !== isRound) {
      this.result = this.unclosed();
      return;
    }
    this.at++;
    if (!levels.close(this.at)) this.result = other(this.from + 1);
    else if (levels.depth === 0) this.finish();
    this.isAfterElement = true;
  }

  private number(code: number): void {
    const { text, at } = this;
    if (code === 46 && text.startsWith('...', at)) {
      this.elide();
      return;
    }
    const signed = code === 45 || code === 43 ? at + 1 : at;
    const next = text.charCodeAt(signed);
    if (signed > at && !isDigitCode(next) && next !== 46) {
      this.signedWord(signed, code === 45);
      return;
    }
    if (!this.numbers.scan(at)) {
      this.operator(code);
      return;
    }
    const { to } = this.numbers;
    if (to < this.options.limit && !endsValue(text, to, this.options.blanks)) {
      this.badNumber(at, to);
      return;
    }
    this.noteDigits();
    this.value(this.numbers.value, to);
    if (this.result === null) this.moreNumbers();
  }

  /** What the number read last says of how the numbers are written. */
  private noteDigits(): void {
    const { isFloat, decimals, mantissaDecimals, hasExponent } = this.numbers;
    if (isFloat) this.hasFloats = true;
    else this.hasInts = true;
    if (decimals > this.decimals) this.decimals = decimals;
    if (mantissaDecimals > this.mantissaDecimals) this.mantissaDecimals = mantissaDecimals;
    if (!hasExponent) this.isScientific = false;
  }

  /** Goes on behind a number as long as further ones follow, each after one comma or blanks: most of any tensor. */
  private moreNumbers(): void {
    const { text, numbers, levels, data } = this;
    const last = Math.min(this.options.limit, text.length) - 1;
    while (this.at < last) {
      const hasComma = text.charCodeAt(this.at) === 44;
      if (hasComma ? this.isBlankSeparated : this.hasCommas || levels.isRound) return;
      let from = hasComma ? this.at + 1 : this.at;
      while (from < last && text.charCodeAt(from) === 32) from++;
      if (from === this.at || !startsNumber(text, from) || !numbers.scan(from) || numbers.to > last) return;
      const next = text.charCodeAt(numbers.to);
      if (next !== 44 && next !== 93 && next !== 32) return;
      if (!hasComma) this.isBlankSeparated = true;
      else {
        this.hasCommas = true;
        levels.addComma();
      }
      this.noteDigits();
      levels.addNumber(from, numbers.to);
      data.push(numbers.value);
      this.at = numbers.to;
    }
  }

  /** A sign before a word (`-inf`); before anything else it is code. */
  private signedWord(from: number, isNegative: boolean): void {
    const special = isWordCode(this.text.charCodeAt(from)) ? readSpecialValue(this.text, from) : null;
    if (special === null || special.isBool) {
      this.operator(45);
      return;
    }
    this.hasFloats = true;
    this.value(isNegative ? -special.value : special.value, special.to);
  }

  private value(value: number, to: number): void {
    if (!this.startElement(to)) return;
    this.levels.addNumber(this.at, to);
    this.data.push(value);
    this.isAfterElement = true;
    this.at = to;
  }

  private word(): void {
    const { text, at } = this;
    const special = readSpecialValue(text, at);
    const to = special?.to ?? endOfPath(text, at);
    const next = skipBlanks(text, to, this.options.limit, this.options.blanks);
    const code = text.charCodeAt(next);
    if (code === 61 && text[next + 1] !== '=') {
      this.result = this.unclosed();
      return;
    }
    const isElement = next >= this.options.limit || code === 44 || code === 93 || code === 41;
    if (special && (isElement || (!this.hasCommas && startsValue(code)))) {
      if (special.isBool) this.hasBools = true;
      else this.hasFloats = true;
      this.value(special.value, special.to);
      return;
    }
    const isCode = !isElement || codeWords.has(text.slice(at, Math.min(to, at + 10)));
    if (isCode && !this.isLineStart()) this.stop();
    else if (isCode) this.result = this.unclosed();
    else this.nonNumber(at, to);
  }

  private string(): void {
    const to = endOfString(this.text, this.at, this.options.limit);
    if (to < 0) this.result = this.unclosed();
    else if (this.text.charCodeAt(to) === 58) this.stop();
    else this.nonNumber(this.at, to);
  }

  /** A name or a string among the elements: a mistake when numbers stand beside it. */
  private nonNumber(from: number, to: number): void {
    if (this.isAfterElement) {
      this.stop();
      return;
    }
    this.firstWord ??= { from, to };
    this.isAfterElement = true;
    this.at = to;
  }

  private operator(code: number): void {
    const next = skipBlanks(this.text, this.at + 1, this.options.limit, this.options.blanks);
    const isArithmetic = code !== 58 && code !== 59 && isDigitCode(this.text.charCodeAt(next));
    if (isArithmetic && this.isAfterElement && this.data.length > 0) {
      const to = endOfToken(this.text, next, this.options.limit);
      this.note(notANumber(this.text, { from: this.at, to }, true));
      this.at = to;
    } else if (code === 96) {
      this.result = this.unclosed();
    } else {
      this.stop();
    }
  }

  private badNumber(from: number, numberEnd: number): void {
    const to = endOfToken(this.text, numberEnd, this.options.limit);
    const rest = this.text.slice(numberEnd, Math.min(to, numberEnd + 80));
    if (/^[:;=?]|^[-+*/%<>|&^@.]+[\p{L}_(]/u.test(rest) || rest === '') {
      this.stop();
      return;
    }
    this.note(notANumber(this.text, { from, to }));
    this.value(Number.NaN, to);
  }

  private elide(): void {
    const { at } = this;
    const message = elidedMessage(this.options.callee ?? null, this.isBlankSeparated && !this.hasCommas);
    if (this.problem?.code !== 'elided') this.problem = { code: 'elided', message, from: at, to: at + 3 };
    this.isAfterElement = true;
    this.at += 3;
  }

  /** Checks what separates a new element, which ends at `to`, from the one before it. */
  private startElement(to: number): boolean {
    if (!this.isAfterElement) return true;
    if (this.levels.isRound || isWordCode(this.text.charCodeAt(this.at - 1))) {
      this.stop();
      return false;
    }
    this.isBlankSeparated = true;
    if (this.hasCommas) this.note(missingComma(this.text, { from: this.at, to }));
    return true;
  }

  private isLineStart(): boolean {
    return this.at > this.from && this.text[this.at - 1] === '\n';
  }

  private note(problem: Problem): void {
    this.problem ??= problem;
  }

  /** What stands here is code. */
  private stop(): void {
    this.result = other(this.from + 1);
  }

  private tooDeep(): void {
    const to = skipBalanced(this.text, this.from, this.options.limit);
    const isList = this.text[this.from] === '[';
    this.result = isList ? { kind: 'problem', problem: tooDeep(this.at), to } : other(to);
  }

  private unclosed(): BodyResult {
    if (this.data.length === 0 || this.firstWord !== null) return other(this.from + 1);
    const { opener } = this.levels;
    const to = Math.max(this.at, opener + 1);
    return { kind: 'problem', problem: unclosedBracket(this.text, opener), to };
  }

  private finish(): void {
    this.result = this.firstWord ? this.withWords(this.firstWord) : this.array();
  }

  private withWords(word: TextRange): BodyResult {
    if (this.data.length === 0) return other(this.at);
    return { kind: 'problem', problem: notANumber(this.text, word), to: this.at };
  }

  /** What is left out cannot be known, but the rest can be told. */
  private described(problem: Problem): Problem {
    if (problem.code !== 'elided') return problem;
    return { ...problem, message: withVisible(problem.message, this.data.finish()) };
  }

  private array(): BodyResult {
    const { mismatch, shape } = this.levels;
    if (mismatch) this.note({ code: 'ragged', ...mismatch });
    const numel = shape.reduce((product, size) => product * size, 1);
    if (numel !== this.data.length) {
      const message = l10n.t('expected rows of one length, got rows of several');
      this.note({ code: 'ragged', message, from: this.from, to: this.at });
    }
    if (this.problem) return { kind: 'problem', problem: this.described(this.problem), to: this.at };
    return {
      kind: 'array',
      from: this.from,
      to: this.at,
      data: this.data.finish(),
      shape,
      hasFloats: this.hasFloats,
      hasInts: this.hasInts,
      hasBools: this.hasBools,
      decimals: this.decimals > 0 ? this.decimals : null,
      scientificDecimals: this.isScientific && this.decimals > 0 ? this.mantissaDecimals : null,
      isBlankSeparated: this.isBlankSeparated,
    };
  }
}
