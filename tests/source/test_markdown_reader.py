"""A narrative file: fields at its head, text below."""

from __future__ import annotations

from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, to_plain
from probata.source.text_file import TextFile


def _read(text: str) -> tuple[MappingNode | None, list[Diagnostic]]:
    return read_markdown(TextFile(Path("b.md"), "b.md", text), "b")


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    node, _ = _read("---\ntitle: T\n---\nOne.\n\n---\n\nTwo.\n")

    assert node is not None
    assert to_plain(node)["text"] == "One.\n\n---\n\nTwo."
