"""Writes where the PyTorch that runs it (1.13) differs from the golden values: another error, or another value."""

import json

import torch

from cases import all_cases
from run import outcome
from write_json import FOLDER, write_json

# Above the rounding of two builds of the same formula, in float64 and in the narrower dtypes.
TOLERANCE = {"float64": 1e-10, "float32": 1e-5, "float16": 1e-2, "bfloat16": 5e-2}


def main():
    torch.set_num_threads(1)
    golden = json.loads((FOLDER / "losses.json").read_text())
    rows = []
    for case, expected in zip(all_cases(), golden["cases"], strict=False):
        assert case["name"] == expected["name"] and case["loss"] == expected["loss"]
        found = outcome(case["loss"], case["input"], case["target"], case["options"])
        if not is_same(found, expected):
            rows.append({
                "loss": case["loss"],
                "name": case["name"],
                "here": summary(found),
                "golden": summary(expected),
            })
    head = {"torch": torch.__version__, "golden": golden["torch"]}
    write_json("differences-1.13.json", head, rows)


def summary(found):
    if "error" in found:
        return f"{found['error']['type']}: {found['error']['message']}"
    output = found["output"]
    text = f"{output['dtype']} {output['shape']}"
    return text + (f", backward: {found['backwardError']['message']}" if "backwardError" in found else "")


def is_same(found, expected):
    if "error" in found or "error" in expected:
        return found.get("error") == expected.get("error")
    if found.get("backwardError") != expected.get("backwardError"):
        return False
    return all(is_close(found.get(key), expected.get(key)) for key in ("output", "gradInput"))


def is_close(a, b):
    if a is None or b is None:
        return a is b
    if a["shape"] != b["shape"] or a["dtype"] != b["dtype"]:
        return False
    tolerance = TOLERANCE[a["dtype"]]
    pairs = ((float(x), float(y)) for x, y in zip(a["data"], b["data"]))
    return all(x == y or (x != x and y != y) or abs(x - y) <= tolerance * max(1.0, abs(y)) for x, y in pairs)


if __name__ == "__main__":
    main()
