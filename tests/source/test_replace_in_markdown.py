"""Changing a section in its Markdown file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Span
from probata.source.change_markdown import change_markdown
from probata.source.change_yaml import Edit, Filled, Removed, Reworded, edited
from probata.source.markdown_reader import read_markdown
from probata.source.node import MappingNode, Scalar, to_plain
from probata.source.text_edits import CannotChangeError, as_read
from probata.source.text_file import ILLEGAL, TextFile

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
