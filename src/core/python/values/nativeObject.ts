import { PyObject, type Value } from './values';

/** An object of a library's class, of which some attributes are known. */
export abstract class NativeObject extends PyObject {
  /** An attribute; undefined for one that is not known. */
  abstract member(name: string): Value | undefined;

  /** How it prints; null where that is not known. */
  get text(): string | null {
    return null;
  }

  /** `len(object)`; null where it has none. */
  get length(): number | null {
    return null;
  }

  /** What Python goes through, one by one; null where it does not. */
  iterate(): IterableIterator<Value> | null {
    return null;
  }

  /** `object[index]`; undefined where that is not known. */
  at(_index: Value): Value | undefined {
    return undefined;
  }

  override get isMutable(): boolean {
    return true;
  }
}
