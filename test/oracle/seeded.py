"""Programs that draw random numbers after a seed, with what PyTorch prints, in seeded.json."""
import contextlib
import io
import json
import pathlib
import random

HEAD = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n"

SEEDS = [0, 1, 42, 123, 1234, 2**32 + 3, -1]

TEMPLATES = [
    "x = torch.randn({a}, {b})\nprint(x)",
    "x = torch.rand({a}, {b}, requires_grad=True)\nprint(x)",
    "t = torch.randint(0, {b}, ({a},))\nprint(t)",
    "t = torch.randint({b}, ({a},))\nprint(t)",
    "print(torch.randint(-{n}, {b}, ({a}, 2)))",
    "print(torch.randperm({n}))",
    "x = torch.randn({a}, {b}, requires_grad=True)\ny = torch.randint({b}, ({a},))\n"
    "loss = F.cross_entropy(x, y)\nprint(loss)\nloss.backward()\nprint(x.grad)",
    "print(torch.randn(2).softmax(0))",
    "print(nn.NLLLoss()(F.log_softmax(torch.randn(2, {b}), dim=1), torch.randint(0, {b}, (2,))))",
    "for i in range(3):\n    print(torch.randn(1).item())",
    "print(torch.rand_like(torch.zeros({a}, 2)), torch.randn_like(torch.zeros(3)))",
    "x = torch.randn({a}, {b})\ny = torch.rand({a}, {b}).softmax(dim=1)\nprint(nn.CrossEntropyLoss()(x, y))",
    "print([torch.rand(1).item() for _ in range({a})])",
    "def f():\n    return torch.randn(2)\nprint(f() + f())",
    "torch.manual_seed({n})",
    "print(torch.rand(2, dtype=torch.float64).tolist())",
    "print(torch.randn(()), torch.randn((2, 2)), torch.rand([2]))",
]


def program(choice: random.Random) -> str:
    lines = [f"{HEAD}torch.manual_seed({choice.choice([*SEEDS, choice.randrange(10**6)])})"]
    for _ in range(choice.randint(1, 4)):
        sizes = {"a": choice.randint(1, 3), "b": choice.randint(2, 4), "n": choice.randint(1, 9)}
        lines.append(choice.choice(TEMPLATES).format(**sizes))
    return "\n".join(lines) + "\n"


def printed(code: str) -> str:
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(code, {})
    return output.getvalue()


choice = random.Random(7)
programs = [program(choice) for _ in range(200)]
cases = [{"code": code, "printed": printed(code)} for code in programs]
path = pathlib.Path("test/fixtures/torch/seeded.json")
path.write_text(json.dumps(cases, indent=0) + "\n")
print(f"{path.name}: {len(cases)} cases")
