"""Writes copiedCode.json: the code that "Copy as" makes, after PyTorch, NumPy and Python's json have run it.

Run from the project's root; stops at the first code that does not give the same tensor, bit for bit.
"""

import json
import subprocess

import numpy as np
import torch

from encode import encode_tensor
from write_json import write_json


def run(row):
    """The tensor that the code makes, as the fixtures write tensors."""
    if row["library"] == "json":
        values = json.loads(row["code"])
        return encode_tensor(torch.tensor(values, dtype=getattr(torch, row["dtype"])).reshape(row["shape"]))
    value = eval(row["code"].split("\n", 1)[1] if row["code"].startswith("#") else row["code"], {"torch": torch, "np": np})
    if row["library"] == "numpy":
        if row["dtype"] != "bfloat16":
            assert str(value.dtype) == row["dtype"], row
        value = torch.from_numpy(value).to(getattr(torch, row["dtype"]))
    return encode_tensor(value)


if __name__ == "__main__":
    written = subprocess.run(["node", "test/oracle/copied_code.mjs"], capture_output=True, check=True, text=True)
    rows = json.loads(written.stdout)
    for row in rows:
        made = run(row)
        assert made == {key: row[key] for key in ("shape", "dtype", "data")}, (row, made)
    kept = [{key: row[key] for key in ("about", "library", "shape", "dtype", "data", "code")} for row in rows]
    write_json("copiedCode.json", {"torch": torch.__version__.split("+")[0], "numpy": np.__version__}, kept)
