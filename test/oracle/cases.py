"""The calls that are checked: every option, shape, reduction, edge case and message, and a seeded random part."""

import itertools
import random

import torch

from edge_cases import edge_cases
from error_cases import error_cases

REDUCTIONS = ("none", "mean", "sum")
F64 = torch.float64

X = torch.tensor([[2, 1, 0.1], [0.5, 2.5, 0.3]], dtype=F64)
Y = torch.tensor([0, 1])
P = torch.tensor([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], dtype=F64)
W = torch.tensor([1, 2, 3], dtype=F64)


def case(name, loss, input, target, **options):
    return {"name": name, "loss": loss, "input": input, "target": target, "options": options}


def standard_cases():
    """The 2 x 3 example under each combination of options."""
    log_probs = X.log_softmax(1)
    kinds = {"indices": Y, "one ignored": torch.tensor([0, -100]), "probabilities": P}
    for (kind, target), weight, smoothing, reduction in itertools.product(
        kinds.items(), (None, W), (0.0, 0.1, 1.0), REDUCTIONS
    ):
        options = {"reduction": reduction}
        if weight is not None:
            options["weight"] = weight
        name = f"standard, {kind}, {'weighted, ' if weight is not None else ''}{reduction}"
        if smoothing:
            yield case(f"{name}, label_smoothing {smoothing}", "crossEntropyLoss", X, target, labelSmoothing=smoothing, **options)
        else:
            yield case(name, "crossEntropyLoss", X, target, **options)
            if kind != "probabilities":
                yield case(name, "nllLoss", log_probs, target, **options)
    for target, log_target, reduction in itertools.product((P,), (False, True), (*REDUCTIONS, "batchmean")):
        given = target.log() if log_target else target
        name = f"standard, {'log_target, ' if log_target else ''}{reduction}"
        yield case(name, "klDivLoss", log_probs, given, reduction=reduction, logTarget=log_target)


SHAPES = ((3,), (1, 3), (5, 3), (4, 1), (2, 3, 4), (2, 3, 1), (2, 4, 2, 3), (1, 2, 1, 1), (2, 3, 2, 1, 2), (1, 2, 2, 1, 2, 1))


def target_shape(shape):
    return shape[:1] + shape[2:] if len(shape) > 1 else ()


def random_tensors(generator, shape):
    """Input, index target, probability target and class weights for a shape (class dimension by PyTorch's rule)."""
    class_dim = 0 if len(shape) == 1 else 1
    count = shape[class_dim]
    torch_generator = torch.Generator().manual_seed(generator.randrange(2**31))
    scale = generator.choice((0.1, 1.0, 5.0, 30.0))
    input = torch.randn(shape, dtype=F64, generator=torch_generator) * scale
    indices = torch.randint(count, target_shape(shape), generator=torch_generator)
    probs = torch.rand(shape, dtype=F64, generator=torch_generator).softmax(class_dim)
    weight = torch.rand(count, dtype=F64, generator=torch_generator) * 2
    return input, indices, probs, weight


def shape_cases():
    generator = random.Random(1)
    for shape, reduction in itertools.product(SHAPES, REDUCTIONS):
        input, indices, probs, weight = random_tensors(generator, shape)
        log_probs = input.log_softmax(0 if len(shape) == 1 else 1)
        name = f"shape {shape}, {reduction}"
        yield case(f"{name}, indices", "crossEntropyLoss", input, indices, reduction=reduction)
        yield case(f"{name}, indices, weighted, smoothed", "crossEntropyLoss", input, indices, reduction=reduction, weight=weight, labelSmoothing=0.2)
        yield case(f"{name}, probabilities, weighted", "crossEntropyLoss", input, probs, reduction=reduction, weight=weight)
        yield case(f"{name}, weighted", "nllLoss", log_probs, indices, reduction=reduction, weight=weight)
        yield case(name, "klDivLoss", log_probs, probs, reduction=reduction)


def random_cases(count=200):
    generator = random.Random(20130)
    for i in range(count):
        dims = generator.choice((1, 2, 2, 2, 3, 4, 5))
        shape = tuple(generator.randint(1, 4) for _ in range(dims))
        input, indices, probs, weight = random_tensors(generator, shape)
        loss = generator.choice(("crossEntropyLoss", "crossEntropyLoss", "nllLoss", "klDivLoss"))
        options = {"reduction": generator.choice(REDUCTIONS if loss != "klDivLoss" else (*REDUCTIONS, "batchmean"))}
        class_dim = 0 if dims == 1 else 1
        if loss == "klDivLoss":
            if generator.random() < 0.5:
                probs, options["logTarget"] = probs.log(), True
            yield case(f"random {i}", loss, input.log_softmax(class_dim), probs, **options)
            continue
        if generator.random() < 0.5:
            options["weight"] = weight
        is_soft = loss == "crossEntropyLoss" and generator.random() < 0.3
        if not is_soft and generator.random() < 0.5:
            # A class index as ignore_index, or the default one in some places.
            options["ignoreIndex"] = generator.choice((-100, -1, 0, 1))
            mask = torch.rand(indices.shape, generator=torch.Generator().manual_seed(i)) < 0.4
            indices = torch.where(mask, torch.tensor(options["ignoreIndex"]), indices)
        if loss == "crossEntropyLoss" and generator.random() < 0.4:
            options["labelSmoothing"] = round(generator.random(), 2)
        if generator.random() < 0.1:
            input = input * 200
        yield case(f"random {i}", loss, input, probs if is_soft else indices, **options)


def all_cases():
    cases = [*standard_cases(), *shape_cases(), *edge_cases(case), *error_cases(case), *random_cases()]
    names = [f"{entry['loss']}: {entry['name']}" for entry in cases]
    repeated = {name for name in names if names.count(name) > 1}
    assert not repeated, f"names must be unique: {repeated}"
    return cases
