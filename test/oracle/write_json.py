"""One compact JSON line for each row, so that a change of one case shows as one line."""

import json
import pathlib

FOLDER = pathlib.Path(__file__).parent.parent / "fixtures" / "torch"


def write_json(name, head, rows):
    lines = ",\n".join(json.dumps(row, separators=(",", ":"), allow_nan=False) for row in rows)
    text = json.dumps(head, separators=(",", ":"))[:-1] + ',"cases":[\n' + lines + "\n]}\n"
    (FOLDER / name).write_text(text)
    print(f"{name}: {len(rows)} cases, {len(text)} bytes")
