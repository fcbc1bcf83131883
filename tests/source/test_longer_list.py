"""Entries that come behind those of a list in the text of a file."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.each import each
from tests.source.test_patch_record import ANY, ended, patched, records

from probata.source.add_to_yaml import CannotAppendError
from probata.source.node import to_plain

NEW = ["report, p. 4", {"name": "Nes", "kind": "nickname"}]
WRITTEN = (
    "[A, B]",
    "[A, B ] # why",
    "['A',\n      B]",
    "\n  - A\n  - B # why\n",
    "\n    - A\n    - B\n",
    "\n  -   A\n  -   B\n",
)


@each("written", WRITTEN)
@each("behind", ["", "  note: N\n"])
def test_a_list_gets_more_entries_however_it_is_written(written: str, behind: str) -> None:
    text = f"- id: a\n  list: {written}".rstrip("\n") + f"\n{behind}\n# tail\n- id: b\n"

    made = patched(text, 0, {"list": NEW, "doi": "10.1/x"})

    whole = to_plain(records(made)[0])
    assert whole["list"] == ["A", "B", *NEW]
    assert whole["doi"] == "10.1/x"
    assert made.endswith("\n\n# tail\n- id: b\n")
    assert made.count("# why") == text.count("# why")


def test_a_list_in_a_record_in_braces_grows() -> None:
    made = patched("- {id: a, list: [A], title: T}\n", 0, {"list": ["B, C"], "doi": "x"})

    assert made == '- {id: a, list: [A, "B, C"], title: T, doi: x}\n'


@each("written", ["[]", "{a: b}", "|\n    A\n    B", "'A\n    B'"])
def test_what_cannot_be_made_longer_safely_is_refused(written: str) -> None:
    with pytest.raises(CannotAppendError):
        patched(f"- id: a\n  list: {written}\n", 0, {"list": ["B"]})


@example(["a\rb\r\n"], "[A, B]")
@given(st.lists(ANY, min_size=1, max_size=3), st.sampled_from(WRITTEN))
def test_any_text_comes_back_as_it_is_with_one_sign_for_the_end_of_a_line(added: list[Any], written: str) -> None:
    made = patched(f"- id: a\n  list: {written}\n", 0, {"list": added})

    assert to_plain(records(made)[0])["list"] == ["A", "B", *map(ended, added)]
