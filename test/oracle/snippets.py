"""Writes snippets.json: short programs of a seeded grammar, with what Python and PyTorch print and where they stop.

    python test/oracle/snippets.py              # PyTorch 2.13
    python test/oracle/snippets.py clamp        # only prints those whose name contains the text

`loose` marks a snippet that prints more digits than float32 arithmetic settles. Each snippet runs again with PyTorch's
plain kernels (no vector instructions) and in float64: one whose output depends on the kernels by more than that, or
that prints what rounding left of zero, is left out.
"""

import json
import os
import re
import subprocess
import sys

import torch

from snippet_grammar import Grammar
from snippet_mixed import MixedProgram
from snippet_run import has_long_numbers, run_snippet
from snippet_templates import TEMPLATES
from write_json import FOLDER

PLAIN, DOUBLE = "plain-kernels", "in-double"
TRIES = 4
MIXED = 300
TINY, TINY_LITERAL = re.compile(r"\de-(?:0[7-9]|[1-9]\d)"), re.compile(r"e-(?:[7-9]|1\d)")
NUMBER = re.compile(r"-?\d+\.\d+(?:e[-+]\d+)?")


def programs():
    """Names and texts: each template as often as it says, no text twice."""
    for name, (count, template) in TEMPLATES.items():
        grammar, texts = Grammar(name, template), []
        for _ in range(TRIES * count):
            text = grammar.program()
            if text not in texts:
                texts.append(text)
            if len(texts) == count:
                break
        for index, text in enumerate(texts, 1):
            yield (name if count == 1 else f"{name} {index}"), text
    for seed in range(1, MIXED + 1):
        yield f"mixed {seed}", MixedProgram(seed).text()


def recorded(name, text, dtype=torch.float32):
    result = run_snippet(text, dtype)
    if result["error"] is not None and result["error"]["type"] == "SyntaxError":
        raise ValueError(f"the template of {name!r} is broken:\n{text}")
    row = {"name": name, "text": text, **result}
    is_loose = "torch." in text and has_long_numbers(result["printed"])
    return {**row, "loose": True} if is_loose else row


def outcome(row):
    """What must not depend on the kernels: everything but the last digits of long numbers."""
    printed = row["printed"]
    if row.get("loose"):
        printed = [NUMBER.sub(lambda found: f"{float(found[0]):.4g}", line) for line in printed]
    return [printed, row["error"]]


def has_noise(row):
    """True when a number is printed that is what rounding left of zero."""
    return any(TINY.search(line) for line in row["printed"]) and not TINY_LITERAL.search(row["text"])


def rows_of(variant):
    """The snippets as another run gives them, which starts by itself."""
    environment = {**os.environ, "ATEN_CPU_CAPABILITY": "default"} if variant == PLAIN else None
    output = subprocess.run([sys.executable, __file__, variant], env=environment, capture_output=True, check=True)
    return json.loads(output.stdout)


def steady(rows):
    """The rows that show no rounding: not in this run, nor with plain kernels, nor in float64."""
    for row, plain, double in zip(rows, rows_of(PLAIN), rows_of(DOUBLE)):
        if outcome(row) == outcome(plain) and not any(map(has_noise, (row, plain, double))):
            yield row


def main(part=""):
    torch.set_num_threads(1)
    is_variant = part in (PLAIN, DOUBLE)
    dtype = torch.float64 if part == DOUBLE else torch.float32
    rows = [recorded(name, text, dtype) for name, text in programs() if is_variant or part in name]
    if is_variant:
        print(json.dumps(rows))
    elif part:
        for row in rows:
            print(f"--- {row['name']}\n{row['text']}\n>>>", *row["printed"], row["error"], sep="\n")
    else:
        kept = list(steady(rows))
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in kept)
        head = json.dumps(torch.__version__)
        (FOLDER / "snippets.json").write_text(f'{{"torch":{head},"snippets":[\n{lines}\n]}}\n', encoding="utf-8")
        errors = sum(row["error"] is not None for row in kept)
        print(f"snippets.json: {len(kept)} snippets, {errors} with an error, {len(rows) - len(kept)} left out")


if __name__ == "__main__":
    main(*sys.argv[1:])
