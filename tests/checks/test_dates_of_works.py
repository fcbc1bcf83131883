"""Dates of sources against the works that cite them, and against their own titles."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.check import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.dates_of_sources import cited_before_issued


def found(folder: Path, sources: str, check: Check) -> list[tuple[str, str]]:
    case, faults = load_example(folder, f"case: {{title: Example}}\n{sources}\n")
    assert faults == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


CITED = """
sources:
  - {id: minutes, title: Minutes, issued: MINUTES, held: held}
  - {id: book, title: Book, held: held}
  - {id: letter, title: Letter, issued: LETTER, held: cited_in, cited_in: [KEYS]}
authorities: [{id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2022-06-13}]
"""


@each(
    ("letter", "minutes", "keys", "is_found"),
    [
        ("2022-07-30", "2022-06-13", "minutes", True),
        ("2022-07", "2022-06-13", "minutes", True),
        ("2023", "2022", "book, minutes", True),
        ("2022-07-30", "2022-08-13", "judgment", True),
        ("2022-05-30", "2022-06-13", "minutes", False),
        ("2022-06-13", "2022-06-13", "minutes", False),
        ("2022-06", "2022-06-13", "minutes", False),
        ("2022-07-30", "2022", "minutes", False),
        ("2022-07-30", "~2021", "minutes", False),
        ("2022-07-30", "2022-06-13", "book", False),
    ],
)
def test_a_source_that_is_newer_than_what_cites_it_is_found(
    letter: str, minutes: str, keys: str, is_found: bool, tmp_path: Path
) -> None:
    text = CITED.replace("MINUTES", minutes).replace("LETTER", letter).replace("KEYS", keys)
    told = found(tmp_path, text, cited_before_issued)

    assert [record for record, _ in told] == (["sources/letter"] if is_found else [])


TITLED = 'sources: [{id: s, title: "TITLE", issued: ISSUED, held: held}]'


@each(
    ("title", "issued", "day"),
    [
        ("Letter of 17 advocates to the Council, 30 May 2022", "2022-07-30", "2022-05-30"),
        ("Letter of 30 May 2022 to the Council", "2022-06", "2022-05-30"),
        ("Statement dated May 30, 2022", "2021", "2022-05-30"),
        ("Lettre de 17 avocats au Conseil, 30 mai 2022", "2022-07-30", "2022-05-30"),
        ("Carta de 17 abogados al Consejo, 30 de mayo de 2022", "2022-07-30", "2022-05-30"),
    ],
)
def test_a_title_with_another_day_is_noted(title: str, issued: str, day: str, tmp_path: Path) -> None:
    sources = TITLED.replace("TITLE", title).replace("ISSUED", issued)
    told = found(tmp_path, sources, check_named("title-dated-otherwise"))

    assert told == [("sources/s", f"source `s` is of `{issued}`, and its title gives `{day}`")]


@each(
    ("title", "issued"),
    [
        ("Letter to the Council, 30 May 2022", "2022-05-30"),
        ("Letter to the Council, 30 May 2022", "2022-05"),
        ("Letter to the Council, 30 May 2022", "~2021"),
        ("Minutes of the Council, meeting of 9 June 2022", "2022-06-13"),
        ("Table of conventions, position on 1 July 2024", "2024-07-08"),
        ("Images of 11 and 20 May 2022", "2022-06-20"),
        ("Letter to the Council, May 2022", "2022-07-30"),
        ("Report on the killings of 4 June 1989", "1990"),
        ("Operation Still Water, 3 May to 20 June 2022", "2022-07-01"),
    ],
)
def test_the_day_of_the_paper_or_a_day_that_it_tells_of_is_left_alone(title: str, issued: str, tmp_path: Path) -> None:
    text = TITLED.replace("TITLE", title).replace("ISSUED", issued)

    assert found(tmp_path, text, check_named("title-dated-otherwise")) == []
