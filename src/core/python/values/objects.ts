import { notKnown, PyObject, type Value } from './values';

/** A class of the snippet, with at most one base. */
export class PyClass extends PyObject {
  readonly typeName = 'type';
  /** Names that its body annotates, in order. */
  annotated: readonly string[] = [];
  /** Objects of it are equal when their fields are. */
  isComparedByFields = false;

  constructor(
    readonly name: string,
    readonly base: PyClass | null,
    /** Whether it is an `nn.Module`. */
    readonly isModule: boolean,
    private readonly attributes: Map<string, Value>,
  ) {
    super();
  }

  /** An attribute of the class or of what it inherits from. */
  find(name: string): Value | undefined {
    if (this.isUnknown) throw notKnown();
    return this.attributes.get(name) ?? this.base?.find(name);
  }

  set(name: string, value: Value): void {
    if (this.isUnknown) throw notKnown();
    this.attributes.set(name, value);
  }

  isOrInherits(other: PyClass): boolean {
    return this === other || (this.base?.isOrInherits(other) ?? false);
  }

  override get held(): readonly Value[] {
    return [...this.attributes.values(), this.base];
  }

  override get isMutable(): boolean {
    return true;
  }
}

/** An object of a class of the snippet. */
export class PyInstance extends PyObject {
  readonly typeName: string;
  /** Attributes of a module that are saved with its parameters, though nothing trains them. */
  readonly buffers = new Set<string>();
  private readonly fields = new Map<string, Value>();

  constructor(readonly type: PyClass) {
    super();
    this.typeName = type.name;
    this.code = type.code;
  }

  get attributes(): Map<string, Value> {
    if (this.isUnknown) throw notKnown();
    return this.fields;
  }

  override get held(): readonly Value[] {
    return [...this.fields.values(), this.type];
  }

  override get isMutable(): boolean {
    return true;
  }
}

/** `super()`: what an object has from the bases of a class. */
export class PySuper extends PyObject {
  readonly typeName = 'super';

  constructor(
    readonly type: PyClass,
    readonly self: PyInstance,
  ) {
    super();
  }

  override get held(): readonly Value[] {
    return [this.self];
  }
}

/** `@property`, `@staticmethod` and `@classmethod` of a function. */
export class Descriptor extends PyObject {
  constructor(
    readonly typeName: 'property' | 'staticmethod' | 'classmethod',
    readonly of: Value,
  ) {
    super();
    this.code = of instanceof PyObject ? of.code : null;
  }
}
