"""TOML to nodes with places."""

from __future__ import annotations

from tests.each import each

from probata.diagnostics import Diagnostic, Span
from probata.source.node import MappingNode, key_span, node_at
from probata.source.toml_reader import read_toml

TEXT = """\
# settings
[house]
language = "en-US"
"output" = 'C:\\files'   # where

[house.author]
name = "A = B"
description = \"\"\"
Two
lines\"\"\"
"""


def _read(text: str) -> MappingNode:
    node, found = read_toml(text, "p.toml")
    assert found == []
    assert node is not None
    return node


def _fault(text: str) -> Diagnostic:
    node, found = read_toml(text, "p.toml")
    assert node is None
    (fault,) = found
    return fault


def test_keys_tables_and_values_have_their_places() -> None:
    node = _read(TEXT)
    house = node_at(node, ("house",))

    assert key_span(node, "house") == Span("p.toml", 2, 2, 2, 7)
    assert key_span(house, "language") == Span("p.toml", 3, 1, 3, 9)
    assert node_at(house, ("language",)).span == Span("p.toml", 3, 12, 3, 19)
    assert key_span(house, "author").line == 6
    assert node_at(house, ("author", "name")).span.line == 7
    assert key_span(house, "output").line == 4


@each(
    ("text", "place", "help"),
    [
        ('[house]\nletterhead = "C:\\Users\\a.docx"\n', "p.toml:2:19", "write a path with `/`"),
        ("[house]\nlanguage = en-GB\n", "p.toml:2:12", 'write `name = "value"`'),
        ("[house]\nlanguage: en-GB\n", "p.toml:2:9", 'write `name = "value"`'),
        ("[house\n", "p.toml:1:7", "the heading `[house]`"),
        ('[house]\nlanguage = "a"\nlanguage = "b"\n', "p.toml:3:15", "keep one of the two"),
        ("[house]\n[house]\n", "p.toml:2:7", "keep one of the two"),
        ('[house]\nname = """abc\n', "p.toml:2:1", 'write `name = "value"`'),
    ],
)
def test_a_fault_has_its_place_and_what_to_do(text: str, place: str, help: str) -> None:
    found = _fault(text)

    assert (found.name, str(found.span)) == ("toml-syntax", place)
    assert help in found.help
