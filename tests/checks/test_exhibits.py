"""Exhibits: one mark for one document, listed where it is named and named where it is listed."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.exhibits import (
    exhibit_mark_in_two_forms,
    exhibit_mark_twice,
    exhibit_not_listed,
    exhibit_not_referred_to,
    marks_named,
    plain_mark,
)
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: brun, name: Ada Brun}]
exhibits: [EXHIBITS]
statements:
  - {id: one, person: wolk, kind: witness, exhibits: [ONE], paragraphs: [{id: p, basis: own_knowledge, text: "TEXT"}]}
  - {id: two, person: brun, kind: witness, exhibits: [TWO]}
"""


def found(check: Check, folder: Path, **parts: str) -> list[tuple[str, Severity]]:
    text = CASE
    for name, part in {"TEXT": "I wrote it.", "ONE": "", "TWO": "", **parts}.items():
        text = text.replace(name, part)
    case, faults = load_example(folder, text)
    assert faults == []
    (result,) = run_checks(case, [check])
    return [(one.record, one.severity) for one in result.findings]


def exhibits(*marks: str) -> str:
    return ", ".join(f'{{id: e{n}, mark: "{mark}", description: it}}' for n, mark in enumerate(marks, 1))


def test_a_mark_is_one_in_all_its_forms_and_a_nought_before_its_number_is_another() -> None:
    assert len({plain_mark(mark) for mark in ("MT/1", "MT 1", "MT1", "mt-1")}) == 1
    assert plain_mark("A-7") != plain_mark("A-07")
    assert plain_mark("Annex of the letter") == plain_mark("Annex  of the letter")


@each(
    ("text", "named"),
    [
        ("I refer to **MT1** and “MT/2”.", ["MT1", "MT/2"]),
        ("It stands in RMT1, MT12a and MT1x2.", ["MT12a"]),
        ("It was on a sheet A 4 and is A-4.", ["A-4"]),
        ("x" * 50_000 + " MT/1", ["MT/1"]),
    ],
)
def test_marks_are_found_in_a_text_in_any_form(text: str, named: list[str]) -> None:
    assert list(marks_named(text, ["MT", "A"])) == named


def test_nothing_is_named_where_no_letters_are_known() -> None:
    assert list(marks_named("MT/1", [])) == []


@each(
    ("marks", "one", "two", "weights"),
    [
        (("MW1", "MW/1"), "e1, e2", "", [Severity.WARNING]),
        (("MW1", "MW1"), "e1", "", [Severity.WARNING]),
        (("MW1", "MW1"), "e1", "e2", [Severity.INFO]),
        (("MW1", "MW/1"), "e1", "e2", []),
        (("MW1", "MW2"), "e1, e2", "", []),
    ],
)
def test_one_mark_of_two_exhibits_weighs_by_the_statements_that_produce_them(
    marks: tuple[str, ...], one: str, two: str, weights: list[Severity], tmp_path: Path
) -> None:
    made = found(exhibit_mark_twice, tmp_path, EXHIBITS=exhibits(*marks), ONE=one, TWO=two)

    assert made == [("exhibits/e2", weight) for weight in weights]


@each(
    ("text", "count"),
    [
        ("I refer to **MW2**.", 1),
        ("I refer to **MW2**, and again to **MW/2**.", 1),
        ("I refer to **MW1**.", 0),
        ("I refer to **MW/1**.", 0),
        ("I refer to **AB1** of Ada Brun.", 0),
    ],
)
def test_a_mark_that_the_list_does_not_hold_is_found_once(text: str, count: int, tmp_path: Path) -> None:
    made = found(exhibit_not_listed, tmp_path, EXHIBITS=exhibits("MW1", "AB1"), ONE="e1", TWO="e2", TEXT=text)

    assert made == [("statements/one", Severity.WARNING)] * count


def test_a_mark_of_another_statement_may_be_named(tmp_path: Path) -> None:
    made = found(exhibit_not_listed, tmp_path, EXHIBITS=exhibits("MW1", "MW2"), ONE="e1", TWO="e2", TEXT="I saw MW2.")

    assert made == []


@each(
    ("marks", "text", "records"),
    [
        (("MW1", "MW/2"), "I wrote it.", ["exhibits/e2"]),
        (("MW1", "mw2"), "I wrote it.", ["exhibits/e2"]),
        (("MW1", "MW2"), "I refer to MW/2.", ["statements/one"]),
        (("MW1", "MW2"), "I refer to MW2 and MW3.", []),
        (("MW1", "AB/1"), "I wrote it.", []),
        (("the map", "MW1"), "I wrote it.", []),
    ],
)
def test_two_forms_of_marks_are_found_in_the_list_and_in_the_text(
    marks: tuple[str, ...], text: str, records: list[str], tmp_path: Path
) -> None:
    made = found(exhibit_mark_in_two_forms, tmp_path, EXHIBITS=exhibits(*marks), ONE="e1, e2", TEXT=text)

    assert [record for record, _ in made] == records


@each(("text", "count"), [("I wrote it.", 1), ("I refer to MW1.", 1), ("I refer to MW1 and MW/2.", 0)])
def test_an_exhibit_to_which_no_paragraph_refers_is_found(text: str, count: int, tmp_path: Path) -> None:
    made = found(exhibit_not_referred_to, tmp_path, EXHIBITS=exhibits("MW1", "MW2"), ONE="e1, e2", TEXT=text)

    assert len(made) == count


def test_a_statement_without_a_paragraph_yet_refers_to_nothing(tmp_path: Path) -> None:
    assert found(exhibit_not_referred_to, tmp_path, EXHIBITS=exhibits("MW1"), TWO="e1") == []
