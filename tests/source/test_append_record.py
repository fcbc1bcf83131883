"""Adding a record to the text of a file: what stands there stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import each

from probata.source.add_to_yaml import CannotAppendError, append_record
from probata.source.node import to_plain
from probata.source.yaml_reader import read_yaml

RECORD = {"id": "new", "by": "NO", "on": "2026-01-02", "rests_on": ["sources/x 0123", "a: b #c"]}

UNPRINTABLE = "".join(map(chr, (*range(0xE000, 0xE01A), 0xFFFE, 0xFFFF, 0x202D, 0x202E)))
"""What no file of a case may hold, beside surrogates and control characters."""


def held(text: str) -> object:
    node, found = read_yaml(text, "f")
    assert found == []
    return to_plain(node) if node else None


@each(
    "text",
    [
        "",
        "# only a remark\n",
        "# a remark\n\n[]\n",
        "# head\n- id: old # why\n  note: |\n    several\n    lines\n\n# tail\n",
        "- id: old",
        "- {id: old,\n   what: x}\n",
        "reads:\n  - id: old\n",
        "reads:\n",
    ],
)
def test_a_file_of_records_gets_one_more_and_keeps_every_line(text: str) -> None:
    made = append_record(text, "reads.yaml", "reads", RECORD, in_one_file=False)
    before, after = held(text), held(made)
    records = after["reads"] if isinstance(after, dict) else after
    old = (before.get("reads") if isinstance(before, dict) else before) or []
    assert isinstance(old, list)

    assert records == [*old, RECORD]
    kept = [line for line in text.split("\n") if line.strip() and line != "[]"]
    assert [line for line in made.split("\n") if line in kept] == kept


@each(
    "text",
    [
        "case: {title: T}\n",
        "case: {title: T}\nreads:\nsources: []\n",
        "case: {title: T}\nreads: []\nsources:\n  - {id: s}\n",
        "case: {title: T}\nreads:\n- id: old\n  note: >-\n    two\n    lines\nsources:\n  - {id: s}\n",
    ],
)
def test_a_case_in_one_file_gets_it_below_its_key(text: str) -> None:
    before = held(text)
    after = held(append_record(text, "case.yaml", "reads", RECORD, in_one_file=True))

    assert isinstance(before, dict)
    assert after == {**before, "reads": [*(before.get("reads") or []), RECORD]}


def test_line_ends_and_byte_order_mark_stay() -> None:
    made = append_record("\ufeff- id: old\r\n", "reads.yaml", "reads", RECORD, in_one_file=False)

    assert made.startswith("\ufeff- id: old\r\n")
    assert "\n" not in made.replace("\r\n", "")


@each("text", ["[{id: old}]\n", "a sentence\n", "- id: [\n", "id: old\nwhat: x\n"])
def test_what_cannot_be_changed_safely_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(CannotAppendError) as refused:
        append_record(text, "reads.yaml", "reads", RECORD, in_one_file=False)
    assert refused.value.diagnostic.span is not None
    assert refused.value.diagnostic.help


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=UNPRINTABLE), min_size=1))
def test_any_words_come_back_as_they_were_given(words: str) -> None:
    made = append_record("- id: old\n", "f", "reads", {"id": "n", "by": words}, in_one_file=False)
    assert held(made) == [{"id": "old"}, {"id": "n", "by": words}]
