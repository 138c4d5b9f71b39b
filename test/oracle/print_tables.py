"""Writes pandas.jsonl: random tables as pandas and Python's csv write them, with their values in row-major order.

python3 test/oracle/print_tables.py > test/fixtures/text/grid/pandas.jsonl, with pandas, tabulate and jinja2. Values are
rounded so that every print holds all of them.
"""

import io
import json

import numpy as np
import pandas as pd

SHAPES = [(2, 3), (4, 2), (3, 5), (6, 4), (10, 3), (2, 12)]


def values(i, generator):
    shape = SHAPES[i % len(SHAPES)]
    kind = i % 4
    if kind == 0:
        return generator.normal(size=shape).round(2)
    if kind == 1:
        return generator.integers(-50, 50, size=shape)
    if kind == 2:
        return generator.random(size=shape).round(4)
    return (generator.normal(size=shape) * 100).round(1)


def text_of(way, frame):
    if way == "print":
        with pd.option_context("display.width", 200, "display.max_columns", 20):
            return str(frame)
    if way == "csv":
        return frame.to_csv(index=False)
    if way == "csv without header":
        return frame.to_csv(index=False, header=False)
    if way == "csv with index":
        return frame.to_csv()
    if way == "tsv":
        return frame.to_csv(sep="\t", index=False)
    if way == "markdown":
        return frame.to_markdown(index=False, floatfmt=".4f")
    if way == "markdown with index":
        return frame.to_markdown(floatfmt=".4f")
    if way == "latex":
        return frame.style.hide(axis="index").format(precision=4).to_latex()
    buffer = io.StringIO()
    np.savetxt(buffer, frame.to_numpy(), fmt="%.4f")
    return buffer.getvalue()


WAYS = ["print", "csv", "csv without header", "csv with index", "tsv", "markdown", "markdown with index", "latex", "savetxt"]


def wrapped(count, generator):
    """Frames that are wider than the display: pandas prints them in blocks of columns."""
    for i in range(count):
        array = generator.normal(size=(2 + i % 5, 9 + i % 13)).round(4)
        names = None if i % 2 else [f"c{j}" for j in range(array.shape[1])]
        with pd.option_context("display.width", 40 + 10 * (i % 3), "display.max_columns", 40):
            yield array, str(pd.DataFrame(array, columns=names))


if __name__ == "__main__":
    generator = np.random.default_rng(61)
    for i in range(180):
        array = values(i, generator)
        frame = pd.DataFrame(array, columns=[f"c{j}" for j in range(array.shape[1])])
        way = WAYS[i % len(WAYS)]
        row = {"about": f"{i}: {way}", "shape": list(array.shape), "data": [float(x) for x in array.ravel()]}
        print(json.dumps({**row, "text": text_of(way, frame)}))
    for i, (array, text) in enumerate(wrapped(20, generator), 180):
        row = {"about": f"{i}: print in blocks", "shape": list(array.shape), "data": [float(x) for x in array.ravel()]}
        print(json.dumps({**row, "text": text}))
