"""Legal calls at the edges: nan and inf, empty tensors, nothing that counts, unusual dtypes."""

import itertools

import torch

F64 = torch.float64
REDUCTIONS = ("none", "mean", "sum")
INF = float("inf")
NAN = float("nan")


def t64(values):
    return torch.tensor(values, dtype=F64)


X = t64([[2, 1, 0.1], [0.5, 2.5, 0.3]])
Y = torch.tensor([0, 1])
P = t64([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]])


def edge_cases(case):
    for reduction in REDUCTIONS:
        yield from weight_edges(case, reduction)
        yield from empty_edges(case, reduction)
        yield from special_values(case, reduction)
        yield from smoothed_ignored(case, reduction)
    yield from target_edges(case)
    yield from dtype_edges(case)
    yield from kl_edges(case)


def weight_edges(case, reduction):
    ignored = torch.tensor([-100, -100])
    for smoothing in (0.0, 0.1):
        soft = {"reduction": reduction, "labelSmoothing": smoothing}
        end = f"{reduction}, label_smoothing {smoothing}"
        yield case(f"all ignored, {end}", "crossEntropyLoss", X, ignored, **soft)
        yield case(f"all ignored, weighted, {end}", "crossEntropyLoss", X, ignored, weight=t64([1, 2, 3]), **soft)
        for name, weight in {"zero": [0, 0, 0], "cancelling": [1, -1, 0], "partly zero": [0, 1, 0], "infinite": [1, INF, 2], "nan": [1, 2, NAN]}.items():
            yield case(f"{name} weights, {end}", "crossEntropyLoss", X, Y, weight=t64(weight), **soft)
            yield case(f"{name} weights, probabilities, {end}", "crossEntropyLoss", X, P, weight=t64(weight), **soft)
    lp = X.log_softmax(1)
    yield case(f"all ignored, {reduction}", "nllLoss", lp, ignored, reduction=reduction)
    yield case(f"zero weights, {reduction}", "nllLoss", lp, Y, weight=t64([0, 0, 0]), reduction=reduction)
    yield case(f"cancelling weights, {reduction}", "nllLoss", lp, Y, weight=t64([1, -1, 0]), reduction=reduction)
    yield case(f"one class only, weighted, {reduction}", "crossEntropyLoss", X, torch.tensor([1, 1]), weight=t64([1, 7, 3]), reduction=reduction)


def empty_edges(case, reduction):
    for shape in ((0, 3), (0, 3, 2), (2, 3, 0), (0, 3, 2, 2), (2, 3, 2, 2, 0), (0, 0)):
        input = torch.zeros(shape, dtype=F64)
        target = torch.zeros(shape[:1] + shape[2:], dtype=torch.int64)
        name = f"empty {shape}, {reduction}"
        yield case(name, "crossEntropyLoss", input, target, reduction=reduction)
        yield case(f"{name}, smoothed", "crossEntropyLoss", input, target, reduction=reduction, labelSmoothing=0.1)
        yield case(f"{name}, probabilities", "crossEntropyLoss", input, input, reduction=reduction)
        yield case(name, "nllLoss", input, target, reduction=reduction)
    for shape in ((2, 0), (0,), (2, 0, 3)):
        input = torch.zeros(shape, dtype=F64)
        yield case(f"no classes {shape}, probabilities, {reduction}", "crossEntropyLoss", input, input, reduction=reduction)
    yield case(f"one class, {reduction}", "crossEntropyLoss", t64([[3], [-2]]), torch.tensor([0, 0]), reduction=reduction)
    for loss in ("crossEntropyLoss", "nllLoss"):
        for shape in ((0, 3), (0,), (0, 3, 2), (0, 3, 2, 2), (0, 3, 0)):
            yield case(f"target () for {shape}, {reduction}", loss, torch.zeros(shape), torch.tensor(0), reduction=reduction)
        for shape in ((0, 3), (0, 3, 2), (0, 3, 2, 2), (2, 3, 0), (2, 3, 2)):
            target = torch.zeros(shape[:1] + shape[2:], dtype=torch.uint8)
            yield case(f"uint8 target for {shape}, {reduction}", loss, torch.zeros(shape), target, reduction=reduction)
        for shape, out in itertools.product(((2, 3), (3,)), (65, 100)):
            target = torch.full(shape[:-1], out, dtype=torch.uint8)
            yield case(f"uint8 target {out} for {shape}, {reduction}", loss, torch.zeros(shape), target, reduction=reduction)


def smoothed_ignored(case, reduction):
    """The weights of a row that is left out are multiplied by 0."""
    for weight, target in itertools.product(([1, INF, 1], [INF, 1, 1], [1, NAN, 1]), ([-100, 0], [1, -100], [-100, -100])):
        yield case(f"weight {weight}, smoothed target {target}, {reduction}", "crossEntropyLoss", X, torch.tensor(target), weight=t64(weight), labelSmoothing=0.1, reduction=reduction)


def special_values(case, reduction):
    rows = {
        "-inf beside the target": [[-INF, 1, 0]],
        "-inf at the target": [[1, -INF, 0]],
        "+inf at the target": [[1, INF, 0]],
        "+inf beside the target": [[INF, 1, 0]],
        "nan": [[1, 0, NAN]],
        "nan first": [[NAN, 0, 1]],
        "all -inf": [[-INF, -INF, -INF]],
        "all nan": [[NAN, NAN, NAN]],
        "large": [[1e4, -1e4, 0]],
        "largest": [[1.7e308, -1.7e308, 0]],
        "tiny": [[5e-324, 0, -5e-324]],
        "confident": [[-20, 20, -20]],
        "equal": [[0.3, 0.3, 0.3]],
    }
    for name, values in rows.items():
        input = torch.cat((t64(values), t64([[0.5, 0.25, -1]])))
        target = torch.tensor([1, 0])
        name = f"{name}, {reduction}"
        yield case(name, "crossEntropyLoss", input, target, reduction=reduction)
        yield case(f"{name}, smoothed", "crossEntropyLoss", input, target, reduction=reduction, labelSmoothing=0.1)
        yield case(f"{name}, weighted", "crossEntropyLoss", input, target, reduction=reduction, weight=t64([0, 2, 1]))
        yield case(f"{name}, one-hot", "crossEntropyLoss", input, t64([[0, 1, 0], [1, 0, 0]]), reduction=reduction)
        yield case(f"{name}, ignored", "crossEntropyLoss", input, torch.tensor([-100, 0]), reduction=reduction)
        yield case(name, "nllLoss", input, target, reduction=reduction)
        yield case(f"{name}, weight 0", "nllLoss", input, target, reduction=reduction, weight=t64([1, 0, 1]))
        yield case(f"{name}, ignored", "nllLoss", input, torch.tensor([-100, 0]), reduction=reduction)


def target_edges(case):
    soft = {"negative": [[-0.7, -0.2, -0.1], [-0.1, -0.8, -0.1]], "sum 2": [[1.4, 0.4, 0.2], [0.2, 1.6, 0.2]], "zeros": [[0, 0, 0], [0, 0, 0]], "nan": [[NAN, 0, 1], [0, 1, 0]], "inf": [[INF, 0, 0], [0, 1, 0]]}
    for name, values in soft.items():
        for smoothing in (0.0, 0.3):
            yield case(f"probabilities {name}, label_smoothing {smoothing}", "crossEntropyLoss", X, t64(values), labelSmoothing=smoothing)
    yield case("label_smoothing -0.1", "crossEntropyLoss", X, Y, labelSmoothing=-0.1)
    yield case("label_smoothing -0.1, probabilities", "crossEntropyLoss", X, P, labelSmoothing=-0.1)
    for index in (0, 1, 2, -1, 255):
        yield case(f"ignore_index {index}", "crossEntropyLoss", X, torch.tensor([index if index in (0, 1, 2) else 0, 1]), ignoreIndex=index)
        yield case(f"ignore_index {index}", "nllLoss", X, torch.tensor([0, index]), ignoreIndex=index)
    for z0 in (1.0, 0.0, -INF):
        yield case(f"ignored class in the denominator, {z0}", "crossEntropyLoss", t64([[z0, 1, 1]]), torch.tensor([1]), ignoreIndex=0)
    yield case("probabilities given as log-probabilities", "nllLoss", t64([[0.9, 0.1]]), torch.tensor([0]))
    yield case("a single target of shape (1)", "crossEntropyLoss", t64([1, 2, 3]), torch.tensor([1]))
    for reduction in REDUCTIONS:
        yield case(f"a single target of shape (1), {reduction}", "nllLoss", t64([-1, -2, -3]), torch.tensor([1]), reduction=reduction)
        yield case(f"a single ignored target, {reduction}", "crossEntropyLoss", t64([1, 2, 3]), torch.tensor(-100), reduction=reduction)
    yield case("reduction elementwise_mean", "crossEntropyLoss", X, Y, reduction="elementwise_mean")
    imbalanced = t64([[2.0, -1, 0.5], [0.1, 3, -2]])
    for target in (torch.tensor([2, 2]), t64([[0, 0, 1], [0, 0, 1]])):
        for reduction in REDUCTIONS:
            yield case(f"one class only as {'indices' if target.dim() == 1 else 'one-hot'}, weighted, {reduction}", "crossEntropyLoss", imbalanced, target, weight=t64([0.2, 0.3, 62.5]), reduction=reduction)


def dtype_edges(case):
    wide = torch.linspace(-1, 1, 400, dtype=F64).reshape(2, 200)
    for reduction in REDUCTIONS:
        byte = torch.tensor([0, 156], dtype=torch.uint8)
        yield case(f"uint8 target 156, {reduction}", "crossEntropyLoss", wide, byte, reduction=reduction)
        yield case(f"uint8 target 156, smoothed, {reduction}", "crossEntropyLoss", wide, byte, reduction=reduction, labelSmoothing=0.1)
        yield case(f"uint8 target, {reduction}", "crossEntropyLoss", X, Y.byte(), reduction=reduction, weight=t64([1, 2, 3]))
        yield case(f"uint8 target, {reduction}", "nllLoss", X, Y.byte(), reduction=reduction)
    floats = (F64, torch.float32, torch.float16, torch.bfloat16)
    # Halves and quarters: no dtype rounds them, so that float64 input of the same values gives the same result.
    for a, b in itertools.product(floats, floats):
        x, p = torch.zeros(2, 4).to(a), torch.full((2, 4), 0.25).to(b)
        yield case(f"probabilities {b} for {a}".replace("torch.", ""), "crossEntropyLoss", x, p)
        yield case(f"weighted probabilities {b} for {a}".replace("torch.", ""), "crossEntropyLoss", x, p, weight=torch.ones(4))
        yield case(f"target {b} for {a}".replace("torch.", ""), "klDivLoss", x, p, reduction="sum")
    yield case("int64 weight with probabilities", "crossEntropyLoss", X, P, weight=torch.tensor([1, 2, 3]))
    yield case("empty int64 input with probabilities", "crossEntropyLoss", torch.zeros(0, 3).long(), torch.zeros(0, 3))


def kl_edges(case):
    lp = X.log_softmax(1)
    values = {
        "target 0": (lp, [[1, 0, 0], [0, 1, 0]]),
        "input -inf and target 0": (t64([[0, -INF, -1], [-1, -1, -1]]), [[1, 0, 0], [0, 1, 0]]),
        "input -inf": (t64([[0, -INF, -1], [-1, -1, -1]]), [[0.5, 0.5, 0], [0, 1, 0]]),
        "negative target": (lp, [[-0.5, 1, 0.5], [0, 1, 0]]),
        "nan target": (lp, [[NAN, 1, 0.5], [0, 1, 0]]),
        "swapped": (P, lp.tolist()),
    }
    for (name, (input, target)), reduction in itertools.product(values.items(), (*REDUCTIONS, "batchmean")):
        yield case(f"{name}, {reduction}", "klDivLoss", input, t64(target), reduction=reduction)
    for target in ([[-INF, 0, -1], [-1, -1, -1]], [[NAN, 0, -1], [INF, -1, -1]]):
        yield case(f"log_target {target[0][0]}", "klDivLoss", lp, t64(target), reduction="sum", logTarget=True)
    shapes = (((2, 3), (1, 3)), ((1, 3), (2, 3)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 3), ()), ((), (2, 3)), ((), ()), ((2, 1, 3), (4, 1)), ((0, 3), (0, 3)), ((2, 0), (2, 0)), ((0, 3), (1, 3)))
    for (a, b), reduction, log_target in itertools.product(shapes, (*REDUCTIONS, "batchmean"), (False, True)):
        generator = torch.Generator().manual_seed(len(a) * 10 + len(b))
        input = -torch.rand(a, dtype=F64, generator=generator)
        target = torch.rand(b, dtype=F64, generator=generator)
        yield case(f"broadcast {a} {b}, {reduction}, log_target {log_target}", "klDivLoss", input, target, reduction=reduction, logTarget=log_target)
    yield case("float64 scalar target for float32", "klDivLoss", torch.zeros(2, 2), torch.tensor(0.5, dtype=F64), reduction="sum")
