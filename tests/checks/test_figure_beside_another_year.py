"""The year of which a sentence speaks against the time of the figures that it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time import figure_beside_another_year

CASE = """
case:
  title: Example
  summary: >-
    SENTENCE
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: KIND, key_column: true}, {key: number, heading: Returns}]
figures:
  - {id: f, title: Returns, operation: sum, of: [{dataset: returns, column: number}], PERIOD}
  - {id: sum, title: All, operation: sum, of: [{figure: f}]}
"""
F = "{{ figure('f').number }}"
SUM = "{{ figure('sum').number }}"


@pytest.mark.parametrize(
    ("sentence", "kind", "period", "is_found"),
    [
        (f"In 2016 the office counted {F}.", "date", "", True),
        (f"In 2016 the office counted {SUM}.", "date", "", True),
        (f"The office counted {F} in May 2016.", "date", "", True),
        (f"For 2016 the table has {F}.", "date", "", True),
        (f"In 2018 the office counted {F}.", "date", "", False),
        (f"In 2019 the office counted {F}.", "date", "", False),
        (f"In 2020 the office counted {F}.", "date", "", True),
        (f"In 2016, before the {F} of 2018, there were few.", "date", "", False),
        (f"The 2016 report counts {F}.", "date", "", False),
        ("In 2016 the office counted many.", "date", "", False),
        (f"In 2016 there were few. The office counted {F}.", "date", "", False),
        (f"In 2016 the office counted {F}.", "text", "", False),
        (f"In the years 2010 to 2020 the office counted {F}.", "date", "", True),
        (f"From 2018 until 2021 the office counted {F}.", "date", "", True),
        (f"Between 2018 and 2019 the office counted {F}.", "date", "", False),
        (f"The office counted {F} (2017–2019).", "date", "", True),
        (f"The office, which existed from 2010 to 2020, counted {F}.", "date", "", False),
        (f"He served from 2010 to 2020, and the office counted {F}.", "date", "", False),
        (f"The plan of 2010 to 2020 led to {F}.", "date", "", False),
        (f"From 2010 to 2020, and in 2018, the office counted {F}.", "date", "", False),
        (f"From 2010 to 2020 the office counted {F}.", "text", "", False),
        (f"In 2016 the office counted {F}.", "text", "period: 2018", True),
        (f"In 2016 the office counted {F}.", "text", "period: 2015/2017", False),
        (f"In 2016 the office counted {F}.", "text", "period: 2018/..", False),
    ],
)
def test_a_sentence_of_one_year_prints_its_figures(
    sentence: str, kind: str, period: str, is_found: bool, tmp_path: Path
) -> None:
    text = CASE.replace("SENTENCE", sentence).replace("KIND", kind)
    text = text.replace(", PERIOD", f", {period}" if period else "")
    case, faults = load_example(tmp_path, text, {"data/returns.csv": "year,number\n2018,1335\n2019,2041\n"})
    found = run_checks(case, [figure_beside_another_year.CHECK])[0].findings

    assert faults == []
    assert [one.record.partition("/")[0] for one in found] == ["case"] * is_found


def test_what_evidence_supports_is_read_too(tmp_path: Path) -> None:
    shown = f'"{F} persons returned in 2016"'
    text = CASE.replace("SENTENCE", "Nothing.").replace("KIND", "date").replace(", PERIOD", "")
    text += "sources: [{id: report, title: A report}]\n"
    text += f"allegations: [{{id: a, title: A, statement: S., evidence: [{{source: report, supports: {shown}}}]}}]\n"
    case, faults = load_example(tmp_path, text, {"data/returns.csv": "year,number\n2018,1335\n"})

    assert faults == []
    assert [one.record for one in run_checks(case, [figure_beside_another_year.CHECK])[0].findings] == ["allegations/a"]


@pytest.mark.parametrize(
    ("language", "sentence", "is_found"),
    [
        ("fr", f"De 2010 à 2020, le bureau a compté {F} retours.", True),
        ("fr", f"De 2018 à 2019, le bureau a compté {F} retours.", False),
        ("es", f"Entre 2010 y 2020 la oficina contó {F} retornos.", True),
        ("es", f"El jefe, que ejerció de 2010 a 2020, contó {F} retornos.", False),
    ],
)
def test_years_from_one_to_another_are_read_in_french_and_spanish(
    language: str, sentence: str, is_found: bool, tmp_path: Path
) -> None:
    text = CASE.replace("title: Example", f"title: Example\n  language: {language}").replace("SENTENCE", sentence)
    text = text.replace("KIND", "date").replace(", PERIOD", "")
    case, _ = load_example(tmp_path, text, {"data/returns.csv": "year,number\n2018,1335\n2019,2041\n"})

    assert len(run_checks(case, [figure_beside_another_year.CHECK])[0].findings) == is_found


MONTHS = "month,number\n2022-04,52\n2022-05,137\n2022-06,96\n"
BY_MONTH = """
case:
  title: Example
  language: LANGUAGE
  summary: >-
    SENTENCE
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: month, heading: Month, type: date, key_column: true}, {key: number, heading: Returns}]
figures:
  - {id: f, title: Returns, operation: sum, of: [{dataset: returns, column: number}]}
  - {id: may, title: May, operation: value, of: [{dataset: returns, column: number, rows: [2022-05]}]}
"""
MAY = "{{ figure('may').number }}"


@pytest.mark.parametrize(
    ("language", "sentence", "is_found"),
    [
        ("en", f"From April to July 2022 the office counted {F}.", True),
        ("en", f"For the second half of 2022 the office counted {F}.", True),
        ("en", f"In the first quarter of 2022 the office counted {F}.", True),
        ("en", f"In April 2022 the office counted {MAY}.", True),
        ("en", f"There were {MAY} returns in June.", True),
        ("en", f"There were {MAY} in May and {MAY} in June.", True),
        ("fr", f"Au second semestre de 2022, le bureau a compté {F}.", True),
        ("es", f"En el segundo semestre de 2022 la oficina contó {F}.", True),
        ("fr", f"Il y en eut {MAY} en juin.", True),
        ("en", f"From April to June 2022 the office counted {F}.", False),
        ("en", f"In the second quarter of 2022 the office counted {F}.", False),
        ("en", f"In May 2022 the office counted {F}.", False),
        ("en", f"There were {MAY} returns in May.", False),
        ("en", f"There were {MAY} returns in the yard. In June there were more.", False),
        ("en", f"There were {MAY} returns; in June there were more.", False),
        ("en", f"Before the second half of 2022 the office counted {F}.", False),
        ("en", f"In April 2022, and in May 2022, the office counted {MAY}.", False),
        ("en", f"The head, who served from July to August 2022, counted {F}.", False),
        ("en", f"Without those of July 2022 the office counted {F}.", False),
        ("fr", f"Au premier trimestre, le bureau a compté {F}.", False),
    ],
)
def test_a_sentence_of_some_months_prints_their_figures(
    language: str, sentence: str, is_found: bool, tmp_path: Path
) -> None:
    text = BY_MONTH.replace("LANGUAGE", language).replace("SENTENCE", sentence)
    case, faults = load_example(tmp_path, text, {"data/returns.csv": MONTHS})

    assert faults == []
    assert len(run_checks(case, [figure_beside_another_year.CHECK])[0].findings) == is_found
