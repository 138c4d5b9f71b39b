"""Writes pythonUsage.json: what reaches the losses when the Python fixtures are run.

    python test/oracle/python_usage.py              # PyTorch 2.13; every fixture
    python test/oracle/python_usage.py one-hot      # only prints those whose path contains the text

Runs each single file under test/fixtures/python whose first line is `# runnable`, seeded and by itself. A row is a file:
`calls` are its calls of a loss or of Tensor.backward in order, equal ones of a line once, each with the line in the file
that it comes from. `error` is what ended the file. Of the input of a loss (rows are along the class axis: 1, or 0 for one
axis; the last one for CTCLoss):
    sumsToOne     every row sums to 1: probabilities
    expSumsToOne  the exponentials of every row sum to 1: log-probabilities
    isNonNegative no element is below 0
    isAtMostOne   no element is above 1
They are null where the input is no floating point tensor with elements.
"""

import contextlib
import functools
import io
import json
import sys
import warnings

import torch
import torch.nn.functional as F

from run import message_of
from write_json import FOLDER, write_json

FIXTURES = FOLDER.parent / "python"
MARK = "# runnable"
LOSSES = {
    "nll_loss": "NLLLoss",
    "cross_entropy": "CrossEntropyLoss",
    "kl_div": "KLDivLoss",
    "binary_cross_entropy_with_logits": "BCEWithLogitsLoss",
    "binary_cross_entropy": "BCELoss",
    "ctc_loss": "CTCLoss",
}

# Above the rounding of a sum of some hundred terms near 1, below what an unnormalised row can be off by chance.
TOLERANCES = {torch.float64: 1e-9, torch.float32: 1e-4, torch.float16: 1e-2, torch.bfloat16: 5e-2}


def line_in(path):
    """The line of the innermost running frame of this file; null when none is (a thread, a hook)."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != path:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


def line_of(error, path):
    """The line of the innermost frame of this file that an error came through."""
    line = error.lineno if isinstance(error, SyntaxError) else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def error_of(error):
    message = message_of(error).strip().split("\n")[0]
    return {"type": type(error).__name__, "message": message}


def describe_values(loss, input):
    names = ("sumsToOne", "expSumsToOne", "isNonNegative", "isAtMostOne")
    if not isinstance(input, torch.Tensor) or not input.is_floating_point() or input.numel() == 0 or input.dim() == 0:
        return dict.fromkeys(names)
    values = input.detach().double()
    class_dim = -1 if loss == "CTCLoss" else 0 if values.dim() == 1 else 1
    tolerance = TOLERANCES[input.dtype]

    def are_one(sums):
        return bool(((sums - 1).abs() <= tolerance).all())

    sums = (are_one(values.sum(class_dim)), are_one(values.exp().sum(class_dim)))
    return dict(zip(names, (*sums, bool((values >= 0).all()), bool((values <= 1).all()))))


def describe(name, value):
    if not isinstance(value, torch.Tensor):
        return {f"{name}Type": type(value).__name__}
    return {f"{name}Shape": list(value.shape), f"{name}Dtype": str(value.dtype).removeprefix("torch.")}


def argument(args, kwargs, name, position):
    return args[position] if len(args) > position else kwargs.get(name)


def about_loss(loss, args, kwargs):
    names = ("log_probs", "targets") if loss == "CTCLoss" else ("input", "target")
    input, target = (argument(args, kwargs, name, position) for position, name in enumerate(names))
    return {"loss": loss, **describe("input", input), **describe_values(loss, input), **describe("target", target)}


class Recorder:
    """Calls of the losses and of backward while one file runs."""

    def __init__(self, path):
        self.path = path
        self.calls = []
        self.is_inside = False

    def hooked(self, original, about):
        @functools.wraps(original)
        def call(*args, **kwargs):
            if self.is_inside:
                return original(*args, **kwargs)
            row = {"line": line_in(self.path), **about(args, kwargs)}
            self.is_inside = True
            try:
                return original(*args, **kwargs)
            except Exception as error:
                row["error"] = error_of(error)
                raise
            finally:
                self.is_inside = False
                if row not in self.calls:
                    self.calls.append(row)

        return call

    @contextlib.contextmanager
    def hooks(self):
        """The hooked functions wherever a module holds the original under its name, so also after `from ... import`."""
        held = []
        for name, loss in LOSSES.items():
            original = getattr(F, name)
            hook = self.hooked(original, functools.partial(about_loss, loss))
            for module in list(sys.modules.values()):
                if getattr(module, "__dict__", {}).get(name) is original:
                    held.append((module, name, original))
                    setattr(module, name, hook)
        held.append((torch.Tensor, "backward", torch.Tensor.backward))
        torch.Tensor.backward = self.hooked(torch.Tensor.backward, lambda args, kwargs: {"loss": "backward"})
        try:
            yield
        finally:
            for owner, name, original in held:
                setattr(owner, name, original)


@contextlib.contextmanager
def quiet():
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


def run_file(path):
    """A fixture row: the calls that a file makes, and what ends it."""
    recorder = Recorder(str(path))
    result = {"file": path.relative_to(FIXTURES).as_posix(), "calls": recorder.calls}
    torch.manual_seed(0)
    try:
        code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
        with recorder.hooks(), quiet():
            exec(code, {"__name__": "__main__", "__file__": str(path)})
    except (Exception, SystemExit) as error:
        result["error"] = {"line": line_of(error, str(path)), **error_of(error)}
    finally:
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
    return result


def is_runnable(path):
    """A file that stands alone: the parts of a folder fixture lie one level deeper."""
    is_single = len(path.relative_to(FIXTURES).parts) == 3
    return is_single and path.read_text(encoding="utf-8").split("\n")[0].strip() == MARK


def main(part=""):
    torch.set_num_threads(1)
    paths = [path for path in sorted(FIXTURES.rglob("*.py")) if is_runnable(path) and part in path.as_posix()]
    rows = [run_file(path) for path in paths]
    if part:
        print("\n".join(json.dumps(row) for row in rows))
    else:
        write_json("pythonUsage.json", {"torch": torch.__version__}, rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
