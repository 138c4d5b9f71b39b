"""Writes programs.json: programs of a seeded grammar, with what PyTorch computes at each call of a loss.

    python test/oracle/programs.py                       # PyTorch 2.13; the fixture
    python test/oracle/programs.py 5000 other /tmp/p.json   # other programs: how many, a seed, where to

A program is `text` with its `kinds` (of steps, loss, layout), the `calls` of losses in the order in which they ran
(line from 1, input, target, output or error), and the `error` that ends it. `isUnfollowed` marks what its text alone
does not tell: it runs twice, with other random numbers and other modules beside it.
"""

import json
import sys

import torch

import program_run
from program_run import run_program
from program_sessions import fenced, has_own_lines, parts_of, prompted
from program_text import ProgramText
from program_steps_unfollowed import UNFOLLOWED
from write_json import FOLDER

COUNT, SEED = 2400, "0"
OPAQUE = {"imported model", "imported function", "random"}
WRAPS = ["none", "fence", "prompt", "ipython", "crlf", "tabs"]
WRAP_WEIGHTS = [30, 1.5, 1.5, 1.5, 0.7, 0.7]


def is_kept(result, chance):
    """Most of what stops before a loss says nothing of losses."""
    if result is None:
        return False
    error = result["error"]
    if error is None:
        return bool(result["calls"])
    if error["type"] in ("SyntaxError", "IndentationError", "TookTooLong"):
        return False
    return chance() < (0.5 if result["calls"] else 0.12)


def same(a, b):
    return b is not None and a["calls"] == b["calls"] and a["error"] == b["error"]


def is_unfollowed(text, has_imports, result, kinds):
    return bool(OPAQUE & set(kinds)) or not same(result, program_run.run_elsewhere(text, has_imports))


def moved(result, line_map):
    """The result with the lines of the text as it is written."""
    calls = [{**call, "line": line_map.get(call["line"])} for call in result["calls"]]
    error = result["error"] and {**result["error"], "line": line_map.get(result["error"]["line"])}
    return {"calls": calls, "error": error}


def wrapped(wrap, text, has_imports, result):
    if wrap == "fence":
        other, lines = fenced(text)
        return other, moved(result, lines)
    if wrap in ("prompt", "ipython"):
        if result["error"] or not has_own_lines(text):
            return None
        again = run_program(text, has_imports, parts_of(text))
        if again is None or again["error"]:
            return None
        other, lines = prompted(text, again["shown"], wrap == "ipython")
        return other, moved(again, lines)
    changed = {"crlf": text.replace("\n", "\r\n"), "tabs": text.replace("    ", "\t")}.get(wrap, text)
    return changed, result


def program(seed, decks):
    """One row, or None where PyTorch makes nothing of it that is worth keeping."""
    made = ProgramText(seed, decks)
    text, has_imports = made.text()
    result = run_program(text, has_imports)
    if not is_kept(result, made.random.random):
        return None
    wrap = made.random.choices(WRAPS, WRAP_WEIGHTS)[0]
    found = wrapped(wrap, text, has_imports, result)
    if found is None:
        return None
    row = {"kinds": made.kinds, "wrap": wrap, "text": found[0], "calls": found[1]["calls"]}
    if found[1]["error"]:
        row["error"] = found[1]["error"]
    if is_unfollowed(text, has_imports, result, made.kinds):
        row["isUnfollowed"] = True
    return row


def rows_of(count, seed):
    decks, rows, index = {}, [], 0
    while len(rows) < count:
        index += 1
        row = program(f"{seed} {index}", decks)
        if row is not None:
            rows.append(row)
    return rows, index


def main(count=COUNT, seed=SEED, path=FOLDER / "programs.json"):
    torch.set_num_threads(1)
    rows, tried = rows_of(int(count), seed)
    lines = ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in rows)
    text = f'{{"torch":"{torch.__version__}","programs":[\n{lines}\n]}}\n'
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    errors = sum("error" in row for row in rows)
    unfollowed = sum("isUnfollowed" in row for row in rows)
    print(f"{len(rows)} of {tried} programs, {errors} with an error, {unfollowed} unfollowed, {len(text)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
