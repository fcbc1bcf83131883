"""The day of an event that a sentence tells of by a noun alone, or by a verb, against its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.runner import run_checks
from probata.checks.time.event_told_differently import CHECK

CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people: [{id: solvan, name: {family: Solvan, given: Ardel}}, {id: merrik, name: {family: Merrik, given: Tove}}]
bodies: [{id: council, name: Council of Sol, short_name: the Council}]
sources: [{id: daily, title: Daily, held: held}, {id: file, title: File, held: held}]
events:
  - id: water
    kind: operation
    title: Operation Quiet Water
    dates: 2022-05-03/2022-06-20
    citations: "daily, p. 3"
    translations: {fr: {title: Opération Eau calme}, es: {title: Operación Agua Quieta}}
  - id: strike
    kind: incident
    title: Strike at the docks
    dates: 2022-04-11/2022-05-12
    citations: "daily, pp. 4-5"
    translations: {fr: {title: Grève aux docks}, es: {title: Huelga en los muelles}}
  - {id: other, kind: incident, title: Strike at the mill, dates: 2019, citations: "daily, p. 9"}
  - {id: blow, kind: act, title: Beating of Ardel Solvan, dates: 2022-05-13, persons: [solvan],
     citations: "file, para 7"}
  - {id: death, kind: act, title: Death of Ardel Solvan, dates: 2022-05-14, persons: [solvan],
     citations: "file, para 9"}
  - {id: order, kind: reform, title: Adoption of Order 5, dates: 2021-11-18, citations: "daily, p. 12"}
"""


def found(folder: Path, text: str, language: str = "en") -> list[tuple[str, str]]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("LANGUAGE", language))
    assert faults == []
    messages = (one.message for one in run_checks(case, [CHECK])[0].findings)
    return [(one.split("`")[1], one.split("`")[3]) for one in messages]


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("The operation began on 5 May 2022 [@daily, p. 3].", "5 May 2022", "water"),
        ("On 5 May 2022 the Guard launched the operation [@daily, p. 3].", "5 May 2022", "water"),
        ("The operation ended on 30 June 2022 [@daily, p. 3].", "30 June 2022", "water"),
        ("Operation Quiet Water was large. It was hard, and the operation began in April 2022.", "April 2022", "water"),
        ("The strike took place in 1981 [@daily, p. 4].", "1981", "strike"),
        ("Operation Quiet Water was called off on 21 June 2022.", "21 June 2022", "water"),
        ("After the operation began on 5 May 2022 he left [@daily, p. 3].", "5 May 2022", "water"),
        ("It is clear that Operation Quiet Water began on 5 May 2022.", "5 May 2022", "water"),
    ],
)
def test_an_event_that_is_called_by_its_noun_is_the_one_of_the_paragraph(
    text: str, words: str, event: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text) == [(words, event)]


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        ("He was beaten on 15 May 2022 [@file, para 7].", "15 May 2022", "blow"),
        ("On 15 May 2022 guards beat him on the second floor [@file, para 7].", "15 May 2022", "blow"),
        ("The detainee died on 15 May 2022 [@file, para 9].", "15 May 2022", "death"),
        ("The Council adopted it on 19 November 2021 [@daily, p. 12].", "19 November 2021", "order"),
        ("Ardel Solvan was killed on 15 May 2022 [@file, para 9].", "15 May 2022", "death"),
    ],
)
def test_an_event_that_is_told_by_its_deed_is_the_one_whose_place_is_cited(
    text: str, words: str, event: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text) == [(words, event)]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L’opération a pris fin le 30 juin 2022 [@daily, p. 3].", "30 juin 2022"),
        ("fr", "La grève a eu lieu en 1981 [@daily, p. 4].", "1981"),
        ("fr", "L’opération a pris fin le 20 juin 2022 [@daily, p. 3].", ""),
        ("es", "La operación terminó el 30 de junio de 2022 [@daily, p. 3].", "30 de junio de 2022"),
        ("es", "La huelga tuvo lugar en 1981 [@daily, p. 4].", "1981"),
        ("es", "La operación terminó el 20 de junio de 2022 [@daily, p. 3].", ""),
    ],
)
def test_french_and_spanish_nouns_are_read(language: str, text: str, words: str, tmp_path: Path) -> None:
    assert [told for told, _ in found(tmp_path, text, language)] == ([words] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "The operation began on 3 May 2022 [@daily, p. 3].",
        "The operation ended on 20 June 2022 [@daily, p. 3].",
        "The operation began on 5 May 2021 [@daily, p. 4].",
        "The operation began on 5 May 2021.",
        "An operation began on 5 May 2021 [@daily, p. 3].",
        "The operation in the south began on 5 May 2021 [@daily, p. 3].",
        "The inquiry into the operation began in January 2023 [@daily, p. 3].",
        "The trial of those taken in the operation began in January 2023 [@daily, p. 3].",
        "The inquiry into Operation Quiet Water began in January 2023.",
        "The strike of 1981 was larger [@daily, p. 4].",
        "The strike took place in 1981 [@daily, p. 4; @daily, p. 9].",
        "The press says that the operation began on 5 May 2021 [@daily, p. 3].",
        "He was beaten on 13 May 2022 [@file, para 7].",
        "He was beaten on 15 May 2022 [@file, para 8].",
        "He was beaten on 15 May 2022 [@file].",
        "He was beaten on 15 May 2022 [@file, para 7; @daily, p. 1].",
        "He was beaten again on 15 May 2022 [@file, para 7].",
        "Tove Merrik was beaten on 15 May 2022 [@file, para 7].",
        "Oren Velt was beaten on 15 May 2022 [@file, para 7].",
        "On 15 May 2022 he wrote to those who had beaten him [@file, para 7].",
        "He was asked on 15 May 2022 [@file, para 7].",
        "He was first beaten on 10 May 2022 [@file, para 7].",
        "The beaten man was seen by a doctor on 15 May 2022 [@file, para 7].",
        "His death was registered on 20 May 2022 [@file, para 9].",
        "The order adopted was printed on 1 December 2021 [@daily, p. 12].",
        "The Council adopted Order 6 on 19 November 2020 [@daily, p. 12].",
        "A guard says that he died on 15 May 2022 [@file, para 9].",
    ],
)
def test_what_agrees_or_may_be_told_of_another_event_is_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize("title", [" of the docks", "…"])
def test_an_event_whose_title_says_nothing_has_no_noun(title: str, tmp_path: Path) -> None:
    named = CASE.replace("Operation Quiet Water\n", f'"{title}"\n').replace("LANGUAGE", "en")
    case, faults = load_example(tmp_path, named.replace("TEXT", "The operation began on 5 May 2022 [@daily, p. 3]."))
    assert faults == []
    assert run_checks(case, [CHECK])[0].findings == ()
