"""What PyTorch prints for low-precision tensors, and what a cast makes of a number."""

import random

import torch
import torch.nn.functional as F

from encode import encode_number, encode_tensor

FLOATS = (torch.float32, torch.float16, torch.bfloat16)


def printed(value):
    """One element as `print(tensor)` shows it: four decimals, or an exponent where four decimals would not do."""
    if value != value or value in (float("inf"), -float("inf")):
        return f"{value}"
    magnitude = abs(value)
    if magnitude == 0:
        return "0.0000"
    return f"{value:.4f}" if 1e-4 <= magnitude < 1e5 else f"{value:.4e}"


def display_rows(count=120):
    """Losses and gradients computed by PyTorch in the dtype itself, as it prints them."""
    generator = random.Random(7)
    rows = []
    for i in range(count):
        dtype = FLOATS[i % 3]
        shape = (generator.randint(1, 4), generator.randint(2, 5))
        input = torch.randn(shape, generator=torch.Generator().manual_seed(i)) * generator.choice((0.5, 2, 6))
        target = torch.randint(shape[1], shape[:1], generator=torch.Generator().manual_seed(i + 1))
        leaf = input.to(dtype).requires_grad_()
        reduction = ("mean", "sum", "none")[i // 3 % 3]
        output = F.cross_entropy(leaf, target, reduction=reduction)
        output.sum().backward()
        rows.append({
            "name": f"{str(dtype).removeprefix('torch.')} {reduction} {i}",
            "input": encode_tensor(input.double()),
            "dtype": str(dtype).removeprefix("torch."),
            "target": encode_tensor(target),
            "reduction": reduction,
            "output": [printed(value) for value in output.detach().double().reshape(-1).tolist()],
            "gradInput": [printed(value) for value in leaf.grad.double().reshape(-1).tolist()],
        })
    return rows


def cast_rows():
    """Numbers cast from float64 to each dtype, and how they print."""
    generator = random.Random(11)
    edge = [0.0, -0.0, 1.0, 0.1, 1 / 3, -2.75, 65504.0, 65519.9, 65520.0, 65536.0, 1e5, 99999.99, 100005.0, 1e-4, 9.9999e-5,
            5.9604e-8, 2.98e-8, 2.9802322387695312e-08, 3e-8, 6.1e-5, 6.103515625e-05, 1e-45, 7e-46, 1.4e-45, 3.4028235e38, 3.5e38, 1e300, 5e-324,
            1.00048828125, 1.00146484375, 1.001953125, 1.00390625, 1.01171875, 0.03125, 0.09375, 0.15625, -0.03125, 300.7, -1.5, 127.9, 128.0, 255.0, 256.0, 32768.0, -32769.0,
            2147483647.0, 123456.0, 16777217.0, 2.0**53, float("inf"), -float("inf"), float("nan")]
    values = edge + [generator.uniform(-1, 1) * 10.0 ** generator.randint(-12, 12) for _ in range(150)]
    rows = []
    for dtype in (torch.float64, *FLOATS, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool):
        limit = None if dtype.is_floating_point or dtype == torch.bool else torch.iinfo(torch.int64).max
        # C++ leaves a cast of a float outside of the integer type's range open; those within int64 wrap around on x86.
        kept = [v for v in values if limit is None or (abs(v) < 2.0**31 and v == v)]
        cast = [torch.tensor(v, dtype=torch.float64).to(dtype).item() for v in kept]
        text = [printed(v) if dtype.is_floating_point else str(v) for v in cast]
        rows.append({
            "name": str(dtype).removeprefix("torch."),
            "values": [encode_number(v) for v in kept],
            "cast": [encode_number(v) for v in cast],
            "printed": text,
        })
    return rows
