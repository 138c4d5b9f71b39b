/** Names that Python 3.12 has without an import, by `dir(builtins)` and `dir()` of a script. */
const written =
  'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError ' +
  'BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ' +
  'ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning ' +
  'EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError ' +
  'FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError ' +
  'InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ' +
  'ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError ' +
  'OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ' +
  'ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning ' +
  'SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError ' +
  'UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ' +
  'ZeroDivisionError __build_class__ __debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__ ' +
  'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile ' +
  'complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset ' +
  'getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list locals ' +
  'map max memoryview min next object oct open ord pow print property quit range repr reversed round set ' +
  'setattr slice sorted staticmethod str sum super tuple type vars zip __annotations__ __builtins__ ' +
  '__cached__ __file__';

/** Whether Python knows this name without an import: it is never a NameError, though it may not be evaluated. */
export const builtinNames: ReadonlySet<string> = new Set(written.split(' '));
