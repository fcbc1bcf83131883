"""YAML, TOML, CSV and Markdown to nodes with places; everything clever refused."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Diagnostic, Span
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, SequenceNode, key_span, node_at, to_plain
from probata.source.text_file import TextFile
from probata.source.toml_reader import read_toml
from probata.source.yaml_reader import read_yaml

WORD = st.text(alphabet=st.sampled_from("abcxyz刘é"), min_size=1, max_size=6).map(lambda word: f"w{word}")
TEXT = st.text(alphabet=st.sampled_from("ab 刘é:#-[]{}\"\\*&!|>%@`,?'"), max_size=20)
LEAVES = st.one_of(WORD, TEXT.map(lambda text: "'" + text.replace("'", "''") + "'"))


def _read(text: str) -> tuple[Node, list[Diagnostic]]:
    node, found = read_yaml(text, "f.yaml")
    assert node is not None
    return node, found


def _fault(text: str) -> Diagnostic:
    _, found = read_yaml(text, "f.yaml")
    assert len(found) == 1
    return found[0]


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, SequenceNode):
        return [scalar for item in node.items for scalar in _scalars(item)]
    return [scalar for entry in node.entries for scalar in (entry.key, *_scalars(entry.value))]


@given(st.lists(st.dictionaries(WORD, st.lists(LEAVES, max_size=3), min_size=1, max_size=3), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_the_place_of_a_value_points_at_its_characters(records: list[dict[str, list[str]]]) -> None:
    lines: list[str] = []
    for record in records:
        for index, (key, leaves) in enumerate(record.items()):
            lines += [f"{'  ' if index else '- '}{key}:", *(f"    - {leaf}" for leaf in leaves)]
    text = "\n".join(lines) + "\n"
    node, found = _read(text)
    written = [
        text.split("\n")[s.span.line - 1][s.span.column - 1 : s.span.end_column - 1]
        for s in _scalars(node)
        if not s.is_null
    ]

    assert found == []
    assert written == [part for record in records for key, leaves in record.items() for part in (key, *leaves)]


@given(st.text(alphabet=st.sampled_from("ab刘 :-[]{}\"'\n|>#&*!%@`,?~<=\t"), max_size=60))
@settings(max_examples=400, deadline=None)
def test_no_text_raises_and_every_fault_lies_inside_it(text: str) -> None:
    _, found = read_yaml(text, "f.yaml")
    lines = text.split("\n")

    for fault in found:
        assert fault.span is not None
        assert 1 <= fault.span.line <= len(lines)
        assert 1 <= fault.span.column <= len(lines[fault.span.line - 1]) + 1
        assert fault.help


@each("written", ["NO", "yes", "10:30", "1.10", "0o17", "1_000", "2021-02-03", "1e3", "=", "<<", ".5"])
def test_a_value_keeps_the_characters_in_which_it_was_written(written: str) -> None:
    node, _ = _read(f"a: {written}")

    assert to_plain(node) == {"a": written}


def test_a_key_that_stands_twice_is_found_and_the_first_is_kept() -> None:
    node, found = _read("a: 1\nb: 2\na: 3\n")

    assert to_plain(node) == {"a": "1", "b": "2"}
    assert [(f.name, str(f.span)) for f in found] == [("repeated-key", "f.yaml:3:1")]
    assert "line 1" in found[0].help


@each(
    ("text", "name", "place"),
    [
        ("a: &x [1]\nb: *x", "yaml-alias", "f.yaml:1:4"),
        ("a: *x", "yaml-alias", "f.yaml:1:4"),
        ("a: !!python/object:os.system x", "yaml-tag", "f.yaml:1:4"),
        ("a: !mine [1]", "yaml-tag", "f.yaml:1:4"),
        ("a: 1\n---\nb: 2", "second-document", "f.yaml:2:1"),
        ("[a, b]: c", "odd-key", "f.yaml:1:1"),
        ('a: "one\\u0000two"', "unprintable-character", "f.yaml:1:4"),
        ('a: "\\ue000\\ue010\\ue001"', "unprintable-character", "f.yaml:1:4"),
    ],
)
def test_what_is_clever_in_yaml_is_refused_with_its_place(text: str, name: str, place: str) -> None:
    found = _fault(text)

    assert (found.name, str(found.span)) == (name, place)


@each(
    ("text", "place", "words"),
    [
        ("a: b: c", "f.yaml:1:5", "colon"),
        ("a: [1, 2\nb: 3", "f.yaml:1:4", "bracket"),
        ("a: {x: 1\nb: 3", "f.yaml:1:4", "brace"),
        ('a: "open\nb: c\n', "f.yaml:1:4", "quotation mark"),
        ("a:\n\tb: c", "f.yaml:2:1", "a tab stands where a line is indented"),
        ("- id: a\n  \tname: b", "f.yaml:2:3", "a tab stands where a line is indented"),
        ("a:\n  - x\n\t- y", "f.yaml:3:1", "a tab stands where a line is indented"),
        ('a: [1,\n\t"open]\n', "f.yaml:2:2", "quotation mark"),
        ("- a\nb: c", "f.yaml:2:1", "entry of the list"),
        ("a: 'it's'", "f.yaml:1:8", "no field"),
        ("a: - b", "f.yaml:1:4", "list"),
        ("# None yet\n[]\n- id: a\n", "f.yaml:3:1", "whole already"),
        ("{}\na: 1", "f.yaml:2:1", "whole already"),
        ('a: "\\q"', "f.yaml:1:5", "backslash"),
        ('a: "\\ud800"', "f.yaml:1:7", "half a character"),
    ],
)
def test_a_syntax_fault_says_in_plain_words_what_stands_there(text: str, place: str, words: str) -> None:
    found = _fault(text)

    assert (found.name, str(found.span)) == ("yaml-syntax", place)
    assert words in found.message
    assert not {"token", "scalar", "stream", "mapping", "node"} & set(found.message.split())
    assert found.help


@each("text", ["[" * 500_000, "- " * 500_000, "? " * 500_000, "{a: " * 500_000])
def test_endless_nesting_is_one_finding(text: str) -> None:
    assert _fault(text).name in {"too-deep", "yaml-syntax"}


@each("text", ["", "\n\n", "# nothing\n", "---\n"])
def test_an_empty_text_gives_nothing_and_no_fault(text: str) -> None:
    node, found = read_yaml(text, "f.yaml")

    assert found == []
    assert node is None or (isinstance(node, Scalar) and node.is_null)


@each(
    ("text", "found"),
    [
        ("a: {name: Foreign, Commonwealth and Development}", ["f.yaml:1:20"]),
        ("a: {name: Foreign, Commonwealth}", ["f.yaml:1:20"]),
        ('a: {name: "Foreign, Commonwealth"}', []),
        ("a: {name: Foreign, place: }", []),
        ("a:\nb: c", []),
    ],
)
def test_a_text_that_a_comma_in_braces_cuts_is_found(text: str, found: list[str]) -> None:
    _, findings = read_yaml(text, "f.yaml")

    assert [str(each.span) for each in findings if each.name == "text-cut-by-comma"] == found


TEXT_TOML = """\
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


def _read_toml(text: str) -> MappingNode:
    node, found = read_toml(text, "p.toml")
    assert found == []
    assert node is not None
    return node


def _fault_toml(text: str) -> Diagnostic:
    node, found = read_toml(text, "p.toml")
    assert node is None
    (fault,) = found
    return fault


def test_keys_tables_and_values_have_their_places() -> None:
    node = _read_toml(TEXT_TOML)
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
    found = _fault_toml(text)

    assert (found.name, str(found.span)) == ("toml-syntax", place)
    assert help in found.help


def _read_markdown(text: str) -> tuple[MappingNode | None, list[Diagnostic]]:
    return read_markdown(TextFile(Path("b.md"), "b.md", text), "b")


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    node, _ = _read_markdown("---\ntitle: T\n---\nOne.\n\n---\n\nTwo.\n")

    assert node is not None
    assert to_plain(node)["text"] == "One.\n\n---\n\nTwo."


def test_of_a_file_that_changes_again_and_again_no_more_than_two_readings_stay_in_memory() -> None:
    first, second, third = (f"title: number {n}" for n in range(3))
    before = read_yaml(first, "changing.yaml")[0]
    read_yaml(second, "changing.yaml")
    assert read_yaml(first, "changing.yaml")[0] is before
    read_yaml(second, "changing.yaml")
    read_yaml(third, "changing.yaml")
    assert read_yaml(first, "changing.yaml")[0] is not before
