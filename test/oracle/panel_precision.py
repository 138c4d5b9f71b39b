"""One row of logits in each dtype, operation by operation: for panel_maths.py."""

import math

import numpy
import torch

from encode import encode_number, encode_tensor

F64 = torch.float64


def seeded(shape, seed, scale=3.0):
    return torch.randn(shape, dtype=F64, generator=torch.Generator().manual_seed(seed)) * scale


def precision_inputs():
    """Rows of logits: ordinary ones, large ones, tiny differences, -inf and nan."""
    for i, classes in enumerate((2, 3, 4, 5, 7, 10) * 6):
        yield "ordinary", seeded(classes, 100 + i, (0.5, 2.0, 5.0)[i % 3])
    for scale, count in ((20, 24), (100, 24), (1e4, 14), (7e4, 14)):
        for i in range(count):
            yield f"up to {scale}", (torch.rand(2 + i % 5, dtype=F64, generator=torch.Generator().manual_seed(i)) * 2 - 1) * scale
    for exponent in (-1, -2, -3, -4, -6, -8, -10, -12):
        yield f"differences of 1e{exponent}", 3 + seeded(3, 200 - exponent, 1.0) * 10.0**exponent
    for edge in (10.4, 11.09, 15, 17.5, 88.6, 88.8, 95, 103.5, 104, 709.5, 745, 746):
        yield f"{edge} apart", torch.tensor([edge, 0, 1], dtype=F64)
        yield f"{edge} below 0", torch.tensor([-edge, -edge - 0.5], dtype=F64)
    inf, nan = math.inf, math.nan
    for row in ([0, -inf], [-inf, 3, 1], [-inf, -inf], [inf, 0], [inf, inf], [nan, 1], [1, nan, -inf], [0, 0], [-0.0, 0.0], [5]):
        yield "special", torch.tensor(row, dtype=F64)
    for classes in (50, 100):
        yield f"{classes} classes", seeded(classes, classes)
        yield f"{classes} classes, nearly the same", seeded(classes, classes, 0.1)


def encode_short(tensor):
    """The elements with the fewest digits that the dtype needs; float64 in full."""
    scalar = {torch.float16: numpy.float16, torch.float64: numpy.float64}.get(tensor.dtype, numpy.float32)
    return [encode_number(float(str(scalar(value)))) for value in tensor.reshape(-1).double().tolist()]


def precision_rows():
    """Each operation on the way to log-probabilities in each dtype."""
    for number, (name, row) in enumerate(precision_inputs()):
        for dtype in (torch.float16, torch.bfloat16, torch.float32, F64):
            x = row.to(dtype)
            e = x.exp()
            s = e.sum()
            p = torch.softmax(x, 0)
            results = {
                "to": x, "exp": e, "sum": s, "divide": e / s, "byHand": (e / s).log(),
                "softmax": p, "logOfSoftmax": p.log(), "logSoftmax": torch.log_softmax(x, 0),
            }
            yield {
                "kind": "precision", "name": f"{number}, {name}", "dtype": str(dtype).removeprefix("torch."),
                "row": encode_short(row), **{key: encode_short(value) for key, value in results.items()},
            }


def step_rows():
    """log_softmax of a row, one operation after the other."""
    for number, (name, row) in enumerate(precision_inputs()):
        if number % 3 and name != "special":
            continue
        maximum = row.max()
        shift = row - maximum
        exp = shift.exp()
        total = exp.sum()
        steps = {
            "input": row, "max": maximum, "shift": shift, "exp": exp, "sum": total, "logSum": total.log(),
            "logSoftmax": torch.log_softmax(row, 0),
        }
        yield {"kind": "steps", "name": f"{number}, {name}", "steps": {key: encode_tensor(value) for key, value in steps.items()}}
