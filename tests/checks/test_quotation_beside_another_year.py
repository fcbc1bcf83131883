"""The one year of a paragraph against the dates of the words that it quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time import quotation_beside_another_year

CASE = """
case:
  title: Example
  summary: |
    SUMMARY
quotations:
  - {id: q, speaker: {described: a guard}, text: You go on until they write., date: 2014-05MORE}
"""
MORE = """}
  - {id: again, speaker: {described: a guard}, text: Go on until they write., date: 2016"""


def found(folder: Path, summary: str, more: str = "") -> list[str]:
    text = CASE.replace("SUMMARY", summary.replace("\n", "\n    ")).replace("MORE", more)
    case, faults = load_example(folder, text)
    assert faults == []
    return [one.message for one in run_checks(case, [quotation_beside_another_year.CHECK])[0].findings]


@pytest.mark.parametrize(
    ("summary", "is_found"),
    [
        ('In 2016 he said "go on until they write".', True),
        ('It was done in May 2016. He said "go on until they write".', True),
        ('In 2014 he said "go on until they write".', False),
        ('In 2016 he repeated what was said in 2014, "go on until they write".', False),
        ('In 2016 he said "go on".', False),
        ('In 2016 he said "stop when they write".', False),
        ('He said "go on until they write".', False),
        ('It was done in 2016.\n\nHe said "go on until they write".', False),
    ],
)
def test_words_of_another_year_are_found_beside_the_one_year_of_a_paragraph(
    tmp_path: Path, summary: str, is_found: bool
) -> None:
    told = "the paragraph tells of `2016` alone, and the words that it quotes, `q`, are of `2014-05`"

    assert found(tmp_path, summary) == ([told] if is_found else [])


def test_words_that_were_said_again_in_that_year_are_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, 'In 2016 he said "go on until they write".', MORE) == []
