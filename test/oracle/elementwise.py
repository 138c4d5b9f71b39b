"""Writes elementwise.json: values and gradients of each function that works element by element.

    python test/oracle/elementwise.py

A row is a function with its options in one dtype, at seeded and at extreme inputs. Each element is computed alone, as
in a small tensor: PyTorch's vector instructions, which take over in longer ones, give other last digits.
"""

import math
import random

import torch

from encode import encode_number
from write_json import write_json

ACTIVATIONS = {
    "relu": [{}],
    "sigmoid": [{}],
    "tanh": [{}],
    "silu": [{}],
    "leaky_relu": [{}, {"negative_slope": 0.2}],
    "elu": [{}, {"alpha": 0.7}],
    "logsigmoid": [{}],
    "softplus": [{}, {"beta": 2.5, "threshold": 3.0}],
    "hardtanh": [{}, {"min_val": -0.3, "max_val": 2.0}],
    "relu6": [{}],
    "selu": [{}],
    "celu": [{}, {"alpha": 0.4}],
    "gelu": [{}, {"approximate": "tanh"}],
    "mish": [{}],
    "hardswish": [{}],
    "hardsigmoid": [{}],
    "hardshrink": [{}, {"lambd": 2.0}],
    "softshrink": [{}, {"lambd": 2.0}],
    "threshold": [{"threshold": 0.5, "value": 0.1}],
}
MATHEMATICS = (
    "log log2 log10 log1p exp expm1 sqrt rsqrt sin cos erf reciprocal abs absolute sign floor ceil trunc frac square"
).split()
# Where functions have their kinks and bounds, and where they lose or leave the range of float32.
EDGES = [0.0, 0.5, 1.0, 2.0, 3.0, 6.0, 20.0, 21.0, 88.0, 1e-8, 1e-4, 0.01, 100.0, 1e4, 1e30, math.inf]
SEED, COUNT = 11, 24
GRAD_OUTPUTS = [0.75, math.inf]


def inputs():
    seeded = random.Random(SEED)
    drawn = [round(seeded.gauss(0, 1) * 2 ** seeded.randint(-2, 3), 4) for _ in range(COUNT)]
    return [*EDGES, *(-edge for edge in EDGES), *drawn, math.nan]


def value_and_gradients(function, options, number, dtype):
    """f(x), and the gradient for each of what comes back to it."""
    x = torch.tensor([number], dtype=dtype, requires_grad=True)
    y = function(x, **options)
    gradients = [torch.autograd.grad(y, x, torch.full_like(y, one), retain_graph=True) for one in GRAD_OUTPUTS]
    return [y.item(), *(gradient.item() for (gradient,) in gradients)]


def functions():
    for name, choices in ACTIVATIONS.items():
        for options in choices:
            yield f"torch.nn.functional.{name}", getattr(torch.nn.functional, name), options
    for name in MATHEMATICS:
        yield f"torch.{name}", getattr(torch, name), {}


def rows():
    for path, function, options in functions():
        for dtype in (torch.float32, torch.float64):
            results = zip(*(value_and_gradients(function, options, number, dtype) for number in inputs()))
            value, *gradients = [[encode_number(one) for one in column] for column in results]
            yield {
                "function": path,
                "options": options,
                "dtype": str(dtype).removeprefix("torch."),
                "value": value,
                "gradients": gradients,
            }


def main():
    numbers = {"input": inputs(), "gradOutputs": GRAD_OUTPUTS}
    encoded = {name: [encode_number(number) for number in row] for name, row in numbers.items()}
    write_json("elementwise.json", {"torch": torch.__version__, **encoded}, list(rows()))


if __name__ == "__main__":
    main()
