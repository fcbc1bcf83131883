"""What a person charged is said to have known, against what is recorded to show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.evidence.knowledge_only_inferred import CHECK
from probata.checks.runner import run_checks

CASE = """
case: {title: Example, language: LANGUAGE, summary: "TEXT"}
people:
  - {id: wolk, name: {family: Wolk, given: Mara}}
  - {id: sand, name: {family: Sand, given: Oren}}
  - {id: velt, name: {family: Velt, given: Ilse}}
roles:
  - {id: governor, person: wolk, title: Governor, dates: 2015-08/2017-04}
  - {id: deputy, person: sand, title: Deputy, dates: 2015-08/2017-04}
sources:
  - {id: log, title: Log, held: held}
  - {id: letter, title: Letter, held: held}
  - {id: order, title: Order, held: held}
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that prisoners were beaten.
    roles: [{role: governor, responsibility: command}, {role: deputy, responsibility: command}]
    evidence:
      - {source: log, elements: [knew], persons: [wolk]}
      - {source: letter, elements: [knew], persons: [wolk], against: true}
      - {source: order, elements: [superior-relationship]}
"""


def found(folder: Path, text: str, language: str = "en") -> list[str]:
    case, faults = load_example(folder, CASE.replace("TEXT", text).replace("LANGUAGE", language))
    assert faults == []
    return [one.message for one in run_checks(case, [CHECK])[0].findings]


def test_an_inference_that_cites_none_of_the_evidence_of_knowledge_is_found_with_that_evidence(tmp_path: Path) -> None:
    assert found(tmp_path, "Mara Wolk must therefore have known of it [@order, p. 2].") == [
        "the text infers by `must therefore have known` what person `wolk` knew, and cites none of what "
        "is recorded to show it: source “Log” (`log`)"
    ]


def test_where_no_evidence_of_knowledge_is_recorded_the_allegation_is_named(tmp_path: Path) -> None:
    assert found(tmp_path, "Oren Sand must have known of it [@log, p. 2].") == [
        "the text infers by `must have known` what person `sand` knew, and allegation “Alleged beatings” "
        "(`a`) has no evidence that is recorded to show it"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mara Wolk cannot but have known of it."),
        ("en", "Mara Wolk could hardly have been unaware of it [@letter, p. 2]."),
        ("en", "It is inconceivable that Mara Wolk did not know."),
        ("en", "Mara Wolk ran it. She was undoubtedly aware of it."),
        ("en", "It is submitted that Mara Wolk must have known."),
        ("en", "There can be no doubt that Mara Wolk knew."),
        ("fr", "Mara Wolk ne pouvait ignorer ces coups."),
        ("fr", "Il est inconcevable que Mara Wolk ait ignoré ces coups."),
        ("es", "Mara Wolk no podía ignorar los golpes."),
        ("es", "Mara Wolk tuvo que saber de los golpes."),
    ],
)
def test_each_way_of_inferring_is_read(language: str, text: str, tmp_path: Path) -> None:
    assert len(found(tmp_path, text, language)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The log shows Mara Wolk there [@log, p. 4]. She must have known of it.",
        "The log shows her there [@log, p. 4].\\n\\nMara Wolk must have known of it.",
        "Mara Wolk should have known of it.",
        "Mara Wolk knew of it [@letter, p. 2].",
        "It is not submitted that Mara Wolk must have known of it.",
        "The question is whether Mara Wolk must have known of it.",
        "A guard says that Mara Wolk must have known of it.",
        "Ilse Velt must have known of it.",
        "Somebody must have known of it.",
        "Mara Wolk must not have known of it.",
        "Mara Wolk knew very well the governor of the other prison.",
        "Mara Wolk would have known of it if anyone had told her.",
        "Mara Wolk left. Had any of the guards who worked in the wing that night told her, she would have known.",
    ],
)
def test_an_inference_that_rests_on_evidence_and_what_is_none_are_left_alone(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mara Wolk was director. By article 28 the accused must have known that crimes were committed."),
        ("en", "Mara Wolk denies it. Her deputy must have known of it."),
        ("en", "Mara Wolk denies it. It is inconceivable that her deputy did not know."),
        ("en", "The guards of Mara Wolk must have known of it."),
        ("en", "Those under the command of Mara Wolk clearly knew of it."),
        ("en", "Mara Wolk’s deputy must have known of it."),
        ("en", "Anyone who worked with Mara Wolk must have known of it."),
        ("fr", "Mara Wolk le nie. Son adjoint ne pouvait ignorer ces coups."),
        ("fr", "Les gardes de Mara Wolk ne pouvaient ignorer ces coups."),
        ("es", "Mara Wolk lo niega. Los guardias tenían que saber de los golpes."),
        ("fr", "Mara Wolk est citée. Nul ne peut ignorer la loi."),
        ("es", "Mara Wolk es citada. Nadie puede ignorar la ley."),
        ("fr", "Mara Wolk savait parfaitement le russe."),
    ],
)
def test_what_is_inferred_of_somebody_else_is_left_alone(language: str, text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mara Wolk was there. The governor must have known of it."),
        ("en", "Mara Wolk read the letters each day and must have known of it."),
        ("en", "Mara Wolk was there. It is inconceivable that in all her time in the post she did not know."),
        ("en", "Mara Wolk must have known of it, if only because it was in the letters."),
        ("fr", "Mara Wolk lisait les lettres et elle ne pouvait ignorer ces coups."),
        ("es", "Mara Wolk leía las cartas y tuvo que saber de los golpes."),
    ],
)
def test_what_is_inferred_of_whoever_bears_the_title_or_does_two_things_is_found(
    language: str, text: str, tmp_path: Path
) -> None:
    assert len(found(tmp_path, text, language)) == 1


def test_the_text_of_an_allegation_rests_on_the_evidence_of_this_allegation(tmp_path: Path) -> None:
    other = (
        CASE
        + """
  - id: b
    title: Alleged delay
    statement: It is alleged that letters were kept back.
    particulars: Mara Wolk must have known of it [@log, p. 2].
    roles: [{role: governor, responsibility: command}]
"""
    )
    case, faults = load_example(tmp_path, other.replace("TEXT", "S.").replace("LANGUAGE", "en"))

    assert faults == []
    assert [one.record for one in run_checks(case, [CHECK])[0].findings] == ["allegations/b"]
