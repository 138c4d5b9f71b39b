"""Writes what the panel measures of a batch, as PyTorch computes it: perplexity, micro-batches and calibration.

Run it with PyTorch 2.13. Each row of batch_measures.json has a `kind`; everything is seeded.
"""

import random

import torch
import torch.nn.functional as F

from cases import F64, target_shape
from encode import encode_number, encode_tensor
from panel_maths import LOSSES, class_dim, encode_options, keywords_of
from write_json import write_json

SHAPES = ((2, 3), (5, 3), (8, 4), (3, 5, 4), (4, 3, 2, 2), (2, 6, 7))


def random_call(generator, shape):
    """Log-probabilities, target and options of a call of either loss: some targets are ignored, classes weighted."""
    seed = torch.Generator().manual_seed(generator.randrange(2**31))
    classes = shape[class_dim(torch.empty(shape))]
    logits = torch.randn(shape, dtype=F64, generator=seed) * generator.choice((0.5, 2.0, 8.0))
    target = torch.randint(classes, target_shape(shape), generator=seed)
    ignore_index = generator.choice((-100, -100, 1))
    if generator.random() < 0.5:
        target[torch.rand(target.shape, generator=seed) < 0.4] = ignore_index
    if len(shape) > 1 and generator.random() < 0.2:
        target[: shape[0] // 2] = ignore_index
    if generator.random() < 0.1:
        target.fill_(ignore_index)
    options = {} if ignore_index == -100 else {"ignoreIndex": ignore_index}
    if generator.random() < 0.5:
        options["weight"] = torch.rand(classes, dtype=F64, generator=seed) * 2 + 0.1
    return logits, target, options


def perplexity_rows():
    generator = random.Random(1)
    for number in range(36):
        logits, target, options = random_call(generator, (*SHAPES, (4,))[number % (len(SHAPES) + 1)])
        ignore_index = options.get("ignoreIndex", -100)
        counts = target != ignore_index
        mean = F.cross_entropy(logits, target, ignore_index=ignore_index)
        of_log_probs = F.nll_loss(logits.log_softmax(class_dim(logits)), target, ignore_index=ignore_index)
        assert torch.allclose(mean, of_log_probs, equal_nan=True)
        yield {
            "kind": "perplexity", "name": f"{number}: {tuple(logits.shape)}", "input": encode_tensor(logits),
            "target": encode_tensor(target), "options": encode_options({"ignoreIndex": ignore_index}),
            "count": int(counts.sum()), "meanNats": encode_number(mean.item()),
            "perplexity": encode_number(mean.exp().item()),
            "bits": encode_number((mean / torch.tensor(2, dtype=F64).log()).item()),
        }


def micro_batch_rows():
    """Each half by itself, their mean, and the sums of both over the whole count, with what it does to gradients."""
    generator = random.Random(2)
    for number in range(60):
        logits, target, options = random_call(generator, SHAPES[number % len(SHAPES)])
        loss = generator.choice(tuple(LOSSES))
        function = LOSSES[loss]
        if loss == "nllLoss":
            logits = logits.log_softmax(1)
        elif generator.random() < 0.3:
            options["labelSmoothing"] = 0.1
        if loss == "crossEntropyLoss" and number % 10 == 0:
            target = torch.rand(logits.shape, dtype=F64, generator=torch.Generator().manual_seed(number)).softmax(1)
            options.pop("ignoreIndex", None)
        keywords = keywords_of(options)
        at = generator.randrange(1, logits.shape[0])
        parts = [(logits[:at], target[:at]), (logits[at:], target[at:])]
        means = torch.stack([function(x, y, **keywords) for x, y in parts])
        sums = torch.stack([function(x, y, reduction="sum", **keywords) for x, y in parts])
        yield {
            "kind": "microBatches", "name": f"{number}: {loss} {tuple(logits.shape)} at {at}", "loss": loss, "at": at,
            "input": encode_tensor(logits), "target": encode_tensor(target), "options": encode_options(options),
            "means": encode_tensor(means), "sums": encode_tensor(sums),
            "meanOfMeans": encode_number(means.mean().item()),
            "mean": encode_number(function(logits, target, **keywords).item()),
        }


def calibration_rows():
    """Guo et al. 2017 as in github.com/gpleiss/temperature_scaling, `_ECELoss`, with the accuracy of each bin."""
    generator = random.Random(3)
    for number in range(24):
        bins = (10, 15, 1, 7)[number % 4]
        seed = torch.Generator().manual_seed(number)
        samples, classes = (1, 5, 60, 400)[generator.randrange(4)], generator.choice((2, 3, 10))
        logits = torch.randn((samples, classes), dtype=F64, generator=seed) * generator.choice((0.3, 1.0, 4.0))
        target = torch.where(
            torch.rand(samples, generator=seed) < 0.6, logits.argmax(1), torch.randint(classes, (samples,), generator=seed)
        )
        confidence, predicted = logits.softmax(1).max(1)
        right = predicted.eq(target)
        limits = torch.linspace(0, 1, bins + 1, dtype=F64)
        rows, expected, most = [], torch.zeros(1, dtype=F64), torch.zeros(1, dtype=F64)
        for lower, upper in zip(limits[:-1], limits[1:]):
            inside = confidence.gt(lower) * confidence.le(upper)
            accuracy, mean = right[inside].double().mean(), confidence[inside].mean()
            rows.append([int(inside.sum()), encode_number(accuracy.item()), encode_number(mean.item())])
            if inside.any():
                expected += (mean - accuracy).abs() * inside.double().mean()
                most = torch.maximum(most, (mean - accuracy).abs())
        yield {
            "kind": "calibration", "name": f"{number}: {samples} samples in {bins} bins", "bins": rows,
            "confidence": encode_tensor(confidence), "right": encode_tensor(right.double()),
            "expectedError": encode_number(expected.item()), "maximumError": encode_number(most.item()),
        }


def main():
    torch.set_num_threads(1)
    rows = [*perplexity_rows(), *micro_batch_rows(), *calibration_rows()]
    write_json("batch_measures.json", {"torch": torch.__version__}, rows)


if __name__ == "__main__":
    main()
