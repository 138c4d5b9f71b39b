"""Writes src/core/python/torch/library/attributeNames.ts: what PyTorch's modules, its tensors and NumPy's arrays have.

A name that is on the list but not evaluated is reported as such; one that is not is an AttributeError.
"""

import math
import pathlib
import textwrap

import numpy
import torch

OWNERS = {
    "torch": torch,
    "torch.nn": torch.nn,
    "torch.nn.functional": torch.nn.functional,
    "torch.autograd": torch.autograd,
    "numpy": numpy,
    "math": math,
    "Tensor": torch.Tensor,
    "numpy.ndarray": numpy.ndarray,
}

HEADER = f"""/**
 * Public names of modules and classes, by `dir` of PyTorch {torch.__version__.split("+")[0]} and NumPy {numpy.__version__}.
 * Written by test/oracle/attribute_names.py.
 */
const written: Readonly<Record<string, string>> = {{
"""

FOOTER = """};

const names = new Map(Object.entries(written).map(([owner, list]) => [owner, new Set(list.split(' '))]));

/** Whether `owner` has this attribute; null when the owner is not known here, or the name is not public. */
export function hasAttribute(owner: string, name: string): boolean | null {
  return name.startsWith('_') ? null : (names.get(owner)?.has(name) ?? null);
}

/** The recorded names of an owner, in order; none where it is not known here. */
export function attributeNames(owner: string): readonly string[] {
  return [...(names.get(owner) ?? [])];
}
"""


def entry(owner: str, value: object) -> str:
    public = " ".join(sorted(name for name in dir(value) if not name.startswith("_")))
    lines = textwrap.wrap(public, 100)
    text = " +\n".join(f"    '{line}{' ' if i + 1 < len(lines) else ''}'" for i, line in enumerate(lines))
    key = owner if owner.isidentifier() else f"'{owner}'"
    return f"  {key}:\n{text},\n"


if __name__ == "__main__":
    target = pathlib.Path(__file__).parents[2] / "src/core/python/torch/library/attributeNames.ts"
    target.write_text(HEADER + "".join(entry(*item) for item in OWNERS.items()) + FOOTER)
