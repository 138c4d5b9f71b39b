/** The exceptions that occur here, each with its bases. */
const bases: Readonly<Record<string, readonly string[]>> = {
  Exception: [],
  BufferError: ['Exception'],
  EOFError: ['Exception'],
  FileExistsError: ['OSError', 'Exception'],
  FileNotFoundError: ['OSError', 'Exception'],
  FloatingPointError: ['ArithmeticError', 'Exception'],
  ImportError: ['Exception'],
  KeyboardInterrupt: [],
  MemoryError: ['Exception'],
  ModuleNotFoundError: ['ImportError', 'Exception'],
  OSError: ['Exception'],
  PermissionError: ['OSError', 'Exception'],
  RecursionError: ['RuntimeError', 'Exception'],
  StopIteration: ['Exception'],
  SystemExit: [],
  TimeoutError: ['OSError', 'Exception'],
  UnboundLocalError: ['NameError', 'Exception'],
  UnicodeError: ['ValueError', 'Exception'],
  UserWarning: ['Warning', 'Exception'],
  Warning: ['Exception'],
  ArithmeticError: ['Exception'],
  AssertionError: ['Exception'],
  AttributeError: ['Exception'],
  IndexError: ['LookupError', 'Exception'],
  KeyError: ['LookupError', 'Exception'],
  LookupError: ['Exception'],
  NameError: ['Exception'],
  NotImplementedError: ['RuntimeError', 'Exception'],
  OverflowError: ['ArithmeticError', 'Exception'],
  RuntimeError: ['Exception'],
  SyntaxError: ['Exception'],
  TypeError: ['Exception'],
  ValueError: ['Exception'],
  ZeroDivisionError: ['ArithmeticError', 'Exception'],
};

export const exceptionNames: readonly string[] = [...Object.keys(bases), 'BaseException'];

/** Whether `except name` catches an exception of this type. */
export function catches(name: string, type: string): boolean {
  return name === type || name === 'BaseException' || (bases[type] ?? ['Exception']).includes(name);
}
