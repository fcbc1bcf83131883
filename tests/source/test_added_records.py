"""Records, fields and entries added to the text of a file: what stands there stays as it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.each import each

from probata.source.add_to_yaml import Addition, CannotAppendError, add_fields, append_records
from probata.source.node import MappingNode, SequenceNode, to_plain
from probata.source.text_edits import as_read
from probata.source.text_file import ILLEGAL
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
    made = append_records(text, "reads.yaml", "reads", [RECORD], in_one_file=False)
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
    after = held(append_records(text, "case.yaml", "reads", [RECORD], in_one_file=True))

    assert isinstance(before, dict)
    assert after == {**before, "reads": [*(before.get("reads") or []), RECORD]}


def test_line_ends_and_byte_order_mark_stay() -> None:
    made = append_records("\ufeff- id: old\r\n", "reads.yaml", "reads", [RECORD], in_one_file=False)

    assert made.startswith("\ufeff- id: old\r\n")
    assert "\n" not in made.replace("\r\n", "")


@each("text", ["[{id: old}]\n", "a sentence\n", "- id: [\n", "id: old\nwhat: x\n"])
def test_what_cannot_be_changed_safely_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(CannotAppendError) as refused:
        append_records(text, "reads.yaml", "reads", [RECORD], in_one_file=False)
    assert refused.value.diagnostic.span is not None
    assert refused.value.diagnostic.help


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=UNPRINTABLE), min_size=1))
def test_any_words_come_back_as_they_were_given(words: str) -> None:
    made = append_records("- id: old\n", "f", "reads", [{"id": "n", "by": words}], in_one_file=False)
    assert held(made) == [{"id": "old"}, {"id": "n", "by": words}]


AUTHORS = ["A Body", {"family": "Rill: #1", "given": "Ana, B."}]
ANY = st.text().filter(lambda text: not ILLEGAL.search(text))


def records(text: str) -> tuple[MappingNode, ...]:
    node, found = read_yaml(as_read(text), "f")
    assert found == []
    held = node.entries[0].value if isinstance(node, MappingNode) else node
    assert isinstance(held, SequenceNode)
    return tuple(item for item in held.items if isinstance(item, MappingNode))


def patched(text: str, number: int, fields: dict[str, Any], **options: Any) -> str:
    options.setdefault("in_one_file", False)
    return add_fields(text, "f", "sources", [Addition(records(text)[number].span, fields)], **options)


def test_fields_go_below_the_last_one_of_their_record() -> None:
    text = '# head\n- id: a # why\n  title: "A"\n\n# of b\n-   id: b\n    note: |\n      two\n      lines\n\n# tail\n'

    made = patched(patched(text, 1, {"doi": "10.1/x"}), 0, {"author": AUTHORS})

    assert made == (
        '# head\n- id: a # why\n  title: "A"\n  author:\n    - A Body\n    - family: "Rill: #1"\n'
        "      given: Ana, B.\n\n# of b\n-   id: b\n    note: |\n      two\n      lines\n    doi: 10.1/x\n\n# tail\n"
    )


@each("text", ["- {id: a, title: A}\n", "- {id: a, title: A, }\n", "- {id: a,\n   title: 'A'} # x\n"])
def test_a_record_in_braces_stays_in_braces(text: str) -> None:
    made = patched(text, 0, {"url": "https://e.example/a,b", "author": AUTHORS})

    assert to_plain(records(made)[0]) == {"id": "a", "title": "A", "url": "https://e.example/a,b", "author": AUTHORS}
    assert made.count("\n") == text.count("\n")


def test_a_key_without_a_value_gets_it_where_it_stands_in_its_own_spelling() -> None:
    made = patched(
        "- id: a\n  DOI: # to do\n  author: ~\n", 0, {"doi": "10.1/x", "author": ["B"]}, spellings={"DOI": "doi"}
    )

    assert made == "- id: a\n  DOI: 10.1/x # to do\n  author: [B]\n"


def test_line_ends_and_a_byte_order_mark_stay_also_where_they_are_mixed() -> None:
    assert patched("\ufeff- id: a\r\n  title: T\n- id: b", 0, {"doi": "x"}) == (
        "\ufeff- id: a\r\n  title: T\n  doi: x\r\n- id: b"
    )
    assert patched("- id: a\r\n- id: b", 1, {"doi": "x"}) == "- id: a\r\n- id: b\r\n  doi: x"


PARTS: dict[str, Any] = {
    "birth": {"date": "1971-02", "alternatives": [{"date": "1972", "citations": ["a, p. 4", "b"]}]},
    "note": "x: y",
}


def test_a_part_gets_the_fields_that_it_lacks_and_the_record_the_rest() -> None:
    text = "- id: a\n  name: A\n  birth:\n    place: Lome # so\n- id: b\n  birth: {place: Lome}\n"

    made = patched(patched(text, 1, PARTS), 0, PARTS)

    assert made == (
        "- id: a\n  name: A\n  birth:\n    place: Lome # so\n    date: 1971-02\n    alternatives:\n"
        '      - date: 1972\n        citations:\n          - a, p. 4\n          - b\n  note: "x: y"\n'
        "- id: b\n  birth: {place: Lome, date: 1971-02, "
        'alternatives: [{date: 1972, citations: ["a, p. 4", b]}]}\n  note: "x: y"\n'
    )
    assert to_plain(records(made)[0])["birth"] == {"place": "Lome", **PARTS["birth"]}


def test_what_a_part_says_already_is_never_written_over() -> None:
    with pytest.raises(CannotAppendError):
        patched("- id: a\n  birth: {date: 1970}\n", 0, {"birth": {"date": "1971"}})
    with pytest.raises(CannotAppendError):
        patched("- id: a\n  birth: {}\n", 0, {"birth": {"date": "1971"}})


def test_a_text_whose_end_would_change_is_refused_and_not_changed() -> None:
    with pytest.raises(CannotAppendError) as refused:
        patched("- id: a\n  note: |+\n    x\n\n\n- id: b\n", 0, {"doi": "x"})
    assert refused.value.diagnostic.name == "not-patchable"


def ended(said: str) -> str:
    """Return a text as it is read: each end of a line is one sign."""
    return "\n".join(re.split("\r\n|\r", said))


def fields(one: str, other: str) -> dict[str, Any]:
    return {"doi": one, "author": [other, {"family": one, "given": other}], "parts": {"a": [one], "b": {"c": other}}}


@example("", ":0", "- {id: a}\n")
@example("", "a\rb\r\n", "- id: a\n")
@given(ANY, ANY, st.sampled_from(["- id: a\n", "- {id: a}\n", "- id: a\n  doi:\n", "- id: a\r\n# x"]))
def test_any_text_comes_back_as_it_is_with_one_sign_for_the_end_of_a_line(one: str, other: str, text: str) -> None:
    made = patched(text, 0, fields(one, other))

    assert to_plain(records(made)[0]) == {"id": "a", **fields(ended(one), ended(other))}


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
def test_any_text_comes_back_as_it_is_with_one_sign_for_the_end_of_a_line_in_a_list(
    added: list[Any], written: str
) -> None:
    made = patched(f"- id: a\n  list: {written}\n", 0, {"list": added})

    assert to_plain(records(made)[0])["list"] == ["A", "B", *map(ended, added)]
