"""A forum is a folder of templates: no code of the program knows one by its name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from probata.forum import known_forums, own_templates

SOURCE = Path(__file__).parents[2] / "src" / "probata"
FILES = sorted(SOURCE.rglob("*.py"))
FORUM = re.compile(rf"\b({'|'.join(map(re.escape, known_forums((own_templates(),))))})\b")
EXAMPLE = re.compile(r"`[^`]*`|\[[^]]*\]\([^)]*\)")
"""What help shows as an example: between backticks, or as a link."""


def test_no_code_names_a_forum_but_in_examples_of_help() -> None:
    assert [
        f"{path.relative_to(SOURCE)}: {name}" for path in FILES for name in named_in(path.read_text(encoding="utf-8"))
    ] == []


def named_in(text: str) -> Iterator[str]:
    """Give the ids of forums in strings that are no docstrings, which say what a module or a field is for."""
    tree = ast.parse(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from (found[0] for found in FORUM.finditer(EXAMPLE.sub("", node.value)))
