/** What Python raises for a format that does not fit, with its words. */
export class FormatError extends Error {
  constructor(
    readonly type: 'ValueError' | 'TypeError' | 'IndexError' | 'KeyError',
    message: string,
  ) {
    super(message);
  }
}
