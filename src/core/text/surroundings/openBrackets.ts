import type { Form } from '../forms/form';

interface OpenBracket {
  readonly at: number;
  readonly closer: number;
  /** The function that is called, or '' for a bracket that is no call. */
  readonly callee: string;
  readonly form: Form | null;
  readonly isAmongSizes: boolean;
}

const closers: Readonly<Record<number, number>> = { 40: 41, 91: 93, 123: 125 };

/** Brackets that are open in code or prose around literals; brackets that do not match are passed over. */
export class OpenBrackets {
  private readonly stack: OpenBracket[] = [];

  get top(): OpenBracket | null {
    return this.stack.at(-1) ?? null;
  }

  open(at: number, code: number, callee: string, form: Form | null, takesSizes: boolean): void {
    const isAmongSizes = takesSizes || (callee === '' && (this.top?.isAmongSizes ?? false));
    this.stack.push({ at, closer: closers[code], callee, form, isAmongSizes });
  }

  close(code: number): void {
    if (this.top?.closer === code) this.stack.pop();
  }

  /** Forgets the brackets that were opened at or after `from`. */
  closeFrom(from: number): void {
    while (this.top !== null && this.top.at >= from) this.stack.pop();
  }

  clear(): void {
    this.stack.length = 0;
  }
}
