"""Writes reportTests.json: the PyTorch tests that a report is saved as, after PyTorch has run them.

Run from the project's root. Stops at the first test that fails, or that passes with a changed number.
"""

import hashlib
import io
import json
import subprocess
import unittest
import warnings

import torch

from write_json import write_json


def passes(code):
    space = {"__name__": "report"}
    exec(compile(code, "report", "exec"), space)
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(space["LossTest"])
    output = io.StringIO()
    result = unittest.TextTestRunner(stream=output).run(suite)
    return result.wasSuccessful(), output.getvalue()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    written = subprocess.run(["node", "test/oracle/report_tests.mjs"], capture_output=True, check=True, text=True)
    kept = []
    for row in json.loads(written.stdout):
        is_good, output = passes(row["code"])
        if not is_good:
            raise SystemExit(f"{row['name']}\n{row['code']}\n{output}")
        is_changed = row["changed"] != row["code"]
        if is_changed and passes(row["changed"])[0]:
            raise SystemExit(f"passes with a changed number: {row['name']}\n{row['changed']}")
        digest = hashlib.sha256(row["code"].encode()).hexdigest()
        kept.append({"name": row["name"], "sha256": digest, "failsWhenChanged": is_changed})
    write_json("reportTests.json", {"torch": torch.__version__.split("+")[0]}, kept)
