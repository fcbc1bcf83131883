"""A work that is recorded again by a short title or a coarser date, and a surname that begins a sentence."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.sources import source_recorded_twice

CASE = """
case: {title: Example}
sources:
  - id: report
    type: report
    title: "Thirty Days Without a Name: Custody in Kelvandra"
    author: [Custody Watch]
    publisher: Custody Watch
    issued: 2023-11-14
    url: https://example.org/thirty-days
    held: held
  - {id: other, held: held, OTHER}
"""
TITLE = "title: Thirty Days Without a Name"


@each(
    ("other", "is_found"),
    [
        (f"type: report, {TITLE}, author: [Custody Watch], issued: 2023-11", True),
        (f"{TITLE}, publisher: Custody Watch, issued: 2023", True),
        ("title: 'Thirty Days Without a Name: Custody in Kelvandra', publisher: custody watch, issued: 2023-11", True),
        (
            "title: Дни, translated_title: Thirty days without a name, author: [Custody Watch], issued: 2023",
            True,
        ),
        (f"{TITLE}, publisher: Prison Watch, issued: 2023", False),
        (f"{TITLE}, publisher: Custody Watch, issued: 2024", False),
        (f"{TITLE}, publisher: Custody Watch", False),
        ("title: 'Thirty Days Without a Name: Annex', publisher: Custody Watch, issued: 2023", False),
        (f"type: press-release, {TITLE}, publisher: Custody Watch, issued: 2023", False),
        (f"{TITLE}, publisher: Custody Watch, issued: 2023, url: 'https://example.org/summary'", False),
        ("title: Thirty Days, publisher: Custody Watch, issued: 2023", False),
    ],
)
def test_a_short_title_or_a_coarser_date_is_noted(other: str, is_found: bool, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, CASE.replace("OTHER", other))
    found = run_checks(case, [source_recorded_twice])[0].findings

    assert faults == []
    assert [(one.record, one.severity.label) for one in found if one.severity] == (
        [("sources/other", "note")] if is_found else []
    )


NAMED = """
case: {title: Example, summary: "TEXT"}
people: [{id: p, name: {family: Orskelin, given: Daverth}}, {id: q, name: {family: Marches, given: Ilona}}]
"""


@each(
    ("text", "words"),
    [
        ("It was so. Orskellin was head of the centre.", "Orskellin"),
        ("Orskelan was head of the centre.", "Orskelan"),
        ("Orskelin was head of the centre.", ""),
        ("Orskelin’s term ended.", ""),
        ("Daverth was head of the centre.", ""),
        ("Daverts was head of the centre.", ""),
        ("Marchen were held, and a marchen was seen.", ""),
        ("Orskel was head of the centre.", ""),
    ],
)
def test_a_surname_at_the_beginning_of_a_sentence_is_compared(text: str, words: str, tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, NAMED.replace("TEXT", text))
    found = run_checks(case, [check_named("name-spelled-two-ways")])[0].findings

    assert faults == []
    assert [in_ids(one.message).split("`")[1] for one in found] == ([words] if words else [])


def test_of_several_that_may_be_the_same_the_first_is_named(tmp_path: Path) -> None:
    second = f"{TITLE}, publisher: Custody Watch, issued: 2023"
    third = f"id: third, held: held, {TITLE}, author: [Custody Watch], issued: 2023-11-14"
    case, faults = load_example(tmp_path, CASE.replace("OTHER", f"{second}}}\n  - {{{third}"))
    found = run_checks(case, [source_recorded_twice])[0].findings

    assert faults == []
    assert [(one.record, one.names) for one in found] == [
        ("sources/other", ("sources/report",)),
        ("sources/third", ("sources/report",)),
    ]
