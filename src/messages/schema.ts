import * as v from 'valibot';
import type { TextRange } from '../core';

/** A check that gives a value from outside the type `T`. It looks at all of it but the elements of typed arrays. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** True for a value that this schema takes; nothing throws, whatever the value is. */
export function isOf<T>(schema: Schema<T>): (value: unknown) => value is T {
  return (value): value is T => v.is(schema, value);
}

/** A schema for each field of `T`, the ones that may be absent too. */
type Entries<T> = { readonly [K in keyof T]-?: Schema<T[K]> };

/** No type when a field's schema takes less than the field may hold, or when `T` has no such field. */
type TakingAll<T, E> = {
  readonly [K in keyof E]: K extends keyof T
    ? E[K] extends Schema<infer Taken>
      ? [T[K]] extends [Taken]
        ? unknown
        : never
      : never
    : never;
};

/**
 * The schema of an object type that stands elsewhere, in core: `objectOf<Tensor>()({ … })`. The compiler holds the two
 * against each other, so that a field that is added there, goes or changes its type does not compile here.
 */
export function objectOf<T extends object>() {
  return <E extends Entries<T>>(entries: E & TakingAll<T, E>): Schema<T> =>
    plain(v.object(entries as v.ObjectEntries)) as unknown as Schema<T>;
}

/** The same for a range with further fields. */
export function rangeOf<T extends TextRange>() {
  type Rest = Omit<T, keyof TextRange>;
  return <E extends Entries<Rest>>(entries: E & TakingAll<Rest, E>): Schema<T> =>
    v.pipe(
      v.object({ from: whole, to: whole, ...(entries as v.ObjectEntries) }),
      v.check(({ from, to }) => from <= to),
    ) as unknown as Schema<T>;
}

/** The schema of a message, whose type is read off it. */
export function messageOf<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(v.object(entries), v.readonly());
}

export function listOf<T>(schema: Schema<T>): Schema<readonly T[]> {
  return v.array(schema);
}

export function nullOr<T>(schema: Schema<T>): Schema<T | null> {
  return v.nullable(schema);
}

/** Absent and undefined mean the same: not set. */
export function maybe<T>(schema: Schema<T>) {
  return v.optional(schema);
}

export function oneOf<T extends string>(names: readonly T[]): Schema<T> {
  return v.picklist(names);
}

/** One of the words of a type that has no list of them. */
export function wordOf<T extends string>(words: Readonly<Record<T, true>>): Schema<T> {
  return oneOf(Object.keys(words) as T[]);
}

/** Values by an index or an offset. */
export function byIndex<T>(schema: Schema<T>): Schema<Readonly<Record<number, T>>> {
  const index = v.pipe(
    v.string(),
    v.check((key) => isWhole(Number(key)) && String(Number(key)) === key),
  );
  return plain(v.record(index, schema));
}

export const text: Schema<string> = v.string();

export const flag: Schema<boolean> = v.boolean();

/** An object that may lack every field: a list and an array of numbers are objects without one, too. */
export const plainObject: Schema<unknown> = v.custom<unknown>(
  (value) => Object.prototype.toString.call(value) === '[object Object]',
);

function plain<T>(schema: Schema<T>): Schema<T> {
  return v.pipe(v.unknown(), plainObject, schema);
}

/** NaN and the infinities too. */
export const number: Schema<number> = v.custom<number>((value) => typeof value === 'number');

export const finite: Schema<number> = v.custom<number>(Number.isFinite);

export const integer: Schema<number> = v.custom<number>(Number.isInteger);

/** A whole number that is not negative. */
export const whole: Schema<number> = v.custom<number>(isWhole);

/** Offsets of a text, half open. */
export const range: Schema<TextRange> = rangeOf<TextRange>()({});

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
