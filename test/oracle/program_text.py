"""Composes one program from a seed: literals, steps, loss calls, imports and what stands around them."""

import random
import re

from program_losses import COMMON_OPTIONS, ENDS, LITERALS, LOSS_FORMS, NLL_BETWEEN, SMOOTHING_OPTIONS, TARGETS
from program_steps import STEPS as TENSOR_STEPS
from program_steps_objects import STEPS as OBJECT_STEPS
from program_steps_python import STEPS as PYTHON_STEPS
from program_steps_unfollowed import UNFOLLOWED
from snippet_grammar import FUNCTIONAL, ROWS_OF_PROBABILITIES, Grammar

STEPS = {**TENSOR_STEPS, **PYTHON_STEPS, **OBJECT_STEPS, **UNFOLLOWED}
UNFOLLOWED_WEIGHT = 0.4
RARE_WEIGHT = 0.5
PAIRS = [
    ("logits", "target"), ("logits", "targets"), ("scores", "labels"), ("output", "target"), ("x", "y"), ("z", "t"),
    ("outputs", "labels"), ("logits", "y"), ("y_pred", "y_true"), ("input", "target"), ("preds", "labels"), ("out", "gold"),
]
FRESH = ["a", "b", "h", "tmp", "v", "view", "copied", "alias", "u", "q", "extra", "part"]
FUNCTION_NAMES = ["scale", "adjust", "helper", "prepare", "update", "tweak"]
TOKEN = re.compile(r"(?<![\w.@'\"])(X|Y|W|I|J|K|S|B|V|U|G|N|C|SHAPE)(?![\w'\"])")
LITERAL = re.compile(r"@([fmpiqbyd])([XCNYF])(?!\w)")
USUAL = [
    (r"\btorch\.", ["import torch"]),
    (r"(?<![\w.])nn\.", ["import torch.nn as nn", "from torch import nn"]),
    (r"(?<![\w.])F\.", [FUNCTIONAL, FUNCTIONAL, "from torch.nn import functional as F"]),
    (r"(?<![\w.])np\.", ["import numpy as np"]),
    (r"(?<![\w.])copy\.", ["import copy"]),
]
BARE = {"nn": ["CrossEntropyLoss", "NLLLoss", "LogSoftmax"], "F": ["cross_entropy", "nll_loss", "log_softmax"]}


def weight_of(kind):
    if kind in UNFOLLOWED:
        return UNFOLLOWED_WEIGHT
    return RARE_WEIGHT if kind in OBJECT_STEPS else 1


class ProgramText:
    def __init__(self, seed, decks):
        self.random = random.Random(f"program {seed}")
        self.decks = decks
        chance = self.random.random
        self.N, self.C = self.random.randint(2, 4), self.random.randint(2, 5)
        self.inner = [self.random.randint(1, 3)] if chance() < 0.07 else []
        self.X, self.Y = self.random.choice(PAIRS)
        self.W = self.random.choice(["weight", "class_weights", "w"])
        self.used = {self.X, self.Y, self.W, "lp", "m", "w"}
        self.kinds = []

    # Literals

    def shape_of(self, what):
        if what in "XF":
            return [self.N, self.C, *self.inner]
        return {"C": [self.C], "N": [self.N], "Y": [self.N, *self.inner]}[what]

    def one(self, kind):
        draw = self.random
        if kind == "y":
            return draw.randrange(self.C)
        if kind == "i":
            return draw.randint(-3, 4)
        if kind == "b":
            return draw.random() < 0.5
        return round(draw.uniform(0.1 if kind == "p" else -2.5, 3.0), draw.choice([1, 1, 2, 2])) or 0.5

    def nested(self, kind, shape):
        if kind == "q" and len(shape) == 1 and shape[0] in ROWS_OF_PROBABILITIES:
            return self.random.choice(ROWS_OF_PROBABILITIES[shape[0]])
        return self.one(kind) if not shape else [self.nested(kind, shape[1:]) for _ in range(shape[0])]

    def literal(self, kind, what):
        values = self.nested("f" if kind == "m" else kind, self.shape_of(what))
        if what == "F":
            values = list(flattened(values))
        if kind != "m":
            return str(values)
        indent = self.random.choice(["    ", " " * 14])
        return "[" + (",\n" + indent).join(map(str, values)) + self.random.choice(["]", ",\n]"])

    # Templates

    def fill(self, template):
        """A template with its choices made and its capitals named; new names are new in each template."""
        text = Grammar(self.random.random(), template).expand() if "«" in template else template
        rows = self.random.sample(range(self.N), 2)
        named = {"X": self.X, "Y": self.Y, "W": self.W, "N": self.N, "C": self.C, "I": rows[0], "J": rows[1]}
        named["SHAPE"] = ", ".join(map(str, self.shape_of("X")))
        named["K"] = self.random.randrange(self.C)
        named["S"] = self.random.choice([0.5, 2.0, 3, 1.5, 10, 0.1, 2, -1.0])
        named["B"] = self.random.choice([0.3, -1.2, 1.0, 0.75, -2, 2.5, 0])
        for token, names in (("V", FRESH), ("U", FRESH), ("G", FUNCTION_NAMES)):
            if re.search(rf"\b{token}\b", text):
                named[token] = self.fresh(names)
        text = LITERAL.sub(lambda found: self.literal(found[1], found[2]), text)
        return TOKEN.sub(lambda found: str(named[found[1]]), text)

    def fresh(self, names):
        free = [name for name in names if name not in self.used] or [f"{names[0]}{len(self.used)}"]
        name = self.random.choice(free)
        self.used.add(name)
        return name

    def dealt(self, name, choices):
        """The next of the choices: all are dealt before one comes again."""
        if not self.decks.get(name):
            self.decks[name] = self.random.sample(range(len(choices)), len(choices))
        return choices[self.decks[name].pop()]

    def step(self):
        kinds = list(STEPS)
        weights = [weight_of(kind) for kind in kinds]
        kind = self.random.choices(kinds, weights)[0]
        self.kinds.append(kind)
        return self.fill(self.dealt(kind, STEPS[kind]))

    # Losses

    def options(self, is_smoothing):
        if self.random.random() < 0.5:
            return "", ""
        self.kinds.append("options")
        name, table = ("common", COMMON_OPTIONS)
        if is_smoothing and self.random.random() < 0.35:
            name, table = "smoothing", SMOOTHING_OPTIONS
        above, written = self.dealt(name, table)
        both = self.fill(f"{above}¦{written}").split("¦")
        return both[0], both[1]

    def loss(self):
        """What stands above the steps, what between them and the call, and the call."""
        form = self.random.choice(list(LOSS_FORMS))
        self.kinds.append(form)
        template = self.dealt(form, LOSS_FORMS[form])
        is_nll = "nll" in template.lower()
        above, written = self.options(not is_nll)
        head, _, call = template.rpartition("|")
        between = ""
        if is_nll and "X, Y" in call and self.random.random() < 0.7:
            between = self.fill(self.random.choice(NLL_BETWEEN))
            call = call.replace("X, Y", "lp, Y")
        both = with_options(self.fill(f"{head}¦{call}"), written).split("¦")
        return [above, both[0]], between, both[1]

    def ended(self, call):
        before, after = self.random.choice(ENDS)
        if after[:1] in (")", "]", "}", "."):
            return f"{before}{call}{after}"
        return "\n".join(filter(None, [before + call, after]))

    # The program

    def body(self):
        setup = [self.fill(self.random.choice(LITERALS)), self.fill(self.random.choice(TARGETS))]
        if self.random.random() < 0.15:
            setup.reverse()
        above, between, call = self.loss()
        steps = [self.step() for _ in range(self.random.choices(range(5), [1, 4, 4, 2, 1])[0])]
        parts = [*above, *steps] if self.random.random() < 0.6 else [*steps, *above]
        parts = [*setup, *parts, between, self.ended(call)]
        draw = self.random.random()
        if draw < 0.08:
            self.kinds.append("two calls")
            parts += [self.step(), between, self.ended(call)]
        elif draw < 0.12:
            self.kinds.append("loop of calls")
            parts = [*parts[:-1], "for epoch in range(2):\n" + indented(self.fill("X = X * S\n") + parts[-1])]
        return "\n".join(filter(None, parts))

    def text(self):
        code = self.with_layout(self.body())
        style = self.random.choices(["usual", "full", "bare", "alias", "none"], [8, 2, 1, 0.5, 1.5])[0]
        if style == "none" and not re.search(r"^\s*(import|from) |\bcopy\.", code, re.M):
            return code, False
        return self.with_imports(code, "usual" if style == "none" else style), True

    def with_layout(self, body):
        draw = self.random.random()
        if draw < 0.06:
            self.kinds.append("main()")
            end = self.random.choice(["main()", 'if __name__ == "__main__":\n    main()'])
            return f"def main():\n{indented(body)}\n\n\n{end}"
        if draw < 0.10:
            self.kinds.append("if __name__")
            return 'if __name__ == "__main__":\n' + indented(body)
        if draw < 0.16:
            self.kinds.append("comments")
            return "\n".join(self.commented(line) for line in body.split("\n"))
        return body

    def commented(self, line):
        is_plain = line and not line.startswith((" ", "[", "]")) and "(" in line and line.count("(") == line.count(")")
        draw = self.random.random()
        if not is_plain or line.endswith(":") or draw > 0.4:
            return line
        return f"{line}  # as in the paper" if draw < 0.2 else f"\n# logits of the last layer\n{line}"

    def with_imports(self, code, style):
        head = []
        if style == "full":
            code = re.sub(r"(?<![\w.])F\.", "torch.nn.functional.", re.sub(r"(?<![\w.])nn\.", "torch.nn.", code))
        if style == "bare":
            for module, names in BARE.items():
                found = [name for name in names if re.search(rf"(?<![\w.]){module}\.{name}\b", code)]
                for name in found:
                    code = re.sub(rf"(?<![\w.]){module}\.{name}\b(?! =)", name, code)
                if found:
                    head.append(f"from torch.{'nn' if module == 'nn' else 'nn.functional'} import {', '.join(found)}")
        head = [self.random.choice(forms) for pattern, forms in USUAL if re.search(pattern, code)] + head
        if style == "alias" and not re.search(r"(import|from) torch", code):
            code = re.sub(r"(?<![\w.])torch\.", "th.", code)
            head = [line if line != "import torch" else "import torch as th" for line in head]
        return "\n".join([*head, *self.random.choice([[], [""], [""]]), code])


def with_options(text, written):
    """`OPTIONS` as written, without the comma that has nothing after it; a positional weight goes first."""
    text = re.sub(r"\(OPTIONS\)", f"({written})", text)
    return text.replace("OPTIONS", written) if written else text.replace(", OPTIONS", "")


def indented(text):
    return "\n".join("    " + line if line else "" for line in text.split("\n"))


def flattened(values):
    for value in values:
        if isinstance(value, list):
            yield from flattened(value)
        else:
            yield value
