"""Writes what the panel explains, as PyTorch computes it: readings, precision, steps, divergence and reduction.

Run it with PyTorch 2.13 and NumPy. `panel_precision.py` has the rows of single logits. Each row of panel_maths.json has a `kind`; everything random is seeded.
"""

import itertools
import math

import torch
import torch.nn.functional as F

from encode import encode_number, encode_tensor
from panel_precision import precision_rows, seeded, step_rows
from run import OPTION_NAMES, encode_option, message_of
from write_json import write_json

F64 = torch.float64
SHAPES = ((4, 3), (3,), (2, 4, 3))
LOSSES = {"crossEntropyLoss": F.cross_entropy, "nllLoss": F.nll_loss}


def class_dim(tensor):
    return 0 if tensor.dim() == 1 else 1


def indices_for(logits, seed):
    shape = logits.shape[:1] + logits.shape[2:] if logits.dim() > 1 else ()
    classes = logits.shape[class_dim(logits)]
    return torch.randint(classes, shape, generator=torch.Generator().manual_seed(seed))


def keywords_of(options):
    return {OPTION_NAMES[name]: value for name, value in options.items()}


def encode_options(options):
    return {name: encode_option(value) for name, value in options.items()}


def calls():
    """Name, logits, target and options of calls with each option; the first target of those 'ignored' is left out."""
    for number, shape in enumerate(SHAPES):
        logits = seeded(shape, number)
        classes = shape[class_dim(logits)]
        weight = torch.linspace(0.5, 2, classes, dtype=F64)
        indices = indices_for(logits, number)
        ignored = indices.clone()
        ignored.view(-1)[0] = -100
        probs = seeded(shape, number + 50).softmax(class_dim(logits))
        targets = {"indices": indices, "ignored": ignored, "probabilities": probs}
        for (kind, target), smoothing, is_weighted in itertools.product(targets.items(), (0.0, 0.2), (False, True)):
            options = {"weight": weight} if is_weighted else {}
            if smoothing:
                options["labelSmoothing"] = smoothing
            name = f"{shape}, {kind}{', smoothed' if smoothing else ''}{', weighted' if is_weighted else ''}"
            yield name, logits, target, options
    X, Y = seeded((3, 4), 9), torch.tensor([1, 3, 1])
    yield "a class index is ignored", X, Y, {"ignoreIndex": 1}
    yield "all ignored", X, torch.full((3,), -100), {}
    yield "logits of 1e4", X * 1e4, Y, {}
    yield "-inf beside the target", X.index_fill(1, torch.tensor([2]), -math.inf), Y, {}
    yield "nan in a row", X.index_fill(0, torch.tensor([0]), math.nan), Y, {}
    yield "+inf in a row", torch.tensor([[math.inf, 0, 1], [1, 2, 3]], dtype=F64), torch.tensor([0, 1]), {}
    yield "one class", X[:, :1], torch.zeros(3, dtype=torch.long), {}
    yield "probabilities of one class", X[:, :1], torch.zeros((3, 1), dtype=F64), {}
    yield "probabilities that do not sum to 1", X, torch.full((3, 4), 0.5, dtype=F64), {}
    yield "[10, 0, 0] with target 1", torch.tensor([10, 0, 0], dtype=F64), torch.tensor(1), {}


def reading_cell(loss, form, logits, target, options):
    """One loss on one form of the logits: value, and the gradient with respect to the logits."""
    leaf = logits.detach().clone().requires_grad_()
    dim = class_dim(leaf)
    forms = {"logits": lambda x: x, "log-probabilities": lambda x: x.log_softmax(dim), "probabilities": lambda x: x.softmax(dim)}
    keywords = keywords_of(options)
    if loss == "nllLoss":
        keywords.pop("label_smoothing", None)
    try:
        value = LOSSES[loss](forms[form](leaf), target, **keywords)
    except Exception as error:
        return {"loss": loss, "form": form, "error": {"type": type(error).__name__, "message": message_of(error)}}
    value.backward()
    return {"loss": loss, "form": form, "value": encode_number(value.item()), "gradient": encode_tensor(leaf.grad)}


def reading_rows():
    """The losses on three forms of the same scores, given as logits, log-probabilities or probabilities."""
    for (name, logits, target, options), reduction in itertools.product(calls(), ("mean", "sum")):
        options = {**options, "reduction": reduction}
        dim = class_dim(logits)
        given = {"logits": logits, "log-probabilities": logits.log_softmax(dim), "probabilities": logits.softmax(dim)}
        for reading, input in given.items():
            leaf = input.log() if reading == "probabilities" else input
            forms = ("logits", "log-probabilities", "probabilities")
            cells = [reading_cell(loss, form, leaf, target, options) for loss in LOSSES for form in forms]
            yield {
                "kind": "reading", "name": f"{reading}, {reduction}: {name}", "reading": reading,
                "input": encode_tensor(input), "target": encode_tensor(target),
                "options": encode_options(options), "cells": cells,
            }


def distribution_of(logits, target, options):
    """The distribution that a target means, classes last, and which samples count."""
    dim = class_dim(logits)
    classes = logits.shape[dim]
    if target.shape == logits.shape:
        p = target.movedim(dim, -1)
        counts = torch.ones(p.shape[:-1], dtype=torch.bool)
    else:
        counts = target != options.get("ignoreIndex", -100)
        p = F.one_hot(torch.where(counts, target, 0), classes).to(F64)
    smoothing = options.get("labelSmoothing", 0.0)
    return p * (1 - smoothing) + smoothing / classes, counts


def divergence_rows():
    for name, logits, target, options in calls():
        p, counts = distribution_of(logits, target, options)
        leaf = logits.clone().requires_grad_()
        q = leaf.log_softmax(class_dim(leaf)).movedim(class_dim(leaf), -1)
        divergence = F.kl_div(q, p, reduction="none").sum(-1)
        entropy = torch.special.entr(p).sum(-1)
        divergence[counts].mean().backward()
        unweighted = {name: value for name, value in options.items() if name != "weight"}
        cross_entropy = F.cross_entropy(logits, target, reduction="none", **keywords_of(unweighted))
        mean = F.cross_entropy(logits, target, **keywords_of(unweighted))
        yield {
            "kind": "divergence", "name": name, "input": encode_tensor(logits), "target": encode_tensor(target),
            "options": encode_options(options), "counts": encode_tensor(counts), "entropy": encode_tensor(entropy),
            "divergence": encode_tensor(divergence), "crossEntropy": encode_tensor(cross_entropy),
            "meanDivergence": encode_number(divergence[counts].mean().item()),
            "meanEntropy": encode_number(entropy[counts].mean().item()),
            "meanCrossEntropy": encode_number(mean.item()), "gradInput": encode_tensor(leaf.grad),
        }


def reduction_rows():
    for name, logits, target, options in calls():
        for loss, function in LOSSES.items():
            keywords = keywords_of(options)
            if loss == "nllLoss":
                keywords.pop("label_smoothing", None)
                if target.shape == logits.shape:
                    continue
            total = function(logits, target, reduction="sum", **keywords)
            mean = function(logits, target, reduction="mean", **keywords)
            yield {
                "kind": "reduction", "name": name, "loss": loss, "input": encode_tensor(logits),
                "target": encode_tensor(target), "options": encode_options(options),
                "sum": encode_number(total.item()), "mean": encode_number(mean.item()),
                "ignoredCount": int((target == options.get("ignoreIndex", -100)).sum()),
            }


def main():
    torch.set_num_threads(1)
    rows = [*reading_rows(), *precision_rows(), *step_rows(), *divergence_rows(), *reduction_rows()]
    write_json("panel_maths.json", {"torch": torch.__version__}, rows)


if __name__ == "__main__":
    main()
