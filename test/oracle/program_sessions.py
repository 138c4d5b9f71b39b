"""The same program as people copy it: from a Markdown text, from a prompt, with other line ends or tabs."""

import ast

INTRO = ["The loss is higher than I expected:", "", "Minimal example (PyTorch 2.13):", ""]


def statements_of(text):
    """The statements at the top as (first line, source lines)."""
    lines = text.split("\n")
    for node in ast.parse(text).body:
        first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", []))])
        yield first, [line for line in lines[first - 1 : node.end_lineno] if line.strip()]


def has_own_lines(text):
    """No two statements share a line, and no blank line is lost within one that counts."""
    parts = list(statements_of(text))
    return all(a[0] + len(a[1]) <= b[0] for a, b in zip(parts, parts[1:]))


def parts_of(text):
    return [(line, "\n".join(source)) for line, source in statements_of(text)]


def fenced(text):
    """Text and the lines that its lines became."""
    lines = text.split("\n")
    written = [*INTRO, "```python", *lines, "```", "", "What am I doing wrong?"]
    return "\n".join(written), {line: line + len(INTRO) + 1 for line in range(1, len(lines) + 1)}


def prompted(text, shown, is_ipython):
    written, line_map = [], {}
    for number, ((first, source), output) in enumerate(zip(statements_of(text), shown), 1):
        lead = f"In [{number}]: " if is_ipython else ">>> "
        more = "...: ".rjust(len(lead)) if is_ipython else "... "
        for index, line in enumerate(source):
            line_map[first + index] = len(written) + 1
            written.append((lead if index == 0 else more) + line)
        is_block = source[-1].startswith((" ", "\t")) and not is_ipython
        written += ["... "] if is_block else []
        if is_ipython and output:
            written += [f"Out[{number}]: {output[0]}", *output[1:], ""] if not is_print(source) else [*output, ""]
        else:
            written += output + ([""] if is_ipython else [])
    return "\n".join(written), line_map


def is_print(source):
    return not isinstance(ast.parse("\n".join(source)).body[0], ast.Expr) or "print" in source[0]
