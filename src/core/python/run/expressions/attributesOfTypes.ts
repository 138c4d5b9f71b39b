/** Public attributes of Python's own types, by `dir`. */
const written: Readonly<Record<string, string>> = {
  str:
    'capitalize casefold center count encode endswith expandtabs find format format_map index isalnum ' +
    'isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper ' +
    'join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust ' +
    'rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill',
  int: 'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes',
  float: 'as_integer_ratio conjugate fromhex hex imag is_integer real',
  bool: 'as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes',
  list: 'append clear copy count extend index insert pop remove reverse sort',
  tuple: 'count index',
  dict: 'clear copy fromkeys get items keys pop popitem setdefault update values',
  set:
    'add clear copy difference difference_update discard intersection intersection_update isdisjoint ' +
    'issubset issuperset pop remove symmetric_difference symmetric_difference_update union update',
  frozenset: 'copy difference intersection isdisjoint issubset issuperset symmetric_difference union',
  range: 'count index start step stop',
  slice: 'indices start step stop',
  NoneType: '',
  generator: 'close gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw',
  function: '',
};

const names = new Map(Object.entries(written).map(([type, list]) => [type, new Set(list.split(' '))]));

/** False where Python says that an object of this type has no such attribute; types that are not known may have any. */
export function mayHaveAttribute(typeName: string, name: string): boolean {
  if (name.startsWith('__') && name.endsWith('__')) return true;
  return names.get(typeName)?.has(name) ?? true;
}
