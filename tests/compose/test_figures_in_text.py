"""Figures in texts: the number in the format of the language, who made it, and how it was computed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.case_folder import CASE, Built, build, write_case
from tests.each import each

from probata.pipeline import open_workspace

DATASETS = """\
- id: detained
  title: Persons detained by month
  file: data/detained.csv
  citations: report, p. 7
  columns:
    - {key: month, heading: Month, type: date, key_column: true, translations: {fr: {heading: Mois}}}
    - {key: persons, heading: Persons, type: number, unit: persons, translations: {fr: {heading: Personnes}}}
    - {key: guess, heading: Guess, type: number, unit: persons, status: modelled}
  totals:
    - {column: persons, value: "1300"}
"""
DETAINED = "month,persons,guess\n2022-04,1200,70+\n2022-05,31,16-76\n"
SOURCES = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, author: [Harbour Watch], held: held}
"""
FIGURES = """\
- id: both
  title: Persons detained in both months
  operation: sum
  unit: persons
  of: [{dataset: detained, column: persons}]
- id: april
  title: Persons detained in April
  operation: value
  of: [{dataset: detained, column: persons, rows: [2022-04]}]
- id: guessed
  title: Guess for both months
  operation: sum
  of: [{dataset: detained, column: guess}]
- id: guess-may
  title: Guess for May
  operation: value
  of: [{dataset: detained, column: guess, rows: [2022-05]}]
- id: rest
  title: All but the guess
  operation: difference
  of: [{figure: both}, {figure: guessed}]
- id: may-share
  title: Share of May
  operation: share
  of: [{dataset: detained, column: persons, rows: [2022-05]}, {figure: both}]
- id: broken
  title: Nothing
  operation: share
  of: [{figure: both}]
"""
TEMPLATE = """\
# Text

{% for found in narrative("background") %}
{{ found.text }}
{% endfor %}

{% import "_base/parts.md.j2" as parts with context %}
{{ parts.calculations_list() }}
"""


def built(folder: Path, text: str, case: str = CASE, **files: str) -> Built:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(
        "id: plain\nextends: _base\ntitle: Plain\ndocument_kind: submission\n"
        "rules: [{id: l, text: t, source: practice}]\nlanguages: [en, fr, es]\nlanguages_rule: l\n",
        encoding="utf-8",
    )
    (home / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    case = case.replace("forum: uk-ghr", "forum: plain")
    named = {"datasets": DATASETS, "figures": FIGURES, "data/detained.csv": DETAINED, "sources": SOURCES, **files}
    narrative = f"---\ntitle: The harbour\nplace: background\n---\n\n{text}\n"
    path = write_case(folder, case=case, **{"narrative/background.md": narrative, **named})
    return build(path, workspace=open_workspace(folder / "templates"))


def words(html: str) -> str:
    body = html.partition("<main")[2] or html.partition("<body")[2]
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


def text_of(folder: Path, text: str, case: str = CASE, **files: str) -> str:
    return words(built(folder, text, case, **files).text)


@each(
    ("figure", "printed"),
    [
        ("both", "1,231 (our calculation)"),
        ("april", "1,200 (reported)"),
        ("guessed", "at least 86 (our calculation from values modelled by Harbour Watch)"),
        ("guess-may", "16 to 76 (modelled by Harbour Watch)"),
        ("rest", "at most 1,145 (our calculation from values modelled by Harbour Watch)"),
        ("may-share", "2.5% (our calculation)"),
    ],
)
def test_a_figure_prints_its_number_with_its_bound_and_status(figure: str, printed: str, tmp_path: Path) -> None:
    assert f"There were {printed} of them." in text_of(tmp_path, f"There were {{{{ figure('{figure}') }}}} of them.")


@each(
    ("language", "printed"),
    [
        ("fr", "1 231 (notre calcul)"),
        ("es", "1231 (cálculo propio)"),
    ],
)
def test_a_figure_is_in_the_language_of_the_document(language: str, printed: str, tmp_path: Path) -> None:
    case = CASE.replace("as_of:", f"language: {language}\nas_of:")

    assert printed in text_of(tmp_path, "Il y en avait {{ figure('both') }}.", case)


def test_the_number_alone_is_for_a_sentence_that_says_who_made_it(tmp_path: Path) -> None:
    text = text_of(tmp_path, "The guess is {{ figure('guess-may').number }}, {{ figure('guess-may').status }}.")

    assert "The guess is 16 to 76, modelled by Harbour Watch." in text


def test_a_note_says_how_it_was_computed_and_from_which_source(tmp_path: Path) -> None:
    text = text_of(tmp_path, "There were {{ figure('both').number }}{{ figure('both').note }}.")

    assert (
        "1,231 persons (our calculation). Sum of April 2022: 1,200; May 2022: 31. "
        "Table “Persons detained by month”, column “Persons”. Harbour Watch, ‘A Report on the Harbour’ 7." in text
    )


def test_the_list_has_the_figures_that_are_printed_and_those_they_are_computed_from(tmp_path: Path) -> None:
    text = text_of(tmp_path, "It is {{ figure('may-share') }}.").partition("How the figures were computed")[2]

    assert "Share of May: 2.5%, rounded (our calculation)." in text
    assert "May 2022: 31, in per cent of Persons detained in both months: 1,231." in text
    assert "Persons detained in both months: 1,231 persons (our calculation" in text
    assert "Guess" not in text


def test_rows_without_a_value_are_named_in_the_list(tmp_path: Path) -> None:
    detained = DETAINED.replace("2022-05,31", "2022-05,")
    text = text_of(tmp_path, "It is {{ figure('both') }}.", **{"data/detained.csv": detained})

    assert "Without a value: May 2022." in text


def test_a_figure_without_a_result_is_a_gap(tmp_path: Path) -> None:
    result = built(tmp_path, "There were {{ figure('broken') }}.")

    assert "[figure `broken`: no result]" in words(result.text)
    assert "`share` takes two entries" in result.found("figure-without-result").message


def test_a_title_from_a_record_never_becomes_markup(tmp_path: Path) -> None:
    odd = FIGURES.replace("Persons detained in both months", "'**bold** [x](http://x.example) <b>'")
    result = built(tmp_path, "It is {{ figure('both') }}.", figures=odd)

    assert "**bold** [x](http://x.example) &lt;b&gt;" in result.text
