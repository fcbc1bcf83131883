"""A count in a sentence against the table that is taken from the page which the sentence cites."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.figures import count_not_of_its_page, number_not_in_table, number_typed
from probata.checks.runner import CheckResult, run_checks

CASE = """
case: {title: Example}
sources: [{id: bulletin, title: Bulletin}, {id: report, title: Report}]
datasets:
  - id: admissions
    title: Admissions to North Prison
    file: admissions.csv
    translations: {fr: {title: Admissions à la prison du Nord}, es: {title: Ingresos en la prisión del Norte}}
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: persons, heading: Admitted, type: number, unit: persons}
      - {key: cells, heading: Cells}
      - {key: source, type: source, heading: Source}
    totals: [{column: persons, value: 370, citations: "bulletin, p. 13"}]
figures:
  - id: both
    title: First and last
    operation: sum
    of: [{dataset: admissions, column: persons, rows: [2022-05, 2022-07]}]
events:
  - {id: e, kind: incident, title: Riot, count: {value: 88, unit: persons}}
narrative:
  - {id: n, title: T, language: LANG, text: "TEXT"}
"""
TABLE = """\
month,persons,cells,source
2022-05,74,30,"bulletin, p. 12"
2022-06,196,31,"bulletin, p. 12"
2022-07,100,32,"bulletin, p. 12"
"""


def result(folder: Path, text: str, language: str = "en") -> CheckResult:
    written = CASE.replace("TEXT", text).replace("LANG", language)
    case, faults = load_example(folder, written, {"admissions.csv": TABLE})
    assert [fault.message for fault in faults] == []
    return run_checks(case, [count_not_of_its_page.CHECK])[0]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "In May, 85 persons were admitted [@bulletin, p. 12].", "85"),
        ("en", "North Prison took in 85 people in May 2022 [@bulletin, p. 12].", "85"),
        ("en", "In May, 85 detained persons were admitted [@bulletin, p. 12].", "85"),
        ("en", "In all, 7,300 persons were admitted [@bulletin, pp. 12-13].", "7,300"),
        ("en", "The prison that admitted them had 85 cells [@bulletin, p. 12].", "85"),
        ("fr", "En mai, 85 personnes entrèrent à la prison du Nord [@bulletin, p. 12].", "85"),
        ("es", "En mayo, 85 personas ingresaron en la prisión del Norte [@bulletin, p. 12].", "85"),
    ],
)
def test_a_count_that_the_table_of_its_page_does_not_give_is_found(
    language: str, text: str, number: str, tmp_path: Path
) -> None:
    found = result(tmp_path, text, language).findings

    assert [(one.record, one.message.split("`")[1]) for one in found] == [("narrative/n", number)]


def test_the_nearest_cells_are_told(tmp_path: Path) -> None:
    (found,) = result(tmp_path, "In May, 85 persons were admitted [@bulletin, p. 12].").findings

    assert found.message == (
        "the text counts `85`, and the table “Admissions to North Prison” (`admissions`), which is taken from the page "
        "that it cites, has no such number; nearest are 74 for `2022-05`, 100 for `2022-07`, 196 for `2022-06`"
    )


@pytest.mark.parametrize(
    "text",
    [
        "In May, 74 persons were admitted [@bulletin, p. 12].",
        "From May to July, 370 persons were admitted [@bulletin, p. 12].",
        "In May and June, 270 persons were admitted [@bulletin, p. 12].",
        "In May and July, 174 persons were admitted [@bulletin, p. 12].",
        "In the riot, 88 persons of the admitted took part [@bulletin, p. 12].",
        "In May, about 85 persons were admitted [@bulletin, p. 12].",
        "Of those admitted, 12 persons fell ill [@bulletin, p. 12].",
        "In May, 85 persons were admitted [@bulletin, p. 14].",
        "In May, 85 persons were admitted [@bulletin].",
        "In May, 85 persons were admitted [@bulletin, p. 12; @report, p. 3].",
        "In May, 85 persons were admitted.",
        "In May, 85 other persons were admitted [@bulletin, p. 12].",
        "In May, of 120 persons who were asked, 85 had been admitted [@bulletin, p. 12].",
        "In May, 85 per cent were admitted [@bulletin, p. 12].",
    ],
)
def test_what_the_table_gives_or_another_place_may_give_is_left_alone(text: str, tmp_path: Path) -> None:
    assert result(tmp_path, text).findings == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("In May, 85 guards were admitted [@bulletin, p. 12].", "the sentence does not count what the table"),
        ("At the quay, 85 persons sang [@bulletin, p. 12].", "the sentence need not be about the table"),
        ("In 2019, 85 persons were admitted [@bulletin, p. 12].", "the sentence need not be about the table"),
    ],
)
def test_of_other_units_matters_and_years_it_cannot_tell(text: str, why: str, tmp_path: Path) -> None:
    answered = result(tmp_path, text)

    assert answered.findings == ()
    assert answered.answer.untold == 1
    assert answered.answer.reasons[0][0].startswith(why)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("There were 74 in May, and 85 persons were admitted in June [@bulletin, p. 12].", number_not_in_table.CHECK),
        ("In June, 197 persons were admitted [@bulletin, p. 12].", number_typed.CHECK),
    ],
)
def test_no_sentence_is_found_by_two_checks_on_its_number(text: str, other: object, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE.replace("TEXT", text).replace("LANG", "en"), {"admissions.csv": TABLE})

    results = run_checks(case, [count_not_of_its_page.CHECK, other])  # type: ignore[list-item]
    assert [len(one.findings) for one in results] == [0, 1]
