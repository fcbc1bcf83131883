"""Words that compare, against the rows of the table that the sentence is about: shares, ranks and trends."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks

CASE = """
case:
  title: Example
  summary: "SUMMARY"
sources: [{id: report, title: R}, {id: other, title: O}]
events:
  - {id: persuasion, kind: measure, title: Persuasion, other_names: [voluntary return]}
  - {id: stay, kind: measure, title: Protective stay}
datasets:
  - id: methods
    title: Methods
    file: methods.csv
    citations: report, p. 1
    columns:
      - {key: method, heading: Method, type: text}
      - {key: n, heading: Returns}
      - {key: share, heading: Share, type: percent}
  - id: stays
    title: Protective stay by district and year
    file: stays.csv
    inclusions: [INCLUSION]
    columns:
      - {key: row, heading: Row, type: text, key_column: true}
      - {key: district, heading: District, type: text, covers: territory}
      - {key: year, heading: Year, type: date, covers: period}
      - {key: n, heading: Persons}
"""
METHODS = 'method,n,share\n"""Voluntary"" return",64,91%\nDeportation,36,9%\n'
STAYS = (
    "row,district,year,n\na17,Halvet (Pilot),2017,266\nb17,Ostamar,2017,61\na18,Halvet,2018,700\nb18,Ostamar,2018,718\n"
)
COUNTRY = "all18,Country,2018,5006\n"
INCLUDED = "{rows: [b18], included_in: all18, how: perhaps}"


def found_by(
    check: Check, folder: Path, summary: str, stays: str = STAYS, methods: str = METHODS
) -> list[tuple[str, str]]:
    text = CASE.replace("SUMMARY", summary).replace("INCLUSION", INCLUDED if COUNTRY in stays else "")
    files = {"methods.csv": methods, "stays.csv": stays}
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    return [(one.severity.name, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("summary", "is_found"),
    [
        ("Persuasion accounts for the vast majority of returns.", True),
        ("The report says that persuasion accounts for “the vast majority” of returns.", True),
        ("Persuasion accounts for most of the returns.", False),
        ("Persuasion accounts for the vast majority, 64% of returns.", False),
        ("The vast majority of guards stayed away.", False),
        ("The report has deportation for the vast majority.", False),
    ],
)
def test_a_share_in_words_is_compared_with_the_row_that_an_event_is_called_like(
    summary: str, is_found: bool, tmp_path: Path
) -> None:
    found = found_by(check_named("share-word-against-table"), tmp_path, summary)

    told = [("WARNING", 'the text says `vast majority`, and `"Voluntary" return` is 64% of `n` in `methods`')]
    assert found == (told if is_found else [])


@each(
    ("summary", "is_found"),
    [
        ("Halvet heads the charts of protective stay.", True),
        ("In 2017 Halvet heads the charts of protective stay.", False),
        ("In 2018 Halvet heads the charts of protective stay.", True),
        ("Halvet heads the charts of protective stay, but for Ostamar.", False),
        ("Halvet heads the charts of rainfall.", False),
        ("Halvet is part of protective stay.", False),
    ],
)
def test_a_rank_is_compared_with_the_rows_of_each_time(summary: str, is_found: bool, tmp_path: Path) -> None:
    words = (
        "the text says `heads the charts` of `Halvet`, and in `2018` `n` of `stays` has 718 for `b18` and 700 for `a18`"
    )

    found = found_by(check_named("rank-word-against-table"), tmp_path, summary)
    assert found == ([("WARNING", words)] if is_found else [])


FALLING = "row,district,year,n\na,A town,2017,487\nb,A town,2018,376\nc,B town,2017,10\nd,B town,2018,20\n"


@each(
    ("summary", "rows", "severity"),
    [
        ("The use of protective stay is growing.", FALLING, "WARNING"),
        ("The use of protective stay is growing.", FALLING + "e,C town,2017,1\nf,C town,2018,5\n", "INFO"),
        ("The use of protective stay is declining.", FALLING, "WARNING"),
        ("The use of protective stay is known.", FALLING, ""),
        ("The use of the quay is growing.", FALLING, ""),
        ("The use of protective stay grew from 497 to 396.", FALLING, ""),
        ("The use of protective stay is growing.", FALLING.replace("376", "588"), ""),
    ],
)
def test_a_trend_is_compared_with_the_series_of_the_table(
    summary: str, rows: str, severity: str, tmp_path: Path
) -> None:
    found = found_by(check_named("trend-word-against-table"), tmp_path, summary, rows)

    assert [one for one, _ in found] == ([severity] if severity else [])
