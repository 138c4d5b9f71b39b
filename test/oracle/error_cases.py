"""Calls that PyTorch refuses, and neighbours of them that it takes; several things are wrong at once in some."""

import itertools

import torch

INDEX_LOSSES = ("crossEntropyLoss", "nllLoss")
DTYPES = (torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool, torch.int64)

SHAPES = (
    ((), ()), ((), (1,)), ((3,), (2,)), ((3,), (3,)), ((3,), (1, 1)), ((3,), ()), ((1, 3), ()), ((2, 3), ()),
    ((2, 3), (3,)), ((2, 3), (2, 1)), ((2, 3), (2, 2)), ((2, 3), (2, 3)), ((2, 3), (3, 3)), ((2, 3), (1, 2)),
    ((2, 3), (2, 3, 1)), ((1, 3), (1, 1)), ((2, 3, 4), (2,)), ((2, 3, 4), (2, 4, 1)), ((2, 3, 4), (2, 1, 4)),
    ((2, 3, 4), (2, 5)), ((2, 3, 4), (3, 4)), ((2, 3, 4), ()), ((2, 3, 4), (2, 3, 4)), ((2, 3, 4, 5), (2, 1, 4, 5)),
    ((2, 3, 4, 5), (2, 4)), ((2, 3, 4, 5), (2, 5, 4)), ((2, 3, 4, 5), (3, 4, 5)), ((2, 3, 4, 5), (2, 4, 5)),
    ((2, 3, 2, 2, 2), (2, 2, 2)), ((2, 3, 2, 2, 2), (2, 1, 2, 2, 2)), ((2, 3, 2, 2, 2), (2, 2, 2, 3)),
    ((0, 3), (2,)), ((0, 3), (0,)), ((2, 0), (2,)), ((0,), ()), ((0, 0), (0, 0)),
)


def name_of(dtype):
    return str(dtype).replace("torch.", "")


def error_cases(case):
    yield from shape_errors(case)
    yield from dtype_errors(case)
    yield from weight_errors(case)
    yield from bound_errors(case)
    yield from option_errors(case)
    yield from kl_errors(case)
    yield from one_hot_targets(case)


def shape_errors(case):
    for loss, (a, b), dtype in itertools.product(INDEX_LOSSES, SHAPES, (torch.int64, torch.float32)):
        yield case(f"shapes {a} {b} {name_of(dtype)}", loss, torch.zeros(a), torch.zeros(b, dtype=dtype))
    for a, b in SHAPES:
        yield case(f"smoothed, shapes {a} {b}", "crossEntropyLoss", torch.zeros(a), torch.zeros(b).long(), labelSmoothing=0.1)
    yield case("smoothed, shapes (3) (1), weighted", "crossEntropyLoss", torch.zeros(3), torch.zeros(1).long(), labelSmoothing=0.1, weight=torch.ones(3))


def dtype_errors(case):
    x, y = torch.tensor([[2, 1, 0.5], [0.5, 2.5, 0.25]]), torch.tensor([0, 1])
    for loss, dtype in itertools.product(INDEX_LOSSES, DTYPES):
        yield case(f"target {name_of(dtype)}", loss, x, y.to(dtype))
        if dtype not in (torch.float16, torch.bfloat16):
            yield case(f"input {name_of(dtype)}", loss, x.to(dtype), y)
    for loss in INDEX_LOSSES:
        yield case("float target of whole numbers and shape (N, 1)", loss, x, y.float()[:, None])
        yield case("float target that is no index", loss, x, torch.tensor([0.5, 1]))
        yield case("int32 target and int64 input", loss, x.long(), y.int())
        for shape in ((3,), (2, 3, 2), (2, 3, 2, 2), (2, 3, 1, 1, 1), (0, 3), (0, 3, 2)):
            target = torch.zeros(shape[:1] + shape[2:] if len(shape) > 1 else ()).long()
            yield case(f"int64 input {shape}", loss, torch.zeros(shape).long(), target)
            yield case(f"bool input {shape}", loss, torch.zeros(shape).bool(), target)
            yield case(f"uint8 target {shape}", loss, torch.zeros(shape), target.byte())
            yield case(f"uint8 target and int64 input {shape}", loss, torch.zeros(shape).long(), target.byte())
    for shape in ((3,), (2, 3), (2, 3, 2), (0, 3)):
        yield case(f"int64 input with probabilities {shape}", "crossEntropyLoss", torch.zeros(shape).long(), torch.zeros(shape))
    yield case("uint8 target, smoothed", "crossEntropyLoss", x, y.byte(), labelSmoothing=0.1)
    for reduction in ("none", "mean", "sum"):
        yield case(f"uint8 target, smoothed, weighted, {reduction}", "crossEntropyLoss", x, y.byte(), labelSmoothing=0.1, weight=torch.ones(3), reduction=reduction)


WEIGHTS = {
    "of 2": torch.ones(2), "(3, 1)": torch.ones(3, 1), "(1, 3)": torch.ones(1, 3), "()": torch.tensor(1.0),
    "float64": torch.ones(3, dtype=torch.float64), "int64": torch.ones(3).long(), "float16": torch.ones(3).half(), "float64 of 2": torch.ones(2).double(),
}


def weight_errors(case):
    for shape, (name, weight) in itertools.product(((3,), (2, 3), (2, 3, 2), (2, 3, 2, 2), (0, 3)), WEIGHTS.items()):
        x = torch.zeros(shape)
        y = torch.zeros(shape[:1] + shape[2:] if len(shape) > 1 else ()).long()
        for loss in INDEX_LOSSES:
            yield case(f"weight {name} for {shape}", loss, x, y, weight=weight)
        yield case(f"weight {name} for {shape}, smoothed", "crossEntropyLoss", x, y, weight=weight, labelSmoothing=0.1)
        yield case(f"weight {name} for {shape}, probabilities", "crossEntropyLoss", x, x, weight=weight)
    x, y = torch.zeros(2, 3), torch.zeros(2).long()
    for loss in INDEX_LOSSES:
        yield case("weight of 2 and wrong batch", loss, x, y[:1], weight=WEIGHTS["of 2"])
        yield case("weight of 2 and target (N, 1)", loss, x, y[:, None], weight=WEIGHTS["of 2"])
        yield case("weight of 2 and float target", loss, x, y.float(), weight=WEIGHTS["of 2"])
        yield case("weight float64 and float target", loss, x, y.float(), weight=WEIGHTS["float64"])
        yield case("weight float64 and target out of bounds", loss, x, y + 5, weight=WEIGHTS["float64"])
        yield case("weight float32 and int64 input", loss, x.long(), y, weight=torch.ones(3))
        yield case("weight of 2 and int64 input", loss, x.long(), y, weight=WEIGHTS["of 2"])
        yield case("weight of 2 and spatial size", loss, torch.zeros(2, 3, 4, 5), torch.zeros(2, 5, 4).long(), weight=WEIGHTS["of 2"])
        yield case("weight float64 and uint8 spatial target", loss, torch.zeros(2, 3, 4), torch.zeros(2, 4).byte(), weight=WEIGHTS["float64"])
        yield case("int64 input and wrong batch", loss, x.long(), y[:1])
    yield case("weight of 2 and int64 probabilities", "crossEntropyLoss", x, x.long(), weight=WEIGHTS["of 2"])
    yield case("weight of 2 and int64 input with probabilities", "crossEntropyLoss", x.long(), x, weight=WEIGHTS["of 2"])


def bound_errors(case):
    for loss, shape, value in itertools.product(INDEX_LOSSES, ((3,), (2, 3), (2, 3, 2), (2, 3, 2, 2)), (3, -1, -99, 1000)):
        target = torch.zeros(shape[:1] + shape[2:] if len(shape) > 1 else ()).long() + value
        yield case(f"target {value} for {shape}", loss, torch.zeros(shape), target)
    for loss in INDEX_LOSSES:
        yield case("second target out of bounds", loss, torch.zeros(2, 3), torch.tensor([0, 7]), reduction="none")
        yield case("float target out of bounds", loss, torch.zeros(2, 3), torch.tensor([0.0, 7.0]))
        yield case("uint8 target 156 of 3", loss, torch.zeros(2, 3), torch.tensor([0, 156]).byte())
        yield case("ignore_index elsewhere", loss, torch.zeros(2, 3), torch.tensor([0, -100]), ignoreIndex=-1)
        yield case("one class, target 1", loss, torch.zeros(2, 1), torch.tensor([0, 1]))
    yield case("target 3, smoothed", "crossEntropyLoss", torch.zeros(2, 3), torch.tensor([0, 3]), labelSmoothing=0.1)


def option_errors(case):
    x, y, p = torch.zeros(2, 3), torch.zeros(2).long(), torch.full((2, 3), 1 / 3)
    for loss, reduction in itertools.product(INDEX_LOSSES, ("avg", "batchmean", "Mean", "")):
        yield case(f"reduction {reduction!r}", loss, x, y, reduction=reduction)
        yield case(f"reduction {reduction!r} and wrong batch", loss, x, y[:1], reduction=reduction)
    yield case("reduction 'avg' and int64 probabilities", "crossEntropyLoss", x, x.long(), reduction="avg")
    for smoothing in (1.5, 2.0, 1.00001, 1234567.5, float("inf"), 1.0):
        for name, target in {"indices": y, "probabilities": p, "wrong batch": y[:1], "target (N, 1)": y[:, None], "out of bounds": y + 5}.items():
            yield case(f"label_smoothing {smoothing}, {name}", "crossEntropyLoss", x, target, labelSmoothing=smoothing)
    yield case("label_smoothing 1.5 and int64 input", "crossEntropyLoss", x.long(), y, labelSmoothing=1.5)
    yield case("label_smoothing 1.5 and int64 input with probabilities", "crossEntropyLoss", x.long(), p, labelSmoothing=1.5)
    yield case("label_smoothing 1.5 and no dimension", "crossEntropyLoss", torch.tensor(1.0), torch.zeros(1).long(), labelSmoothing=1.5)
    for index in (0, 1, -1, 5):
        yield case(f"ignore_index {index} with probabilities", "crossEntropyLoss", x, p, ignoreIndex=index)
        yield case(f"ignore_index {index} with int64 probabilities", "crossEntropyLoss", x, x.long(), ignoreIndex=index)
    yield case("ignore_index 1, weight of 2, label_smoothing 1.5, probabilities", "crossEntropyLoss", x, p, ignoreIndex=1, weight=torch.ones(2), labelSmoothing=1.5)
    yield case("weight of 2, label_smoothing 1.5, probabilities", "crossEntropyLoss", x, p, weight=torch.ones(2), labelSmoothing=1.5)
    yield case("no dimension, ignore_index 1", "crossEntropyLoss", torch.tensor(1.0), torch.tensor(1.0), ignoreIndex=1)


def kl_errors(case):
    x, p = torch.zeros(2, 3), torch.full((2, 3), 0.25)
    for a, b in itertools.product((torch.float32, torch.int64, torch.bool), repeat=2):
        if (a, b) != (torch.float32, torch.float32):
            yield case(f"input {name_of(a)}, target {name_of(b)}", "klDivLoss", x.to(a), p.to(b), reduction="sum")
    for a, b, log_target in itertools.product(((2, 3), (2, 3, 4)), ((2,), (2, 4), (5, 4)), (False, True)):
        yield case(f"shapes {a} {b}, log_target {log_target}", "klDivLoss", torch.zeros(a), torch.ones(b), reduction="sum", logTarget=log_target)
    yield case("reduction 'avg'", "klDivLoss", x, p, reduction="avg")
    yield case("reduction 'avg' and wrong shape", "klDivLoss", x, torch.zeros(2, 4), reduction="avg")
    yield case("int64 input and wrong shape", "klDivLoss", x.long(), torch.zeros(2, 4), reduction="sum")


def one_hot_targets(case):
    hot = torch.tensor([[1, 0, 0], [0, 1, 0]])
    for loss, dtype in itertools.product(INDEX_LOSSES, (torch.int64, torch.int32, torch.bool, torch.float32)):
        yield case(f"one-hot {name_of(dtype)}", loss, torch.zeros(2, 3), hot.to(dtype))
    for loss in INDEX_LOSSES:
        yield case("one-hot (2, 2, 3)", loss, torch.zeros(2, 2, 3), torch.tensor([[[1, 0, 1], [0, 1, 0]], [[0, 0, 0], [1, 1, 1]]]))
        yield case("counts of the input's shape", loss, torch.zeros(2, 3), hot * 2)
