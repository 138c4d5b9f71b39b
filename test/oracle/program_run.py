"""Runs one program with PyTorch: every call of a loss with what it got and gave, and what ends the program."""

import builtins
import contextlib
import functools
import io
import random
import signal
import sys
import types
import warnings
from collections import namedtuple

import numpy as np
import torch
import torch.nn.functional as F

from run import message_of

FILE = "<program>"
LOSSES = {"nll_loss": "NLLLoss", "cross_entropy": "CrossEntropyLoss"}
SECONDS = 5
STUBS = '''
import contextlib, functools, torch
from torch import nn

class Net(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.fc = nn.Linear(size, size)
    def forward(self, x):
        return self.fc(x)

class Holder:
    def __init__(self, t):
        self.t = t
    def scale(self):
        self.t *= 3

def my_model(x): return x.flip(-1) * 1.7 + 0.3
head = my_model
def normalize(x): return x - 0.5 * x.mean() - 0.25
def scale_(t): t *= 3
def change_batch(batch):
    for t in (batch.values() if isinstance(batch, dict) else batch): t[0] = 0
def mask_padding(y):
    y[0] = 0
    return y
def each(t, f): f(t)
def call(f): f()
def rows_of(t): return [row for row in t]
def is_ready(t): return True
def fail(t):
    t *= 3
    raise ValueError("no")
def swap(a, b): return b, a
def pair(): return torch.tensor([[0.1, 0.9], [0.4, -0.2]]), torch.tensor([1, 0])
def scaled(f):
    @functools.wraps(f)
    def call(t): return f(t) * 3
    return call
@contextlib.contextmanager
def region(t):
    t += 3
    yield
temperature, key, index = 2.5, "y", 1
__all__ = ["scale_"]
'''


World = namedtuple("World", "stubs seed answers file")
WORLD = World(STUBS, 0, "2\n2\n2\n", "[[0.5, 1.5], [2.5, -0.5]]")
OTHER_STUBS = STUBS.replace("3", "4").replace("1.7", "2.1").replace("True", "False").replace("2.5", "1.25")
OTHER_WORLD = World(OTHER_STUBS, 1, "3\n3\n3\n", "[[1.0, -1.0], [0.25, 2.0], [0, 1]]")


def stub_modules(stubs):
    modules = {}
    for name in ("models", "models.heads", "utils"):
        module = types.ModuleType(name)
        exec(stubs, module.__dict__)
        modules[name] = module
    modules["models"].heads = modules["models.heads"]
    return modules


class TookTooLong(Exception):
    pass


def stop(*_):
    raise TookTooLong


def number(value):
    if value != value:
        return "nan"
    if value in (float("inf"), float("-inf")):
        return "inf" if value > 0 else "-inf"
    short = float(f"{value:.8g}")
    return int(short) if short == int(short) and abs(short) < 2**53 else short


def described(value):
    if not isinstance(value, torch.Tensor):
        return {"type": type(value).__name__}
    flat = value.detach().reshape(-1)
    flat = flat.double() if flat.is_floating_point() else flat.long()
    dtype = str(value.dtype).removeprefix("torch.")
    return {"shape": list(value.shape), "dtype": dtype, "data": [number(one) for one in flat.tolist()]}


def line_of_frame():
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != FILE:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


def line_of(error):
    """The line of the innermost frame of the program that an error came through."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def error_of(error):
    return {"type": type(error).__name__, "message": message_of(error)}


class Recorder:
    """The calls of the losses while one program runs, in order."""

    def __init__(self):
        self.calls = []
        self.originals = {name: getattr(F, name) for name in LOSSES}

    def hooked(self, name):
        original = self.originals[name]

        @functools.wraps(original)
        def call(*args, **kwargs):
            given = [args[at] if len(args) > at else kwargs.get(key) for at, key in enumerate(("input", "target"))]
            row = {"loss": LOSSES[name], "line": line_of_frame()}
            row.update(input=described(given[0]), target=described(given[1]))
            self.calls.append(row)
            try:
                output = original(*args, **kwargs)
            except Exception as error:
                row["error"] = error_of(error)
                raise
            row["output"] = described(output)
            return output

        return call

    @contextlib.contextmanager
    def hooks(self):
        modules = {module: dict(vars(module)) for module in (F, torch)}
        classes = {made: dict(vars(made)) for made in (torch.Tensor, torch.nn.ReLU)}
        for name in LOSSES:
            setattr(F, name, self.hooked(name))
        try:
            yield
        finally:
            for holder, kept in {**modules, **classes}.items():
                for name, value in kept.items():
                    if vars(holder).get(name) is not value:
                        setattr(holder, name, value)
            for made, kept in classes.items():
                for name in set(vars(made)) - set(kept):
                    delattr(made, name)


@contextlib.contextmanager
def quiet(world):
    output = io.StringIO()
    argv, stdin = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["program.py"], io.StringIO(world.answers)
    with warnings.catch_warnings(), contextlib.redirect_stdout(output), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        try:
            yield output
        finally:
            sys.argv, sys.stdin = argv, stdin


def run_program(text, has_imports=True, parts=None, world=WORLD):
    """`parts` are the statements of a prompt as (line, source), each run by itself; what each shows is `shown`."""
    recorder, error, shown = Recorder(), None, []
    space = {"__name__": "__main__", "__builtins__": dict(vars(builtins), open=lambda *_: io.StringIO(world.file))}
    if not has_imports:
        space.update(torch=torch, nn=torch.nn, F=F, np=np)
    for seeded in (torch.manual_seed, np.random.seed, random.seed):
        seeded(world.seed)
    modules = stub_modules(world.stubs)
    sys.modules.update(modules)
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        with recorder.hooks(), quiet(world) as output:
            if parts is None:
                exec(compile(text + "\n", FILE, "exec"), space)
            else:
                for line, source in parts:
                    at = output.tell()
                    exec(compile("\n" * (line - 1) + source + "\n", FILE, "single"), space)
                    shown.append(output.getvalue()[at:].splitlines())
    except TookTooLong:
        return None
    except (Exception, SystemExit) as raised:
        error = {"line": line_of(raised), **error_of(raised)}
    finally:
        signal.alarm(0)
        for name in modules:
            sys.modules.pop(name, None)
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
    return {"calls": recorder.calls, "error": error, "shown": shown}


def run_elsewhere(text, has_imports):
    """The same program with other random numbers, files and modules beside it."""
    return run_program(text, has_imports, world=OTHER_WORLD)
