import { PyObject } from './values';

/** An object of which a snippet sees no more than how it prints. */
export class NamedText extends PyObject {
  constructor(
    readonly typeName: string,
    readonly text: string,
  ) {
    super();
  }
}
