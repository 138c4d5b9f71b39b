"""Writes roundTrip.json: random tensors as PyTorch and NumPy print them, with the digits that stand in the print.

The digits come from Python's own parser, which reads the same print with commas. Prints with default options also
carry the tensor itself, for the test that writes it the same way.
"""

import math
import random

import numpy as np
import torch

from encode import encode_number, encode_tensor
from write_json import write_json

SHAPES = [(), (1,), (5,), (30,), (2, 3), (1, 4), (4, 1), (3, 12), (2, 3, 4), (2, 1, 2, 3), (0,), (0, 3), (2, 0)]
FLOATS = [torch.float32, torch.float32, torch.float64, torch.float16, torch.bfloat16]
WHOLE = [torch.int64, torch.int64, torch.int32, torch.uint8, torch.bool]
KINDS = ["normal", "small", "large", "mixed", "whole", "probabilities", "special", "ties"]


def values(kind, shape, generator):
    normal = torch.randn(shape, generator=generator, dtype=torch.float64)
    if kind == "small":
        return normal * 1e-6
    if kind == "large":
        return normal * 1e9
    if kind == "mixed":
        return normal * 10.0 ** torch.randint(-8, 9, shape, generator=generator)
    if kind == "whole":
        return (normal * 20).round()
    if kind == "probabilities":
        return normal.softmax(-1) if shape else normal.sigmoid()
    if kind == "special":
        pick = torch.randint(0, 6, shape, generator=generator)
        for at, value in enumerate([math.nan, math.inf, -math.inf, -0.0]):
            normal = torch.where(pick == at, torch.tensor(value, dtype=torch.float64), normal)
        return normal
    if kind == "ties":
        return torch.randint(-4000, 4000, shape, generator=generator).double() / 2**5
    return normal


def one_tensor(i, generator):
    shape = SHAPES[i % len(SHAPES)]
    if i % 4 == 3:
        dtype = WHOLE[(i // 4) % len(WHOLE)]
        high = 2 if dtype == torch.bool else 200
        low = 0 if dtype in (torch.uint8, torch.bool) else -200
        return torch.randint(low, high, shape, generator=generator).to(dtype)
    return values(KINDS[(i // 3) % len(KINDS)], shape, generator).to(FLOATS[(i // 5) % len(FLOATS)])


def flat(nested):
    if isinstance(nested, (list, tuple)):
        return [item for part in nested for item in flat(part)]
    return [nested]


def digits_of(text):
    """The numbers of a print with commas, as Python reads them."""
    names = {"nan": math.nan, "inf": math.inf, "__builtins__": {}}
    names |= {"tensor": lambda data, **_: data, "array": lambda data, **_: data, "float32": 0}
    names |= {"torch": torch, "float64": 0, "float16": 0, "uint8": 0, "int32": 0, "int64": 0, "bool": 0}
    return [encode_number(value) for value in flat(eval(text, names))]


def torch_cases(rounds):
    generator = torch.Generator().manual_seed(41)
    choose = random.Random(42)
    for i in range(rounds):
        tensor = one_tensor(i, generator)
        is_default = i % 2 == 0
        options = {"precision": choose.choice([1, 2, 4, 6, 8]), "linewidth": choose.choice([40, 80, 120])}
        options["sci_mode"] = choose.choice([None, None, True, False])
        torch.set_printoptions(profile="default")
        if not is_default:
            torch.set_printoptions(**options)
        text = repr(tensor)
        torch.set_printoptions(profile="default")
        about = "default options" if is_default else " ".join(f"{key}={value}" for key, value in options.items())
        yield case("torch", f"{i}: {about}", tensor, text, text, is_default)


def numpy_cases(rounds):
    generator = torch.Generator().manual_seed(43)
    choose = random.Random(44)
    for i in range(rounds):
        tensor = one_tensor(i, generator)
        if tensor.dtype == torch.bfloat16:
            tensor = tensor.float()
        if tensor.dim() == 0:
            tensor = tensor.reshape(1)
        array = tensor.numpy()
        is_default = i % 2 == 0
        options = {"precision": choose.choice([2, 4, 8]), "linewidth": choose.choice([40, 75, 120])}
        options["suppress"] = choose.choice([False, True])
        with np.printoptions(**({} if is_default else options)):
            is_repr = i % 4 < 2
            text = repr(array) if is_repr else str(array)
            commas = np.array2string(array, separator=",") if array.size else "[]"
        about = "default options" if is_default else " ".join(f"{key}={value}" for key, value in options.items())
        yield case("numpy", f"{i}: {'repr' if is_repr else 'str'}, {about}", tensor, text, commas, is_default)


def case(library, about, tensor, text, commas, is_default):
    row = {"library": library, "about": about, "shape": list(tensor.shape)}
    row["dtype"] = str(tensor.dtype).removeprefix("torch.")
    row["text"] = text
    row["digits"] = digits_of(commas)
    if is_default:
        row["data"] = encode_tensor(tensor)["data"]
    return row


if __name__ == "__main__":
    rows = [*torch_cases(1300), *numpy_cases(900)]
    write_json("roundTrip.json", {"torch": torch.__version__.split("+")[0], "numpy": np.__version__}, rows)
