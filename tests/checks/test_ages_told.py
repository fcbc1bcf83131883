"""How old texts say that somebody was, against the date of birth."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.structure import birth_told_two_ways

CASE = """
case: {title: Example, as_of: 2024-11-15, language: LANGUAGE}
people: [{id: orrel, name: {family: Orrel, given: Tamas}, birth: {date: BORN}}]
allegations:
  - {id: a, title: T, statement: S., period: 2022-06/2022-11, particulars: "TOLD"}
"""


def found(folder: Path, told: str, born: str = "1990-02-11", language: str = "en-GB") -> list[str]:
    text = CASE.replace("TOLD", told).replace("BORN", born).replace("LANGUAGE", language)
    case, faults = load_example(folder, text)
    assert faults == []
    return [one.message for one in run_checks(case, [birth_told_two_ways.CHECK])[0].findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On 14 June 2022 Tamas Orrel, then aged 34, was taken.", "aged 34"),
        ("He was taken on 10 February 2022. Tamas Orrel was 32 years old.", "32 years old"),
        ("Tamas Orrel, then aged 30, was taken.", "aged 30"),
        ("On 14 June 2022 Tamas Orrel (aged 35) was taken.", "aged 35"),
        ("On 14 June 2022 Orrel, who was at the time 31 years of age, was taken.", "31 years of age"),
    ],
)
def test_an_age_that_the_person_cannot_have_had_is_found(text: str, words: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == [f"the text says `{words}`, and `orrel` is recorded as born `1990-02-11`"]


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("On 14 June 2022 Tamas Orrel, then aged 32, was taken.", "1990-02-11"),
        ("On 14 June 2022 Tamas Orrel, then aged 31, was taken.", "1990"),
        ("On 14 June 2022 Tamas Orrel, then aged 40, was taken.", "~1990"),
        ("On 14 June 2022 Tamas Orrel, aged 34, was taken.", "1990-02-11"),
        ("On 14 June 2022 the son of Tamas Orrel, a boy aged 4, was taken.", "1990-02-11"),
        ("On 14 June 2022 Tamas Orrel and a woman aged 60 were taken.", "1990-02-11"),
        ("In 2019 and in 2022 Tamas Orrel, then aged 30, was seen.", "1990-02-11"),
    ],
)
def test_an_age_that_may_be_so_or_is_of_another_is_left_alone(text: str, born: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, born) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Le 14 juin 2022, Tamas Orrel, alors âgé de 34 ans, fut arrêté.", "âgé de 34 ans"),
        ("es", "El 14 de junio de 2022 Tamas Orrel, entonces de 34 años, fue detenido.", "de 34 años"),
    ],
)
def test_ages_are_read_in_french_and_spanish(language: str, text: str, words: str, tmp_path: Path) -> None:
    (message,) = found(tmp_path, text, language=language)

    assert message == f"the text says `{words}`, and `orrel` is recorded as born `1990-02-11`"
