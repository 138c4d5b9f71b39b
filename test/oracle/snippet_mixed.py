"""Longer programs: statements drawn one after the other, each kept only if Python takes it after those before.

So shapes, dtypes, gradients and shared memory meet in ways that no template foresees. Some end in a statement that
stops.
"""

import contextlib
import io
import random
import warnings

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

MIN_STATEMENTS, MAX_STATEMENTS = 3, 8
TRIES = 60
STARTS = [
    "x = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]])",
    "x = torch.tensor([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75]], requires_grad=True)",
    "x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)",
    "x = torch.arange(6.).reshape(2, 3)",
    "x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64, requires_grad=True)",
    "x = torch.arange(12).view(2, 2, 3)",
    "x = torch.eye(3)",
    "x = torch.full((2, 3), 0.5)",
]
NEW_VALUES = [
    "{a} + {b}", "{a} * {b}", "{a} - {b}", "{a} / 4", "{a} * 2", "1 - {a}", "{a} ** 2", "-{a}", "{a} @ {b}",
    "{a}.t()", "{a}.T @ {b}", "{a}.sum(dim={d})", "{a}.mean(dim={d}, keepdim=True)", "{a}.softmax(dim={d})",
    "F.log_softmax({a}, dim={d})", "{a}[{i}]", "{a}[:, {i}]", "{a}[..., {i}:]", "{a}.view(-1)", "{a}.reshape(2, -1)",
    "{a}.unsqueeze({d})", "{a}.squeeze()", "{a}.exp()", "{a}.abs().sqrt()", "torch.sigmoid({a})", "torch.relu({a})",
    "{a}.clamp(min=0.5)", "{a}.clone()", "{a}.detach()", "{a}.double()", "{a}.long()", "{a}.half()", "({a} > 0).float()",
    "torch.where({a} > 0, {a}, {b})", "{a}.masked_fill({a} < 0, 0)", "torch.cat([{a}, {b}], dim={d})",
    "torch.stack([{a}, {a}])", "{a}.transpose({d}, {i})", "{a}.flatten()", "{a}.max(dim={d}).values",
    "{a}.argmax(dim={d})", "torch.max({a})", "{a}.cumsum({d})", "{a}.sort(dim={d}).values", "{a}.logsumexp(dim={d})",
    "{a}.expand(2, *{a}.shape)", "{a}[[0, 1]]", "{a}[{a} > 0]", "{a}.norm()", "{a}.mean()", "{a}.type_as({b})",
    "F.cross_entropy({a}, torch.tensor([0, 1]))", "F.nll_loss({a}.log_softmax(1), torch.tensor([1, 0]))",
    "torch.zeros_like({a})", "{a}.new_zeros(2)", "nn.Softmax(dim={d})({a})", "{a}.tolist()", "len({a})", "{a}.shape",
    "{a}.numpy()", "{a}.item()", "np.sum({a})", "torch.from_numpy({a})",
]
STATEMENTS = [
    "print({a})", "print({a}.shape, {a}.dtype)", "print({a}.sum())", "print({a}.requires_grad)", "{a} += 1",
    "{a}[0] = 0", "{a}.mul_(2)", "{a}[{i}] = {b}", "{a} *= {b}", "{a}.zero_()", "print({a} == {b})", "{a}.retain_grad()",
    "{a}.sum().backward()", "print({a}.grad)", "print({a}.grad_fn is None)", "print(f'{{{a}.sum().item():.3f}}')",
    "{a}.requires_grad_()", "print({a}.tolist())", "print({a}.is_contiguous())",
]
ENDS = ["print({a})", "print({a}.shape)", "print({a}.dtype)", "print({a}.grad)"]
NAMES = ["y", "z", "h", "out", "scores", "w"]


class MixedProgram:
    """One program as it grows; `space` is what its statements have bound so far."""

    def __init__(self, seed):
        self.random = random.Random(f"mixed {seed}")
        self.space = {"torch": torch, "F": F, "nn": nn, "np": np}
        self.lines = []
        self.names = ["x"]

    def statement(self):
        """A statement, and the name that it binds."""
        name = None
        if self.random.random() < 0.6:
            name = self.random.choice(NAMES)
            form = f"{name} = {self.random.choice(NEW_VALUES)}"
        else:
            form = self.random.choice(STATEMENTS)
        return self.filled(form), name

    def filled(self, form):
        first, second = self.random.choice(self.names), self.random.choice(self.names)
        return form.format(a=first, b=second, d=self.random.choice([0, 1, -1]), i=self.random.choice([0, 1]))

    def takes(self, line):
        """Whether the statement runs here; it stays in the program if so."""
        try:
            with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
                warnings.simplefilter("ignore")
                exec(line, self.space)
        except Exception:
            return False
        self.lines.append(line)
        return True

    def text(self):
        self.takes(self.random.choice(STARTS))
        wanted, stops = self.random.randint(MIN_STATEMENTS, MAX_STATEMENTS), self.random.random() < 0.3
        for _ in range(TRIES):
            line, name = self.statement()
            is_taken = self.takes(line)
            if is_taken and name is not None and name not in self.names:
                self.names.append(name)
            if len(self.lines) > wanted and not is_taken and stops:
                self.lines.append(line)
                break
            if len(self.lines) > wanted and not stops:
                break
        self.lines.extend(self.filled(end) for end in self.random.sample(ENDS, 2))
        used = "\n".join(self.lines)
        imports = ["import torch"]
        imports += ["import torch.nn as nn"] if "nn." in used else []
        imports += ["import torch.nn.functional as F"] if "F." in used else []
        imports += ["import numpy as np"] if "np." in used else []
        return "\n".join([*imports, "", *self.lines])
