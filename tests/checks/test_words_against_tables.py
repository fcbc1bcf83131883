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


def test_a_row_is_found_by_its_own_name_in_the_table_of_the_source_cited(tmp_path: Path) -> None:
    summary = "Deportation accounts for the vast majority [@report, p. 1]."

    assert [message for _, message in found_by(check_named("share-word-against-table"), tmp_path, summary)] == [
        "the text says `vast majority`, and `Deportation` is 36% of `n` in `methods`"
    ]


def test_a_share_of_numbers_that_are_not_exact_is_left_open(tmp_path: Path) -> None:
    summary = "Persuasion accounts for the vast majority of returns."

    assert (
        found_by(check_named("share-word-against-table"), tmp_path, summary, methods=METHODS.replace("36", "36+")) == []
    )


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


def test_the_row_that_includes_a_place_does_not_stand_above_it(tmp_path: Path) -> None:
    summary = "In 2018 Ostamar had the highest number in protective stay."

    assert found_by(check_named("rank-word-against-table"), tmp_path, summary, STAYS + COUNTRY) == []


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


def test_the_one_series_of_a_table_is_told_as_the_table(tmp_path: Path) -> None:
    one = "".join(line for line in FALLING.splitlines(keepends=True) if "B town" not in line)

    ((_, message),) = found_by(check_named("trend-word-against-table"), tmp_path, "Protective stay is growing.", one)

    assert message == "the text says `growing`, and `stays` runs against it: 487 in `2017`, 376 in `2018`"


def test_the_series_that_falls_is_named_with_its_ends(tmp_path: Path) -> None:
    ((_, message),) = found_by(
        check_named("trend-word-against-table"), tmp_path, "Protective stay is growing.", FALLING
    )

    assert message == (
        "the text says `growing`, and 1 of 2 series of `stays` run against it, such as `A town`: 487 in `2017`, "
        "376 in `2018`"
    )


MONTHS = """
case: {title: Example, language: LANG, summary: "SAID [@report, p. 1]."}
sources: [{id: report, title: R}]
datasets:
  - id: table
    title: "Admissions by month and centre, 2022"
    file: table.csv
    citations: report, p. 1
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: north, heading: North Yard, unit: persons}
      - {key: south, heading: South Yard, unit: persons}
      - {key: all, heading: All centres, unit: persons, rule: {operation: sum, columns: [north, south]}}
"""
BY_MONTH = "month,north,south,all\n2022-04,10,40,50\n2022-05,70,20,90\n2022-06,30,30,60\n"


def told_of_months(check: Check, folder: Path, said: str, language: str = "en") -> list[str]:
    text = MONTHS.replace("SAID", said).replace("LANG", language)
    case, faults = load_example(folder, text, {"table.csv": BY_MONTH})
    assert [in_ids(fault.message) for fault in faults] == []
    return [in_ids(one.message) for one in run_checks(case, [check])[0].findings]


@each(
    ("said", "told"),
    [
        ("Most admissions came in June", "`2022-06` is 33.3% of `south`"),
        ("Most of the admissions at North Yard came in June", "`2022-06` is 27.3% of `north`"),
        ("Nearly all of the admissions fell in May and June 2022", "`2022-05, 2022-06` is 90.9% of `north`"),
        ("April saw most of the admissions", "`2022-04` is 44.4% of `south`"),
        ("The vast majority of the admissions were at North Yard", "`north` is 55% of `all`"),
        ("In April more than half of the admissions were at North Yard", "`north` is 20% of `all`"),
        # Not found:
        ("Most admissions at North Yard came in May", ""),
        ("Most of the admissions came from April to June", ""),
        ("Most of the admissions that fell in June were at night", ""),
        ("Most of the women came in June", ""),
        ("Most of the admissions were not at North Yard", ""),
        ("More than half of the admissions were at North Yard", ""),
        ("Most admissions that were at South Yard came at night", ""),
        ("The vast majority of the guards were at North Yard", ""),
        ("Most admissions may march on: they came at night", ""),
        ("Most of the admissions came in June 2021", ""),
    ],
)
def test_a_share_is_compared_with_the_months_and_columns_that_are_named(said: str, told: str, tmp_path: Path) -> None:
    found = told_of_months(check_named("share-word-against-table"), tmp_path, said)

    # "Nearly all" bears 90 in a hundred.
    expected = 0 if not told or "90.9" in told else 1
    assert len(found) == expected
    assert not expected or found[0].endswith(f"and {told} in `table`")


@each(
    ("said", "told"),
    [
        ("Admissions fell from April to May", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        (
            "Admissions at South Yard rose from April to May",
            "`south` of `table` is 40 for `2022-04` and 20 for `2022-05`",
        ),
        ("Admissions rose from May to June", "`all` of `table` is 90 for `2022-05` and 60 for `2022-06`"),
        ("Admissions rose from April to May", ""),
        ("Admissions at North Yard fell from May to June", ""),
        ("Letters fell from April to May", ""),
        ("Admissions were counted, and papers fell from the table between April and May", ""),
        ("Admissions rose to 70 in May", ""),
        ("Admissions dropped in May", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("Admissions declined sharply in May", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("Admissions rose in May", ""),
        ("Admissions fell in May", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("The number of admissions fell in May", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("The number of the admissions fell in May 2022", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("In May admissions fell", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("In May, admissions at South Yard rose", "`south` of `table` is 40 for `2022-04` and 20 for `2022-05`"),
        ("In May 2022 admissions declined", "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`"),
        ("Admissions fell in June", ""),
        ("In June, admissions declined", ""),
        ("In April admissions declined", ""),
        ("Most of the admissions fell in May", ""),
        ("All admissions fell in May", ""),
        ("The admissions fell in May", ""),
        ("The admissions that count fell in May", ""),
        ("12 admissions fell in May", ""),
        ("Admissions fell in May and June", ""),
        ("In May, when admissions were counted, order declined", ""),
        ("Admissions fell in May 2021", ""),
        (
            "There were fewer admissions in May than in April",
            "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`",
        ),
        ("There were more admissions in May than in April", ""),
        (
            "Admissions remained unchanged from April to May",
            "`all` of `table` is 50 for `2022-04` and 90 for `2022-05`",
        ),
    ],
)
def test_a_trend_is_compared_between_the_times_that_are_named(said: str, told: str, tmp_path: Path) -> None:
    found = told_of_months(check_named("trend-word-against-table"), tmp_path, said)

    assert len(found) == bool(told)
    assert not told or found[0].endswith(f"and {told}")


@each(
    ("language", "said", "share", "trend"),
    [
        ("fr", "La grande majorité des admissions ont eu lieu en juin", 1, 0),
        ("fr", "La grande majorité des admissions étaient à North Yard", 1, 0),
        ("fr", "La plupart des admissions ont eu lieu en mai et juin", 0, 0),
        ("fr", "Les admissions ont diminué d’avril à mai", 0, 1),
        ("fr", "Les admissions ont diminué en mai", 0, 1),
        ("fr", "Il y a eu moins d’admissions en mai qu’en avril", 0, 1),
        ("fr", "Il y a eu plus d’admissions en mai qu’en avril", 0, 0),
        ("fr", "Les admissions sont restées inchangées d’avril à mai", 0, 1),
        ("es", "Las admissions disminuyeron en mayo", 0, 1),
        ("es", "Hubo menos admissions en mayo que en abril", 0, 1),
        ("fr", "Les admissions ont augmenté d’avril à mai", 0, 0),
        ("es", "La gran mayoría de las admissions se produjeron en junio", 1, 0),
        ("es", "Las admissions disminuyeron de abril a mayo", 0, 1),
        ("es", "Las admissions aumentaron entre abril y mayo", 0, 0),
    ],
)
def test_months_are_read_in_french_and_spanish(
    language: str, said: str, share: int, trend: int, tmp_path: Path
) -> None:
    assert len(told_of_months(check_named("share-word-against-table"), tmp_path / "a", said, language)) == share
    assert len(told_of_months(check_named("trend-word-against-table"), tmp_path / "b", said, language)) == trend
