"""Writes posts.json: programs in the manner of questions and tutorials about losses, with what PyTorch prints.

    python test/oracle/posts.py                    # the programs of the test, into the fixture
    python test/oracle/posts.py 1000 /tmp/x.json 7 # so many others of another seed, to measure with

A second grammar beside that of `snippets.py`: whole posts, with modules, training and what is printed around it. Each
runs again with PyTorch's plain kernels; one whose output depends on them, or that prints what rounding left of zero, is
left out of the fixture: an optimizer that divides by the size of a gradient makes steps of such rests.
"""

import json
import os
import pathlib
import random
import re
import subprocess
import sys
import warnings

import torch

import post_templates_losses
import post_templates_training
from snippet_grammar import IMPORTS, Grammar
from snippet_run import run_snippet
from snippets import PLAIN, has_noise, outcome
from write_json import FOLDER

KEPT = 240
TEMPLATES = {**post_templates_training.TEMPLATES, **post_templates_losses.TEMPLATES}
MORE_IMPORTS = [
    (r"\bCounter\(", ["from collections import Counter"]),
    (r"\bCategorical\(", ["from torch.distributions import Categorical"]),
]


class Post(Grammar):
    def program(self):
        """An expanded template with those imports above that it has not itself."""
        text = self.expand()
        lines = [
            self.random.choice(forms)
            for pattern, forms in IMPORTS + MORE_IMPORTS
            if re.search(pattern, text) and not self.is_bound(pattern, text)
        ]
        return "\n".join([*lines, "", text] if self.random.random() < 0.7 else [*lines, text])

    def is_bound(self, pattern, text):
        name = re.search(r"\w{2,}|F", pattern.replace("\\b", " ").replace("\\w", " "))[0]
        return re.search(rf"^(import {name}\b(?! as)|(import|from) .*\b{name}$|from .* import .*\b{name}\b)", text, re.M)


def programs(count, seed):
    """`count` texts; a template is taken as often as its weight says."""
    choice = random.Random(seed)
    names = list(TEMPLATES)
    weights = [TEMPLATES[name][0] for name in names]
    grammars = {name: Post(f"{name} {seed}", TEMPLATES[name][1]) for name in names}
    for name in choice.choices(names, weights, k=count):
        yield name, grammars[name].program()


def row_of(name, text):
    torch.seed()
    row = {"name": name, "text": text, **run_snippet(text)}
    torch.set_printoptions(profile="default")
    if row["error"] is not None and row["error"]["type"] in ("SyntaxError", "IndentationError", "NameError"):
        raise ValueError(f"the template of {name!r} is broken: {row['error']}\n{text}")
    return {**row, "loose": True}


def rows_with_plain_kernels(count, seed):
    environment = {**os.environ, "ATEN_CPU_CAPABILITY": "default"}
    command = [sys.executable, __file__, str(count), PLAIN, str(seed)]
    return json.loads(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)


def main(count=KEPT, path=FOLDER / "posts.json", seed=1):
    torch.set_num_threads(1)
    warnings.simplefilter("ignore")
    rows = [row_of(name, text) for name, text in programs(int(count), int(seed))]
    if path == PLAIN:
        print(json.dumps(rows))
        return
    pairs = zip(rows, rows_with_plain_kernels(count, seed))
    steady = [row for row, plain in pairs if outcome(row) == outcome(plain) and not has_noise(row)]
    kept = [row for i, row in enumerate(steady) if row not in steady[:i]]
    lines = ",\n".join(json.dumps({**row, "loose": None}, ensure_ascii=False) for row in kept)
    lines = lines.replace(', "loose": null', "")
    pathlib.Path(path).write_text(f'{{"torch":{json.dumps(torch.__version__)},"posts":[\n{lines}\n]}}\n', encoding="utf-8")
    errors = sum(row["error"] is not None for row in kept)
    print(f"{path}: {len(kept)} posts, {errors} with an error, {len(rows) - len(kept)} left out")


if __name__ == "__main__":
    main(*sys.argv[1:])
