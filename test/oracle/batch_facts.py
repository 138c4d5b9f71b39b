"""Writes what the panel says of a batch, as PyTorch computes it: predictions, accuracy, confusion, losses by class.

Run it with PyTorch 2.13. Each case of batch_facts.json is one call of both losses; everything random is seeded.
"""

import itertools
import math

import torch
import torch.nn.functional as F

from encode import encode_tensor
from panel_maths import class_dim, encode_options, indices_for, keywords_of
from panel_precision import seeded
from write_json import write_json

F64 = torch.float64
NAN, INF = math.nan, math.inf


def calls():
    """Name, input, target and options."""
    for number, shape in enumerate(((6, 4), (5,), (3, 4, 5), (2, 3, 2, 2), (40, 7))):
        logits = seeded(shape, number)
        indices = indices_for(logits, number)
        ignored = indices.clone()
        ignored.view(-1)[0] = -100
        weight = torch.linspace(0.5, 2, shape[class_dim(logits)], dtype=F64)
        yield f"{shape}", logits, indices, {}
        yield f"{shape}, one ignored", logits, ignored, {"weight": weight}
        yield f"{shape}, halves", (logits * 2).round() / 2, indices, {"labelSmoothing": 0.1}
        yield f"{shape}, probabilities", logits, seeded(shape, number + 50).softmax(class_dim(logits)), {}
    tied = torch.tensor([[1, 1, 1], [0, 2, 2], [3, 0, 3]], dtype=F64)
    for target in itertools.product(range(3), repeat=2):
        yield f"ties, target {target}", tied, torch.tensor([*target, 2]), {}
    special = [[NAN, 1, 2], [1, NAN, NAN], [INF, INF, 0], [-INF, -INF, -INF], [0, -INF, NAN], [0.0, -0.0, -1]]
    for target in range(3):
        yield f"nan and inf, target {target}", torch.tensor(special, dtype=F64), torch.full((6,), target), {}
    yield "a class index is ignored", seeded((5, 3), 7), torch.tensor([0, 1, 2, 1, 0]), {"ignoreIndex": 1}
    yield "all ignored", seeded((3, 4), 8), torch.full((3,), -100), {}
    yield "one class", seeded((3, 1), 9), torch.zeros(3, dtype=torch.long), {}
    yield "one-hot", seeded((3, 4), 10), F.one_hot(torch.tensor([1, 0, 3]), 4).to(F64), {}
    yield "a tied distribution", seeded((2, 4), 11), torch.full((2, 4), 0.25, dtype=F64), {}
    yield "no samples", torch.zeros((0, 3), dtype=F64), torch.zeros(0, dtype=torch.long), {}
    yield "two halves of float32", torch.tensor([[0.5, 0.25], [0.1, 0.2]]), torch.tensor([0, 0]), {}


def place_of(rows, target, order):
    """Place of the target's class in each sorted row, its equals in this order of the classes."""
    moved = rows[:, order].sort(dim=1, descending=True, stable=True).indices
    return (torch.tensor(order)[moved] == target).nonzero()[:, 1]


def top_counts(rows, target):
    """Hits by the order of the classes, and how many samples equal values decide, for each k."""
    classes = rows.shape[1]
    hits, ties = torch.zeros(classes, dtype=torch.long), torch.zeros(classes, dtype=torch.long)
    for row, klass in zip(rows, target.tolist()):
        others = [c for c in range(classes) if c != klass]
        orders = (list(range(classes)), [klass, *others], [*others, klass])
        place, least, most = (place_of(row[None], klass, order).item() for order in orders)
        hits[place:] += 1
        ties[least:most] += 1
    for k in range(1, classes + 1):
        found = int((rows.topk(k, dim=1).indices == target[:, None]).sum()) if len(rows) else 0
        assert abs(found - int(hits[k - 1])) <= int(ties[k - 1])
    return hits, ties


def by_class(losses, target, classes):
    return torch.stack([losses[target == klass].mean() for klass in range(classes)])


def gradient_norms(function, logits, target, keywords):
    leaf = logits.clone().requires_grad_()
    function(leaf, target, **keywords).backward()
    return leaf.grad.double().norm(dim=class_dim(leaf)).reshape(-1)


def facts(name, logits, target, options):
    dim, keywords = class_dim(logits), keywords_of(options)
    classes = logits.shape[dim]
    has_probabilities = target.shape == logits.shape
    truth = (target.argmax(dim) if has_probabilities else target).reshape(-1)
    counts = torch.ones_like(truth, dtype=torch.bool) if has_probabilities else truth != options.get("ignoreIndex", -100)
    predicted = logits.argmax(dim).reshape(-1)
    rows = logits.movedim(dim, -1).reshape(-1, classes)[counts]
    kept = truth[counts]
    hits, ties = top_counts(rows, kept)
    assert int(hits[0]) == int((predicted[counts] == kept).sum())
    pairs = torch.bincount(kept * classes + predicted[counts], minlength=classes * classes)
    row = {
        "name": name, "input": encode_tensor(logits), "target": encode_tensor(target),
        "options": encode_options(options), "predicted": encode_tensor(predicted),
        "classes": encode_tensor(torch.where(counts, truth, -1)), "hits": encode_tensor(hits),
        "ties": encode_tensor(ties), "confusion": encode_tensor(pairs.reshape(classes, classes)),
    }
    functions = {"crossEntropyLoss": F.cross_entropy} | ({} if has_probabilities else {"nllLoss": F.nll_loss})
    for loss, function in functions.items():
        own = {key: value for key, value in keywords.items() if loss != "nllLoss" or key != "label_smoothing"}
        losses = function(logits, target, reduction="none", **own).reshape(-1)[counts]
        row[loss] = {
            "means": encode_tensor(by_class(losses, kept, classes)),
            "norms": encode_tensor(gradient_norms(function, logits, target, own)),
        }
    return row


def main():
    torch.set_num_threads(1)
    rows = [facts(*call) for call in calls()]
    write_json("batch_facts.json", {"torch": torch.__version__}, rows)


if __name__ == "__main__":
    main()
