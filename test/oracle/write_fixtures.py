"""Writes the golden values of the PyTorch that runs it."""

import torch

from cases import all_cases
from correction_cases import correction_rows
from display_cases import cast_rows, display_rows
from run import row
from write_json import write_json


def main():
    torch.set_num_threads(1)
    head = {"torch": torch.__version__}
    write_json("losses.json", head, [row(case) for case in all_cases()])
    write_json("corrections.json", head, correction_rows())
    write_json("display.json", head, display_rows())
    write_json("cast.json", head, cast_rows())


if __name__ == "__main__":
    main()
