import type { TextRange } from '../../textRange';

/** A value written as such; null is `None`. */
export type Literal = string | number | boolean | null;

export interface Name extends TextRange {
  readonly type: 'name';
  readonly id: string;
}

export interface Attribute extends TextRange {
  readonly type: 'attribute';
  readonly object: Expression;
  readonly name: string;
  /** Start of the name after the dot. */
  readonly nameFrom: number;
}

/** `name` is null for a positional argument; `stars` counts the stars in front. */
export interface CallArgument extends TextRange {
  readonly name: string | null;
  readonly stars: 0 | 1 | 2;
  readonly value: Expression;
}

export interface Call extends TextRange {
  readonly type: 'call';
  readonly callee: Expression;
  readonly args: readonly CallArgument[];
}

export interface Constant extends TextRange {
  readonly type: 'constant';
  readonly value: Literal;
  /** A number written with a point or an exponent. */
  readonly isFloat: boolean;
}

export interface Sequence extends TextRange {
  readonly type: 'tuple' | 'list' | 'set';
  readonly items: readonly Expression[];
}

export interface Starred extends TextRange {
  readonly type: 'starred';
  readonly value: Expression;
}

export interface Dictionary extends TextRange {
  readonly type: 'dict';
  /** `key` is null for `**other`. */
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

export interface Subscript extends TextRange {
  readonly type: 'subscript';
  readonly object: Expression;
  readonly index: readonly Expression[];
}

export interface Slice extends TextRange {
  readonly type: 'slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

/** `...` */
export interface EllipsisExpression extends TextRange {
  readonly type: 'ellipsis';
}

/** One `{value!r:spec}` of an f-string. */
export interface Replacement {
  readonly value: Expression;
  /** `r`, `s` or `a` after the exclamation mark; '' without. */
  readonly conversion: string;
  readonly spec: readonly (string | Replacement)[];
  /** What `{value=}` writes in front, with its blanks; '' otherwise. */
  readonly label: string;
}

/** `f"{loss:.4f}"`: the text between as it is read, and the replacements. */
export interface FormattedString extends TextRange {
  readonly type: 'formatted';
  readonly parts: readonly (string | Replacement)[];
}

/** Arithmetic, comparison, `in`, `not in`, `is`, `is not`, `and`, `or`. */
export interface Binary extends TextRange {
  readonly type: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Unary extends TextRange {
  readonly type: 'unary';
  readonly operator: string;
  readonly value: Expression;
}

export interface Conditional extends TextRange {
  readonly type: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface Lambda extends TextRange {
  readonly type: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface ComprehensionClause {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

/** List, set, dictionary (with `key`) or generator comprehension. */
export interface Comprehension extends TextRange {
  readonly type: 'comprehension';
  readonly key: Expression | null;
  readonly element: Expression;
  readonly clauses: readonly ComprehensionClause[];
}

/** `(name := value)` */
export interface NamedExpression extends TextRange {
  readonly type: 'named';
  readonly target: Expression;
  readonly value: Expression;
}

/** What is evaluated for its parts only: `yield`, broken syntax. */
export interface OtherExpression extends TextRange {
  readonly type: 'other';
  readonly isYield: boolean;
  /** `yield from`. */
  readonly isFrom: boolean;
  readonly parts: readonly Expression[];
}

export type Expression =
  | Name
  | Attribute
  | Call
  | Constant
  | Sequence
  | Starred
  | Dictionary
  | Subscript
  | Slice
  | Binary
  | Unary
  | Conditional
  | Lambda
  | Comprehension
  | NamedExpression
  | EllipsisExpression
  | FormattedString
  | OtherExpression;

export interface Parameter {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  readonly isKeywordOnly: boolean;
  readonly value: Expression | null;
}

/** `@a.b(c)`: the dotted name, and the arguments where it is called. */
export interface Decorator extends Name {
  readonly args: readonly CallArgument[] | null;
}

export interface FunctionDefinition extends TextRange {
  readonly type: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Decorator[];
  readonly body: readonly Statement[];
  readonly isGenerator: boolean;
  readonly isAsync: boolean;
}

export interface ClassDefinition extends TextRange {
  readonly type: 'class';
  readonly name: string;
  readonly bases: readonly Expression[];
  /** `metaclass=…` and the like. */
  readonly keywords: readonly CallArgument[];
  readonly decorators: readonly Decorator[];
  readonly body: readonly Statement[];
}

export interface ImportedName {
  readonly name: string;
  readonly alias: string | null;
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | (TextRange & {
      readonly type: 'assign';
      readonly targets: readonly Expression[];
      readonly value: Expression;
      /** `name: Type = value`. */
      readonly isAnnotated: boolean;
    })
  /** `name: Type` without a value. */
  | (TextRange & { readonly type: 'declare'; readonly name: string })
  | (TextRange & {
      readonly type: 'update';
      readonly target: Expression;
      readonly operator: string;
      readonly value: Expression;
    })
  | (TextRange & { readonly type: 'expression'; readonly value: Expression })
  | (TextRange & { readonly type: 'return'; readonly value: Expression | null })
  | (TextRange & {
      readonly type: 'if';
      readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
      readonly otherwise: readonly Statement[];
    })
  | (TextRange & {
      readonly type: 'for';
      readonly target: Expression;
      readonly iterable: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (TextRange & {
      readonly type: 'while';
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    })
  | (TextRange & {
      readonly type: 'with';
      readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
      readonly body: readonly Statement[];
    })
  | (TextRange & {
      readonly type: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly ExceptClause[];
      readonly otherwise: readonly Statement[];
      readonly last: readonly Statement[];
    })
  | (TextRange & {
      readonly type: 'match';
      readonly subject: Expression;
      readonly cases: readonly (readonly Statement[])[];
      /** Pattern and guard of each case. */
      readonly tests: readonly CaseTest[];
      /** Names that the patterns may bind. */
      readonly captures: readonly string[];
    })
  | (TextRange & {
      readonly type: 'import';
      /** `import a.b as c`: name `a.b`, alias `c`. */
      readonly names: readonly ImportedName[];
    })
  | (TextRange & {
      readonly type: 'from';
      /** Number of leading dots. */
      readonly level: number;
      readonly module: string;
      /** null for `*`. */
      readonly names: readonly ImportedName[] | null;
    })
  | (TextRange & { readonly type: 'delete'; readonly targets: readonly Expression[] })
  | (TextRange & { readonly type: 'scope'; readonly keyword: string; readonly names: readonly string[] })
  | (TextRange & { readonly type: 'raise'; readonly value: Expression | null })
  | (TextRange & { readonly type: 'break' | 'continue' })
  | (TextRange & { readonly type: 'assert'; readonly test: Expression; readonly message: Expression | null })
  /** Names assigned in text that could not be read lose their value. */
  | (TextRange & { readonly type: 'broken'; readonly parts: readonly Expression[] });

/** What stands between `case` and the colon. */
export interface CaseTest {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
}

/** What `match` compares with; `name` is null for `_`. */
export type Pattern =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'capture' | 'star'; readonly name: string | null }
  | { readonly kind: 'sequence' | 'or'; readonly patterns: readonly Pattern[] }
  | { readonly kind: 'as'; readonly pattern: Pattern; readonly name: string }
  | { readonly kind: 'other' };

/** `except type as name:`; `test` is null for all. */
export interface ExceptClause {
  readonly test: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

/** A whole file. */
export interface Module extends TextRange {
  readonly body: readonly Statement[];
}
