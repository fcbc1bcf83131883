"""Numbers and words that compare, against the tables that they are about, in three languages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.prose.numbers import numbers_in
from probata.checks.prose.sentences import LONGEST, Sentence, sentences_in
from probata.checks.prose.texts import MarkdownText
from probata.diagnostics import Severity

CASE = """
case: {title: Example}
sources:
  - {id: bulletin, title: Bulletin, held: held}
  - {id: report, title: Report, held: held}
datasets:
  - id: admissions
    title: Admissions
    file: admissions.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: persons, heading: Persons}
      - {key: source, type: source, heading: Source}
    totals: [{column: persons, value: 1285, citations: "bulletin, p. 13"}]
    citations: report
events:
  - {id: e, kind: measure, title: Custody, count: COUNT}
allegations:
  - {id: a, title: T, statement: S., particulars: 'TEXT'}
"""
TABLE = """\
month,persons,source
2016-04,52,"bulletin, p. 12"
2016-05,1137,"bulletin, p. 12"
2016-06,96,"bulletin, p. 12"
"""


def found(folder: Path, text: str = "Nothing.", count: str = "3") -> list[tuple[str, str]]:
    written = CASE.replace("TEXT", text).replace("COUNT", count)
    case, faults = load_example(folder, written, {"admissions.csv": TABLE})
    assert faults == []
    return [
        (one.record, in_ids(one.message)) for one in run_checks(case, [check_named("number-not-in-table")])[0].findings
    ]


@each(
    "text",
    [
        "There were 52 in April, 1,137 in May and 96 in June [@bulletin, p. 12].",
        "There were 1,285 in all, 1233 of them in May and June [@bulletin, pp. 12-13].",
        "There were 52 in April, within 30 days of 12 April 2016 and by 25 per cent more [@bulletin, p. 12].",
        "By clause 17 and under Directive 19 there were 52 in April, 4 of them twice [@bulletin, p. 12].",
        "There were 173 [@bulletin, p. 12].",
        "There were 52 in April and 173 in May [@bulletin, p. 14].",
        "There were 52 in April and 173 in May [@bulletin, pp. 11-12].",
        "There were 52 in April and 173 in May [@bulletin].",
        "There were 52 in April and 173 in May [@report, p. 3].",
        "There were 52 in April and 173 in May [@bulletin, p. 12; @report, p. 3].",
        "There were 52 in April and 173 in May.",
        "There were 52 in April, 400 of the 1,137 in May at night [@bulletin, p. 12].",
        "They held 158, of 28 women and 130 men.",
        "They held 355 people, of which 15 women and 20 men died.",
        "They held about 158 persons: 28 women and 120 men.",
    ],
)
def test_what_the_table_gives_or_another_place_may_give_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


@each(
    "text",
    [
        "They held 158, of 28 women and 120 men.",
        "In all 158 (28 women and 120 men) were held.",
        "They held 158 persons: 28 women, 10 boys and 121 men.",
    ],
)
def test_a_number_that_its_own_parts_do_not_come_to_is_found(tmp_path: Path, text: str) -> None:
    assert len(found(tmp_path, text)) == 1


CASE_WORDS = """
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
    text = CASE_WORDS.replace("SUMMARY", summary).replace("INCLUSION", INCLUDED if COUNTRY in stays else "")
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


CASE_OTHER_LANGUAGES = """
case: {title: Example}
sources: [{id: report, title: R}]
events:
  - {id: returns, kind: measure, title: Persuasion, translations: {fr: {title: Incitation}, es: {title: Incitación}}}
  - id: stay
    kind: measure
    title: Protective stay
    translations: {fr: {title: Séjour de protection}, es: {title: Estancia de protección}}
datasets:
  - id: methods
    title: Returns by method
    file: methods.csv
    columns: [{key: method, heading: Method, type: text}, {key: n, heading: Returns}]
  - id: stays
    title: Protective stay by district and year
    file: stays.csv
    translations: {fr: {title: Les séjours par district}, es: {title: Las estancias por distrito}}
    columns:
      - {key: row, heading: Row, type: text, key_column: true}
      - {key: district, heading: District, type: text, covers: territory}
      - {key: year, heading: Year, type: date, covers: period}
      - {key: n, heading: Persons}
narrative:
  - {id: n, title: T, language: LANG, text: "TEXT"}
"""
FILES = {
    "methods.csv": "method,n\nPersuasion,64\nDeportation,36\n",
    "stays.csv": (
        "row,district,year,n\na17,Halvet,2017,487\nb17,Ostamar,2017,61\na18,Halvet,2018,376\nb18,Ostamar,2018,718\n"
    ),
}
FR = "fr"
ES = "es"


def told_of_text(check: Check, folder: Path, language: str, text: str) -> list[tuple[str, Severity, str]]:
    case, faults = load_example(folder, CASE_OTHER_LANGUAGES.replace("LANG", language).replace("TEXT", text), FILES)
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [(one.record, one.severity, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


@each(
    ("language", "text", "word"),
    [
        (FR, "L’incitation explique la grande majorité des retours.", "grande majorité"),
        (FR, "Presque tous les retours relèvent de l’incitation.", "Presque tous"),
        (FR, "L’incitation explique la majorité des retours.", ""),
        (FR, "L’incitation explique la plupart des retours.", ""),
        (FR, "L’incitation explique la grande majorité, 64 pour cent, des retours.", ""),
        (FR, "La grande majorité des gardes s’est abstenue.", ""),
        (ES, "La incitación explica la inmensa mayoría de los regresos.", "inmensa mayoría"),
        (ES, "Casi todos los regresos se deben a la incitación.", "Casi todos"),
        (ES, "La incitación explica la mayoría de los regresos.", ""),
        (ES, "La incitación explica la inmensa mayoría, el 64 por ciento, de los regresos.", ""),
    ],
)
def test_a_share_in_words_is_compared_with_the_table(language: str, text: str, word: str, tmp_path: Path) -> None:
    found = told_of_text(check_named("share-word-against-table"), tmp_path, language, text)

    message = f"the text says `{word}`, and `Persuasion` is 64% of `n` in `methods`"
    assert found == ([("narrative/n", Severity.WARNING, message)] if word else [])


SECONDS = 4
"""The square of the length took minutes."""


def sentence(text: str, language: str = "en") -> Sentence:
    """Return the one sentence of a text, which may be as long as any that checks read."""
    whole = MarkdownText("allegations", "a", ("particulars",), text[: LONGEST - 1], language)
    (found,) = sentences_in(whole, language=language)
    return found


@each("read", [numbers_in])
@each("text", ["12 men and ", "1 000 ", "twelve men or "])
def test_a_sentence_of_numbers_alone_takes_no_time(
    read: Callable[[Sentence], Iterable[object] | bool | None], text: str
) -> None:
    whole = sentence(text * LONGEST)
    start = time.perf_counter()
    found = read(whole)
    if found is not None and not isinstance(found, bool):
        assert all(found)
    assert time.perf_counter() - start < SECONDS
