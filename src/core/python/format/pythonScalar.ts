/** A value that Python formats by itself; whole numbers are exact up to 2^53. */
export type PythonScalar =
  | { readonly kind: 'float' | 'int' | 'bool'; readonly value: number }
  | { readonly kind: 'str'; readonly value: string };
