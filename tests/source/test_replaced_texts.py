"""Words of a text changed in its file: its style stays, and every other character."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Span
from probata.source.change_markdown import change_markdown
from probata.source.change_yaml import Edit, Filled, Removed, Reworded, TextChange, change_texts, edited
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Node, Scalar, node_exactly_at, to_plain
from probata.source.text_edits import CannotChangeError, as_read
from probata.source.text_file import ILLEGAL, TextFile
from probata.source.yaml_reader import read_yaml

_LINE = re.compile(r".*?(?:\r\n|[\r\n\x85\u2028\u2029]|\Z)", re.DOTALL)
LETTERS = [
    *"ab c'\":#-,[]{}\\|>&*!%@`?~\n\n\té中",
    "😀",
    "  ",
    "\n\n",
    "\\n",
    ": ",
    " #",
    "null",
    "\x85",
    "\u2028",
    "\ufeff",
]
WORDS = st.lists(st.sampled_from(LETTERS), max_size=12).map("".join)


def read(text: str) -> Node:
    node, found = read_yaml(as_read(text), "f")
    assert found == []
    assert node is not None
    return node


def at(text: str, *loc: str | int) -> Scalar:
    node = node_exactly_at(read(text), loc)
    assert isinstance(node, Scalar)
    return node


def reworded(text: str, loc: tuple[str | int, ...], *edits: tuple[int, int, str]) -> str:
    return change_texts(text, "f", [Reworded(at(text, *loc).span, tuple(Edit(*one) for one in edits))])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file with a text of any style between two others, with any line ends, with or without a mark."""
    record = {"id": "a", "text": draw(WORDS), "note": draw(WORDS)}
    made = yaml.dump(
        [record, {"id": "b"}],
        default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
        default_flow_style=draw(st.sampled_from([False, False, None, True])),
        width=draw(st.sampled_from([8, 20, 80])),
        allow_unicode=draw(st.booleans()),
        sort_keys=False,
    )
    text = made.replace("!!str ", "").replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from(["", "\ufeff"])) + text


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    places = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(Edit(start, end, draw(WORDS)) for start, end in pairs)


@given(files(), st.data())
def test_whatever_the_style_the_text_reads_as_edited_and_no_other_line_changes(text: str, data: st.DataObject) -> None:
    node, found = read_yaml(as_read(text), "f")
    scalar = node_exactly_at(node, (0, "text")) if node else None
    assume(not found and isinstance(scalar, Scalar) and not scalar.is_null)
    assert isinstance(scalar, Scalar)
    edits = data.draw(edits_of(scalar.text))
    wanted = edited(scalar.text, edits)
    assume(not ILLEGAL.search(wanted))

    made = change_texts(text, "f", [Reworded(scalar.span, edits)])

    before, after = to_plain(read(text)), to_plain(read(made))
    assert after[0].pop("text") == wanted
    del before[0]["text"]
    assert after == before
    assert_other_lines_stay(text, made, scalar.span)


def assert_other_lines_stay(text: str, made: str, span: Span) -> None:
    lines = _LINE.findall(text)
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    assert made.startswith("".join(lines[: span.line - 1]))
    assert made.endswith("".join(lines[max(last, span.line) :]))


@each(
    ("text", "edit", "made"),
    [
        ("- a: one two # why\n", (0, 3, "ONE"), "- a: ONE two # why\n"),
        ("- a: one two # why\n", (3, 3, ": x"), '- a: "one: x two" # why\n'),
        ("- a: one\n     two\n\n     three\n", (4, 7, "2"), "- a: one\n     2\n\n     three\n"),
        ("- a: one\n     two\n\n     three\n", (3, 3, " #1,"), '- a: "one #1,\n     two\n\n     three"\n'),
        ("- a: one\n     two\n", (3, 4, ", "), "- a: one, two\n"),
        ("- a: 'it''s\n    two'\n", (0, 2, "'I"), "- a: '''I''s\n    two'\n"),
        ('- a: "x\\u00e9 \\\n     y"\n', (0, 1, '"q"\n'), '- a: "\\"q\\"\\n\\u00e9 \\\n     y"\n'),
        ("- a: |\n    one\n    two\n- a: b\n", (3, 3, "\n\nnew"), "- a: |\n    one\n\n    new\n    two\n- a: b\n"),
        ("- a: |-  # why\n   one\n\n- a: b\n", (0, 0, "  "), "- a: |1-  # why\n     one\n\n- a: b\n"),
        ("- a: >\n    one\n    two\n\n    three\n", (3, 4, " to "), "- a: >\n    one to two\n\n    three\n"),
        (
            "- a: >\n    one\n    two\n\n    three\n",
            (7, 7, "\nnew"),
            "- a: >\n    one\n    two\n\n    new\n\n    three\n",
        ),
        ("- a: [b, 'c']\n", (0, 1, "b, c"), "- a: [\"b, c\", 'c']\n"),
        ("- a: one\n", (0, 3, "null"), '- a: "null"\n'),
        ("- a: one\n", (3, 3, "\n\ntwo"), "- a: |-\n    one\n\n    two\n"),
        ("- a: one\r\n- b: 1\n", (0, 3, "x\ny"), "- a: |-\r\n    x\r\n    y\r\n- b: 1\n"),
    ],
)
def test_the_style_stays_where_it_can_hold_the_words(text: str, edit: tuple[int, int, str], made: str) -> None:
    loc = (0, "a", 0) if "[" in text else (0, "a")

    assert reworded(text, loc, edit) == made


def test_several_texts_change_at_once_though_one_needs_another_style() -> None:
    text = "- id: a\n  x: one\n  y: two\n- id: b\n  x: 'three'\n"
    changes: list[TextChange] = [
        Reworded(at(text, 0, "y").span, (Edit(0, 3, "2: zwei"),)),
        Reworded(at(text, 0, "x").span, (Edit(0, 3, "1"),)),
        Reworded(at(text, 1, "x").span, (Edit(0, 5, "it's"),)),
        Removed(at(text, 1, "id").span),
        Filled(read(text).items[0].span, "z", "four"),  # type: ignore[union-attr]  # a list
    ]

    assert change_texts(text, "f", changes) == "- id: a\n  x: 1\n  y: \"2: zwei\"\n  z: four\n- x: 'it''s'\n"


@each(
    ("text", "loc", "made"),
    [
        ("- id: a\n  t: |\n    x\n\n  # why\n  u: 1\n", (0, "t"), "- id: a\n\n  # why\n  u: 1\n"),
        ("- t: >\n    x\n  # why\n  u: 1\n", (0, "t"), "  # why\n- u: 1\n"),
        ("- {t: {v: 1, w: 2}, u: 1}\n", (0, "t", "v"), "- {t: {w: 2}, u: 1}\n"),
        ("- {t: {v: 1, w: 2}, u: 1}\n", (0, "t", "w"), "- {t: {v: 1}, u: 1}\n"),
        ("- u: 1\n  t:\n    v:\n      w: 2\n", (0, "t", "v", "w"), "- u: 1\n"),
        ("a: 1\nb: 2", ("b",), "a: 1"),
    ],
)
def test_a_field_goes_with_its_lines_and_what_held_nothing_else(text: str, loc: Any, made: str) -> None:
    assert change_texts(text, "f", [Removed(at(text, *loc).span)]) == made


@each(
    ("text", "change"),
    [
        ("- a: one\n", Reworded(Span("f", 1, 9, 1, 9), (Edit(0, 0, "x"),))),
        ("- a: one\n", Reworded(Span("f", 1, 6, 1, 9), (Edit(2, 9, "x"),))),
        ("- a: one\n", Reworded(Span("f", 1, 6, 1, 9), (Edit(0, 2, "x"), Edit(1, 3, "y")))),
        ("- a: one\n", Reworded(Span("f", 1, 6, 1, 9), (Edit(0, 2, "\x00"),))),
        ("- a: one\n", Removed(Span("f", 1, 6, 1, 9))),
        ("- one\n", Removed(Span("f", 1, 3, 1, 6))),
        ("- a: &x one\n", Reworded(Span("f", 1, 6, 1, 9), (Edit(0, 2, "x"),))),
        ("- {}\n", Filled(Span("f", 1, 3, 1, 5), "a", "b")),
        ("- a: one\n", Filled(Span("f", 1, 3, 1, 9), "a", "b")),
    ],
)
def test_what_cannot_be_changed_is_a_finding_with_its_place(text: str, change: Any) -> None:
    with pytest.raises(CannotChangeError) as raised:
        change_texts(text, "f", [change])

    assert raised.value.diagnostic.span is not None
    assert raised.value.diagnostic.span.path == "f"
    assert raised.value.diagnostic.help


FILE = "\ufeff---\r\ntitle: One # why\r\nby: me\r\n---\r\n\r\nText *one*.\r\n\r\nTwo.\r\n\r\n"


def section(text: str) -> MappingNode:
    node, found = read_markdown(TextFile(Path("f"), "f", as_read(text)), "x")
    assert found == []
    assert node is not None
    return node


def place(text: str, key: str) -> Span:
    node = section(text).get(key)
    assert isinstance(node, Scalar)
    return node.span


def test_words_and_fields_change_together_and_all_else_stays() -> None:
    made = change_markdown(
        FILE,
        "f",
        [Edit(0, 4, "Words\n\nmore"), Edit(13, 16, "2")],
        [Reworded(place(FILE, "title"), (Edit(0, 3, "Two: x"),)), Removed(place(FILE, "by"))],
    )

    assert made == ('\ufeff---\r\ntitle: "Two: x" # why\r\n---\r\n\r\nWords\r\n\r\nmore *one*.\r\n\r\n2.\r\n\r\n')


def test_a_field_that_the_section_gets_comes_into_the_head() -> None:
    made = change_markdown(FILE, "f", [], [Filled(section(FILE).span, "order", "3")])

    assert made == FILE.replace("by: me\r\n", "by: me\r\norder: 3\r\n")


@given(
    st.sampled_from(["", "---\ntitle: A\n---\n", "---\nx: |\n  a\n---\n\n\n"]),
    st.text(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.text(),
    st.data(),
)
def test_any_words_come_back_or_are_refused(
    head: str, body: str, end: str, mark: str, words: str, data: st.DataObject
) -> None:
    assume(not ILLEGAL.search(body + words) and "\r" not in body + words and "\ufeff" not in body)
    text = mark + f"{head}{body}\n".replace("\n", end)
    node, found = read_markdown(TextFile(Path("f"), "f", as_read(text)), "x")
    assume(node is not None and not found)
    assert node is not None
    said = node.get("text")
    assert isinstance(said, Scalar)
    start = data.draw(st.integers(0, len(said.text)))
    edit = Edit(start, data.draw(st.integers(start, len(said.text))), words)
    try:
        made = change_markdown(text, "f", [edit], [])
    except CannotChangeError:
        # Words that would become a head of their own, or leave a file without a head empty.
        wanted = edited(said.text, [edit]).strip()
        assert not head
        assert not wanted or wanted.startswith("---")
        return

    after = to_plain(section(made))
    assert after.pop("text", "") == "\n".join(_without_blank_lines(edited(said.text, [edit]))).rstrip()
    assert after == {key: value for key, value in to_plain(node).items() if key != "text"}
    assert made.startswith(mark + head.replace("\n", end))


def _without_blank_lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines[next((n for n, line in enumerate(lines) if line.strip()), len(lines)) :]


@each(
    ("text", "in_text", "in_head"),
    [
        ("Words.\n", [], [Filled(Span("f"), "title", "A")]),
        ("Words.\n", [Edit(0, 0, "---\n")], []),
        ("Words.\n", [Edit(3, 9, "x")], []),
        ("---\nid: a\n", [Edit(0, 0, "x")], []),
    ],
)
def test_what_cannot_be_changed_is_a_finding(text: str, in_text: list[Edit], in_head: list[Filled]) -> None:
    with pytest.raises(CannotChangeError) as raised:
        change_markdown(text, "f", in_text, in_head)

    assert raised.value.diagnostic.help
