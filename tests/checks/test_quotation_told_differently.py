"""Quotations in our texts against the words that are recorded."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.prose.quotations import nearest, words_of
from probata.checks.records.quotations import quotation_told_differently

CASE = """
case: {title: Example}
sources:
  - {id: interview, title: Interview with a guard, type: interview, held: held}
  - {id: gazette, title: Gazette, type: legislation, held: held}
authorities:
  - id: directive
    kind: statute
    name: Directive 9
    citation: Directive 9
    clauses: [{id: c4, number: 4, text: Force against persons held is not permitted.}]
quotations:
  - id: outer
    speaker: {described: a guard}
    text: The captain came up at nine. “Go on until they write.” Then he left.
    quoted_in: interview, para 16
    nested: [inner]
  - {id: inner, speaker: {described: a captain}, text: INNER, quoted_in: "interview, para 16"}
allegations:
  - {id: a, title: T, statement: S., particulars: 'TEXT'}
"""


def found(folder: Path, text: str, inner: str = "Go on until they write.") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("INNER", inner))
    assert faults == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [quotation_told_differently])[0].findings]


@each(
    "text",
    [
        'He said "go on until they write" [@interview, para 16].',
        "He said “Go on, until they write!” [@interview, para 16].",
        'It says "Go on … until they write" [@interview, para 16].',
        'It says "go on until [the prisoners] write" [@interview, para 16].',
        'He said "until they sign" [@interview, para 40].',
        'He said "go on until they sign" [@gazette, p. 3].',
        'He said "go on until they sign".',
        'He said "they sign" [@interview, para 16].',
        'He said "a wholly different sentence of his" [@interview, para 16].',
        'Clause 4 reads "Force against persons held is not permitted" [@directive, cl 4].',
    ],
)
def test_the_same_words_short_ones_and_those_of_other_places_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@each(
    ("text", "told"),
    [
        (
            'He said "go on until they sign" [@interview, paras 14-16].',
            "the text quotes `go on until they sign`, and `outer` has `go on until they write`",
        ),
        (
            'He said "go on until they sign" [@interview].',
            "the text quotes `go on until they sign`, and `outer` has `go on until they write`",
        ),
        (
            'Clause 4 reads "Force against persons held is permitted" [@directive, cl 4].',
            "the text quotes `Force against persons held is permitted`, and `directive` has "
            "`force against persons held is not permitted`",
        ),
    ],
)
def test_a_word_changed_or_left_out_is_found(tmp_path: Path, text: str, told: str) -> None:
    assert found(tmp_path, text) == [("allegations/a", told)]


def test_a_quotation_that_does_not_stand_in_the_one_around_it_is_found(tmp_path: Path) -> None:
    assert found(tmp_path, "Nothing.", "Go on until they confess.") == [
        ("quotations/inner", "quotation `inner` is said to stand inside `outer`, and its words do not")
    ]


def test_a_very_long_quotation_is_compared_by_its_beginning() -> None:
    said = words_of("one two three " + "word " * 30_000)
    changed = words_of("one two four " + "word " * 30_000)

    passage = nearest(said, changed)

    assert passage is not None
    assert passage[:3] == ("one", "two", "three")
