"""A seeded grammar of short programs: templates with choices, and the imports that they need.

In a template
    «a|b|c»      is one of the alternatives (they may be empty, and may hold choices themselves; a line may end after
                 `|` if the next one is indented),
    «$n:a|b»     is a choice that is given a name, «$n» the same choice again,
    «@f2x3»      is a nested list of numbers: f float, p positive, i integers from 0 to 5, b bools, q rows of
                 probabilities, followed by its sizes; «@f» is one number,
    «@y4u3»      is a list of 4 class indices below 3.
"""

import random
import re

CHOICE = re.compile(r"«([^«»]*)»")
CONTINUED = re.compile(r"\|\n +")
NUMBERS = re.compile(r"@([fpibq])(\d+(?:x\d+)*)?(?![\w.])")
LABELS = re.compile(r"@y(\d+)u(\d+)")
ROWS_OF_PROBABILITIES = {
    2: [[0.5, 0.5], [0.25, 0.75], [0.9, 0.1], [1.0, 0.0]],
    3: [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7], [0.25, 0.5, 0.25], [0.0, 1.0, 0.0], [0.6, 0.3, 0.1]],
    4: [[0.25, 0.25, 0.25, 0.25], [0.1, 0.2, 0.3, 0.4], [0.7, 0.1, 0.1, 0.1]],
}
FUNCTIONAL = "import torch.nn.functional as F"
IMPORTS = [
    (r"\btorch\.", ["import torch"]),
    (r"(?<![\w.])nn\.", ["import torch.nn as nn", "import torch.nn as nn", "from torch import nn"]),
    (r"(?<![\w.])F\.", [FUNCTIONAL, FUNCTIONAL, "from torch.nn import functional as F"]),
    (r"(?<![\w.])np\.", ["import numpy as np"]),
    (r"(?<![\w.])math\.", ["import math"]),
]


def sizes_of(text):
    return [int(size) for size in text.split("x")] if text else []


class Grammar:
    """Expands one template by the choices of one seed; no alternative twice before all were dealt."""

    def __init__(self, seed, template):
        self.random = random.Random(seed)
        self.template = CONTINUED.sub("|", template.strip("\n"))
        self.decks = {}

    def expand(self):
        text, named, place = self.template, {}, 0
        while found := CHOICE.search(text):
            text = text[: found.start()] + self.chosen(found[1], named, place) + text[found.end() :]
            place += 1
        return self.with_numbers(text)

    def chosen(self, body, named, place):
        if not body.startswith("$"):
            return self.dealt(body, place)
        name, _, alternatives = body.partition(":")
        if alternatives:
            named[name] = self.with_numbers(self.dealt(alternatives, place))
        return named[name]

    def dealt(self, body, place):
        """The next alternative of the choice that is the n-th to be made in this template."""
        alternatives = body.split("|")
        if not self.decks.get(place):
            self.decks[place] = self.random.sample(range(len(alternatives)), len(alternatives))
        return alternatives[self.decks[place].pop()]

    def with_numbers(self, text):
        text = LABELS.sub(lambda found: str(self.labels(int(found[1]), int(found[2]))), text)
        return NUMBERS.sub(lambda found: str(self.numbers(found[1], sizes_of(found[2]))), text)

    def labels(self, count, num_classes):
        return [self.random.randrange(num_classes) for _ in range(count)]

    def numbers(self, kind, sizes):
        if kind == "q" and len(sizes) == 1:
            return self.random.choice(ROWS_OF_PROBABILITIES[sizes[0]])
        if not sizes:
            return self.number(kind)
        return [self.numbers(kind, sizes[1:]) for _ in range(sizes[0])]

    def number(self, kind):
        if kind == "i":
            return self.random.randrange(6)
        if kind == "b":
            return self.random.random() < 0.5
        digits = self.random.choice([1, 1, 1, 2])
        low = 0.1 if kind == "p" else -2.5
        return round(self.random.uniform(low, 3.0), digits) or 0.5

    def program(self):
        """An expanded template with its imports above, unless it has its own."""
        text = self.expand()
        if re.search(r"^(import|from) ", text, re.M):
            return text
        lines = [self.random.choice(forms) for pattern, forms in IMPORTS if re.search(pattern, text)]
        if lines == [] or self.random.random() < 0.3:
            return "\n".join([*lines, text])
        return "\n".join([*lines, "", text])
