"""A narrative file: fields at its head, text below."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic, Severity
from probata.source.markdown_reader import read_markdown
from probata.source.node import Mapping, to_plain
from probata.source.text_file import TextFile


def _read(text: str) -> tuple[Mapping | None, list[Diagnostic]]:
    return read_markdown(TextFile(Path("b.md"), "b.md", text), "b")


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    node, _ = _read("---\ntitle: T\n---\nOne.\n\n---\n\nTwo.\n")

    assert node is not None
    assert to_plain(node)["text"] == "One.\n\n---\n\nTwo."


@each(
    ("text", "name", "place"),
    [
        ("---\ntitle: T\n\nText\n", "open-head", "b.md:1:1"),
        ("---\ntitle: [T\n---\nText\n", "yaml-syntax", "b.md:2:8"),
        ("---\njust words\n---\nText\n", "wrong-shape", "b.md:2:1"),
        ("---\n- a\n---\nText\n", "wrong-shape", "b.md:2:1"),
    ],
)
def test_a_broken_head_is_one_finding_and_no_record(text: str, name: str, place: str) -> None:
    node, found = _read(text)

    assert node is None
    assert [(f.name, str(f.span)) for f in found] == [(name, place)]


@each("text", ["", "\n \n", "---\n---\n", "---\n# none yet\n---\n\n"])
def test_an_empty_file_is_one_finding_and_no_record(text: str) -> None:
    node, found = _read(text)

    assert node is None
    assert [(f.code, f.severity, str(f.span)) for f in found] == [("SRC122", Severity.WARNING, "b.md:1:1")]
