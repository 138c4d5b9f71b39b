"""Runs one snippet by itself: what it prints, and what ends it."""

import contextlib
import io
import re
import warnings

import torch

FILE = "<snippet>"
LONG_NUMBER = re.compile(r"\d+\.\d+")


def line_of(error):
    """The line of the innermost frame of the snippet that an error came through."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def run_snippet(text, dtype=torch.float32):
    """`dtype` is that of floating point literals."""
    output, error = io.StringIO(), None
    torch.set_default_dtype(dtype)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            exec(compile(text + "\n", FILE, "exec"), {"__name__": "__main__"})
    except Exception as raised:
        error = {"type": type(raised).__name__, "message": str(raised), "line": line_of(raised)}
    finally:
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
    return {"printed": output.getvalue().splitlines(), "error": error}


def has_long_numbers(printed):
    """True when a number is printed with more than six significant digits."""
    numbers = [number for line in printed for number in LONG_NUMBER.findall(line)]
    return any(len(number.replace(".", "").lstrip("0")) > 6 for number in numbers)
