"""Tensors as JSON: full float64 digits, and the numbers that JSON lacks as strings."""

import math

import torch


def encode_number(value):
    if isinstance(value, (bool, int)):
        return int(value)
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    if value == 0 and math.copysign(1.0, value) < 0:
        return "-0"
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def encode_tensor(tensor):
    """Shape, dtype and the elements in row-major order; floats go through float64, which holds them exactly."""
    flat = tensor.detach().reshape(-1)
    if flat.is_floating_point():
        flat = flat.double()
    return {
        "shape": list(tensor.shape),
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "data": [encode_number(value) for value in flat.tolist()],
    }
