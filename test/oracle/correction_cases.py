"""Refused calls whose meaning is evident: the corrected PyTorch code, and what it gives."""

import torch

from run import encode_option, outcome
from encode import encode_tensor

X = torch.tensor([[2, 1, 0.125], [0.5, 2.5, 0.25]], dtype=torch.float64)
Y = torch.tensor([0, 1])
HOT = torch.tensor([[1, 0, 0], [0, 1, 0]])
IMAGE = torch.arange(24, dtype=torch.float64).reshape(2, 3, 2, 2) / 8
IMAGE_TARGET = torch.tensor([[[0, 1], [2, 0]], [[1, 1], [2, 2]]])
BOTH = ("crossEntropyLoss", "nllLoss")


def calls():
    """(name, losses, corrected code, input, target, options)"""
    yield "float target", BOTH, "target.long()", X, Y.float(), {}
    yield "float64 target with an ignored one", BOTH, "target.long()", X, torch.tensor([-100.0, 1]).double(), {}
    yield "int32 target", BOTH, "target.long()", X, Y.int(), {}
    yield "bool target", BOTH, "target.long()", X, Y.bool(), {}
    yield "target (N, 1)", BOTH, "target.squeeze(1)", X, Y[:, None], {"reduction": "none"}
    yield "float target (N, 1)", BOTH, "target.squeeze(1).long()", X, Y[:, None].float(), {}
    yield "target (1, N)", BOTH, "target.squeeze(0)", X, Y[None], {}
    yield "target (1, 1) for one sample", BOTH, "target.squeeze(1)", X[:1], Y[:1, None], {}
    yield "target () for a batch of one", BOTH, "target.unsqueeze(0)", X[:1], Y[0], {}
    yield "target (N, 1, H, W)", BOTH, "target.squeeze(1)", IMAGE, IMAGE_TARGET[:, None], {}
    yield "target (N, 1, D)", BOTH, "target.squeeze(1)", IMAGE[..., 0], IMAGE_TARGET[:, None, :, 0], {}
    yield "target (N, D, 1)", BOTH, "target.squeeze(2)", IMAGE[..., 0], IMAGE_TARGET[..., :1], {}
    yield "target (2, 2) for 4 rows", BOTH, "target.reshape(-1)", torch.cat([X, X + 1]), torch.stack([Y, Y]), {}
    yield "one-hot int64", BOTH[:1], "target.float()", X, HOT, {"reduction": "sum"}
    yield "one-hot bool", BOTH[:1], "target.float()", X, HOT.bool(), {}
    yield "one-hot int64", BOTH[1:], "target.argmax(1)", X, HOT, {}
    yield "one-hot float", BOTH[1:], "target.argmax(1)", X, HOT.float(), {}
    yield "one-hot (C)", BOTH[:1], "target.float()", X[0], HOT[0], {}
    yield "one-hot (C)", BOTH[1:], "target.argmax(0)", X[0], HOT[1], {}
    yield "one-hot (N, C, D)", BOTH[1:], "target.argmax(1)", IMAGE[..., 0], torch.nn.functional.one_hot(IMAGE_TARGET[..., 0], 3).transpose(1, 2), {}
    yield "int64 input", BOTH, "input.float()", torch.tensor([[2, 1, 0], [0, 3, 1]]), Y, {}
    yield "int64 input and float target", BOTH, "input.float(), target.long()", torch.tensor([[2, 1, 0], [0, 3, 1]]), Y.float(), {}
    yield "float32 weight for float64", BOTH, "weight.to(input.dtype)", X, Y, {"weight": torch.tensor([1.0, 2, 3])}
    yield "int64 weight for float64", BOTH, "weight.to(input.dtype)", X, Y, {"weight": torch.tensor([1, 2, 3])}
    yield "weight and target", BOTH, "target.long(), weight.to(input.dtype)", X, Y.float(), {"weight": torch.tensor([1.0, 2, 3])}
    yield "smoothed target (1) for (C)", BOTH[:1], "target.squeeze(0)", X[0], Y[1:], {"labelSmoothing": 0.1}
    yield "smoothed uint8 target, weighted", BOTH[:1], "target.long()", X, Y.byte(), {"labelSmoothing": 0.1, "weight": torch.tensor([1, 2, 3.0]).double()}
    yield "uint8 spatial target", BOTH, "target.long()", IMAGE, IMAGE_TARGET.byte(), {}
    yield "int64 input", ("klDivLoss",), "input.float()", torch.tensor([[-1, -2]]), torch.tensor([[0.25, 0.75]]), {"reduction": "sum"}
    yield "int64 target", ("klDivLoss",), "target.float()", X, HOT, {"reduction": "batchmean"}


def corrected(code, input, target, options):
    """The arguments after `code`, one expression for each of input, target and weight."""
    names = {"input": input, "target": target, "weight": options.get("weight")}
    for expression in code.split(", "):
        names[expression.split(".")[0]] = eval(expression, {}, names)
    options = {name: names["weight"] if name == "weight" else value for name, value in options.items()}
    return names["input"], names["target"], options


def correction_rows():
    rows = []
    for name, losses, code, input, target, options in calls():
        for loss in losses:
            refusal = outcome(loss, input, target, options)
            assert "error" in refusal, f"PyTorch takes {loss}: {name}"
            values = outcome(loss, *corrected(code, input, target, options))
            assert "output" in values, f"PyTorch refuses the correction of {loss}: {name}: {values}"
            rows.append({
                "name": name,
                "loss": loss,
                "input": encode_tensor(input),
                "target": encode_tensor(target),
                "options": {key: encode_option(value) for key, value in options.items()},
                "error": refusal["error"],
                "correction": code,
                **values,
            })
    return rows
