import type { Signature } from '../../torch/signature';
import { type GivenArgument, itemsOf, type Single, type Value } from '../values/value';
import { numberOf } from './shapes';

/** The arguments of a call by the parameters that they are for. */
export class Given {
  private readonly names: readonly string[];
  private readonly placed: ReadonlyMap<string, readonly GivenArgument[]>;
  /** Whether some arguments are not known: `*args`, `**options`. */
  readonly isOpen: boolean;

  constructor(signature: Signature, args: readonly GivenArgument[]) {
    this.names = signature.names;
    this.placed = signature.place(args);
    this.isOpen = args.some(({ stars }) => stars > 0);
  }

  /** Of the first parameter. */
  get first(): GivenArgument | undefined {
    return this.get(this.names[0]);
  }

  get(name: string): GivenArgument | undefined {
    return this.placed.get(name)?.[0];
  }

  all(name: string): readonly GivenArgument[] {
    return this.placed.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.placed.has(name);
  }

  /** Undefined when it is left out, or may be one of several. */
  single(name: string): Single | undefined {
    const value = this.get(name)?.value;
    return value && value.type !== 'choice' ? value : undefined;
  }

  /** Undefined when it is left out or no number that is known. */
  number(name: string): number | undefined {
    return numberOf(this.get(name)?.value);
  }

  /** True or false as it is said, `otherwise` when it is left out, null when it is not known. */
  flag(name: string, otherwise: boolean): boolean | null {
    const value = this.get(name)?.value;
    if (!value) return this.isOpen ? null : otherwise;
    return value.type === 'constant' ? Boolean(value.value) : null;
  }

  /** Sizes behind the tensor, written one by one or as a list; null when their number is not known. */
  sizes(name: string = this.names[1]): readonly Value[] | null {
    const args = this.placed.get(name);
    if (!args || args.length === 0 || this.isOpen) return null;
    if (args.length > 1) return args.map(({ value }) => value);
    const items = itemsOf(args[0].value);
    if (items) return items.rest === null ? items.items : null;
    return args[0].value.type === 'constant' ? [args[0].value] : null;
  }

  /** All but that of one parameter. */
  others(name: string): readonly GivenArgument[] {
    return [...this.placed].flatMap(([parameter, args]) => (parameter === name ? [] : args));
  }
}
