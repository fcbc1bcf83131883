"""Dates in our texts that no calendar has."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks


def found(folder: Path, text: str, language: str) -> list[str]:
    case, faults = load_example(folder, f"case: {{title: Example, language: {language}, summary: '{text}'}}")
    assert faults == []
    return [in_ids(one.message) for one in run_checks(case, [check_named("impossible-date")])[0].findings]


@each(
    ("language", "text", "told"),
    [
        ("en-GB", "On 31 June 2024 he left.", "`31 June 2024` is no date: June has 30 days"),
        ("en-GB", "From 28 to 31 September he was held.", "`31 September` is no date: September has 30 days"),
        ("en-US", "On February 30, 2024 he left.", "`February 30, 2024` is no date: February 2024 has 29 days"),
        ("en-GB", "On 29 February 1900 he left.", "`29 February 1900` is no date: February 1900 has 28 days"),
        ("en-GB", "On 35 May 2024 he left.", "`35 May 2024` is no date: May has 31 days"),
        ("fr", "Le 31 juin 2024 il partit.", "`31 juin 2024` is no date: juin has 30 days"),
        ("fr", "Le 30 février il partit.", "`30 février` is no date: février has 29 days"),
        ("es", "El 31 de noviembre de 2024 se fue.", "`31 de noviembre de 2024` is no date: noviembre has 30 days"),
    ],
)
def test_a_day_that_its_month_has_not_is_found(tmp_path: Path, language: str, text: str, told: str) -> None:
    assert found(tmp_path, text, language) == [told]


@each(
    ("language", "text"),
    [
        ("en-GB", "On 30 June 2024, 29 February 2024 and 29 February he was seen."),
        ("en-GB", "In June 31 persons came, and of 40 may be said the same."),
        ("en-GB", "He wrote: “On 31 June 2024 I left.”"),
        ("en-GB", "It is filed under No 131 June and in 12/31 June."),
        ("fr", "Le 31 mai, le 1er juin et les 32 mai-juin."),
        ("es", "El 30 de junio de 2024 se fueron 31 de ellos."),
    ],
)
def test_other_days_and_numbers_are_left_alone(tmp_path: Path, language: str, text: str) -> None:
    assert found(tmp_path, text, language) == []


@each(
    ("language", "text", "told"),
    [
        ("en-GB", "On Monday 14 June 2022 he was taken.", ["`Monday 14 June 2022` was a Tuesday"]),
        ("en-GB", "On Monday, the 14th of June 2022 he was taken.", ["`Monday, the 14th of June 2022` was a Tuesday"]),
        ("en-US", "On Monday, June 14, 2022, he was taken.", ["`Monday, June 14, 2022` was a Tuesday"]),
        ("fr", "Le lundi 14 juin 2022 il fut pris.", ["`lundi 14 juin 2022` was a mardi"]),
        ("es", "El lunes 14 de junio de 2022 fue detenido.", ["`lunes 14 de junio de 2022` was a martes"]),
        ("en-GB", "On Tuesday 14 June 2022, and on Monday 14 June, he was seen.", []),
        ("en-GB", "He came on a Monday. The order is of 14 June 2022.", []),
        ("en-GB", "It began on Monday, and on 14 June 2022 it ended.", []),
        ("en-GB", "He wrote: “I left on Monday 14 June 2022.”", []),
        ("fr", "Le mardi 14 juin 2022 il fut pris.", []),
    ],
)
def test_a_day_that_fell_on_another_day_of_the_week_is_found(
    tmp_path: Path, language: str, text: str, told: list[str]
) -> None:
    assert found(tmp_path, text, language) == told
