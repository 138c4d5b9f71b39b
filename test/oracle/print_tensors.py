"""Writes prints.json: tensors as PyTorch prints them, with what they are.

Logits, log_softmax, softmax and log_softmax of masked logits, in four dtypes, several precisions, spreads and sizes.
"""

import json
import sys

import torch
import torch.nn.functional as F

DTYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
PRECISIONS = [4, 2, 1, 8, 6]
SPREADS = [1, 3, 10]
CLASSES = [2, 3, 5, 10]


def prints(rounds):
    for i in range(rounds):
        num_classes = CLASSES[i % len(CLASSES)]
        dtype = DTYPES[(i // 2) % len(DTYPES)]
        precision = PRECISIONS[i % len(PRECISIONS)]
        spread = SPREADS[(i // 7) % len(SPREADS)]
        torch.set_printoptions(precision=precision, threshold=100_000, linewidth=120)
        logits = (torch.randn(2, num_classes) * spread).to(dtype)
        is_masked = torch.arange(num_classes) >= max(2, num_classes // 2)
        masked = logits.masked_fill(is_masked, float("-inf"))
        about = f"{str(dtype)[6:]}, {num_classes} classes, precision {precision}, spread {spread}, round {i}"
        yield {"kind": "log-probabilities", "about": about, "text": repr(F.log_softmax(logits, 1))}
        yield {"kind": "probabilities", "about": about, "text": repr(F.softmax(logits, 1))}
        yield {"kind": "log-probabilities", "about": f"masked, {about}", "text": repr(F.log_softmax(masked, 1))}


def main(path):
    torch.manual_seed(20261)
    document = {"torch": torch.__version__, "prints": list(prints(160))}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=0)
        file.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
