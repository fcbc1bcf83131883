"""What a text says that a court held, against the text of the recorded holding."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import load_example

from probata.checks.law import holding_told_differently
from probata.checks.runner import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example, persons_concerned: [pol]}
people: [{id: pol, name: {given: Anna, family: Pol}}, {id: tarn, name: {family: Tarn}}]
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    short: Tarn
    citation: Tarn
    holdings:
      - {id: cause, text: The Court made no finding on the cause of his death., paragraph: "16"}
      - {id: order, text: The custody rested on no order of a judge., paragraph: "14"}
      - {id: alive, text: He arrived alive and died two days later., paragraph: "9"}
narrative:
  - {id: n, title: N, language: LANG, text: "SAID"}
"""


def found(folder: Path, said: str, language: str = "en") -> list[str]:
    case, faults = load_example(folder, CASE.replace("LANG", language).replace("SAID", said))
    assert [fault.message for fault in faults if fault.severity is not Severity.INFO] == []
    findings = run_checks(case, [holding_told_differently.CHECK])[0].findings
    is_deed = any(word in said for word in ("to death", "murdered", "tué", "matado")) and "whether" not in said
    assert {one.severity for one in findings} <= {Severity.WARNING if is_deed else Severity.INFO}
    return [one.message for one in findings]


@pytest.mark.parametrize(
    ("said", "differences"),
    [
        (
            "The Court held that guards had beaten him to death [@tarn, para 16].",
            (
                "the text drops the `no` of the holding",
                "the text says `beaten him to death` where the holding says no more than `death`",
            ),
        ),
        (
            "It held that Anna Pol had ordered a custody without a judge [@tarn, para 14].",
            ("the text names person `pol` where the holding does not",),
        ),
        (
            "The Court found that he had been murdered [@tarn, para 9].",
            ("the text says `murdered` where the holding says no more than `died`",),
        ),
        (
            "The Court found that he did not arrive [@tarn, para 9].",
            ("the text says `not`, and the holding has no such word",),
        ),
    ],
)
def test_what_a_text_says_is_held_is_compared_with_the_holding(
    said: str, differences: tuple[str, ...], tmp_path: Path
) -> None:
    told = found(tmp_path, said)

    assert len(told) == 1
    assert told[0].endswith(" and ".join(differences))


@pytest.mark.parametrize(
    "said",
    [
        "The Court held that the custody was unlawful [@tarn, para 14].",
        "The Court held that no judge had ordered it [@tarn, para 14].",
        "The Court held that it could not make a finding on the cause [@tarn, para 16].",
        "The Court left the cause open: it held that it could not say [@tarn, para 16].",
        "The Court found that Tarn died there after two days [@tarn, para 9].",
        "The Court found that he arrived alive and without an order [@tarn, paras 9, 14].",
        "Anna Pol did not answer, and the Court held that he had arrived alive [@tarn, para 9].",
        "Guards beat him to death [@tarn, para 16].",
        "The Court held that guards had beaten him to death [@tarn, para 99].",
    ],
)
def test_what_says_the_same_in_other_words_or_cites_no_holding_is_left_alone(said: str, tmp_path: Path) -> None:
    assert found(tmp_path, said) == []


@pytest.mark.parametrize(
    ("said", "difference"),
    [
        (
            "In Petition of Tarn the Court held that guards had beaten him to death.",
            "the text says `beaten him to death` where the holding says no more than `death`",
        ),
        (
            "In *Tarn* the Court held that guards had beaten him to death.",
            "the text says `beaten him to death` where the holding says no more than `death`",
        ),
        (
            "The Court held that guards had beaten him to death [@tarn].",
            "the text says `beaten him to death` where the holding says no more than `death`",
        ),
        (
            "In Petition of Tarn the Court held that the custody rested on an order of a judge.",
            "the text drops the `no` of the holding",
        ),
        (
            "In Petition of Tarn the Court held that Anna Pol had done it.",
            "the text names person `pol` where the holding does not",
        ),
        # Not found:
        ("In Petition of Tarn the Court held that he died.", ""),
        ("Of Tarn the Court held that guards had beaten him to death.", ""),
        ("In Petition of Tarn the Court held that the custody rested on no order of a judge.", ""),
        ("In Petition of Tarn the Court held that the petition was not out of time.", ""),
        ("In Petition of Tarn the Court held that he had been tortured.", ""),
        ("In Petition of Tarn guards beat him to death.", ""),
        ("In Petition of Pol the Court held that guards had beaten him to death.", ""),
    ],
)
def test_a_judgment_that_is_named_without_a_place_is_compared_with_what_is_recorded_of_it(
    said: str, difference: str, tmp_path: Path
) -> None:
    told = found(tmp_path, said)

    assert [one.partition(", ")[2].removeprefix("as it is recorded, ") for one in told] == [difference] * bool(
        difference
    )


def test_a_sentence_that_names_two_judgments_is_not_compared_by_name(tmp_path: Path) -> None:
    other = "\n  - {id: rill, kind: judgment, name: Petition of Rill, citation: Rill}\nnarrative:"
    text = CASE.replace("\nnarrative:", other).replace("LANG", "en")
    said = "In Petition of Tarn and Petition of Rill the Court held that guards had beaten him to death."
    case, _ = load_example(tmp_path, text.replace("SAID", said))

    assert run_checks(case, [holding_told_differently.CHECK])[0].findings == ()


@pytest.mark.parametrize(
    ("language", "said", "count"),
    [
        ("fr", "La Cour a jugé que des gardes l’avaient tué [@tarn, para 16].", 1),
        ("fr", "La Cour a jugé que la détention ne reposait sur aucun ordre d’un juge [@tarn, para 14].", 0),
        ("es", "El Tribunal declaró que unos guardias lo habían matado [@tarn, para 16].", 1),
        ("es", "El Tribunal declaró que la custodia no se basaba en orden alguna [@tarn, para 14].", 0),
    ],
)
def test_french_and_spanish_are_read(language: str, said: str, count: int, tmp_path: Path) -> None:
    assert len(found(tmp_path, said, language)) == count


@pytest.mark.parametrize(
    "said",
    [
        "In 2023 the Court of Review held another hearing and read the murder file [@tarn, para 14].",
        "The Court found guards at work [@tarn, para 14].",
    ],
)
def test_a_court_that_holds_a_hearing_holds_nothing(said: str, tmp_path: Path) -> None:
    assert found(tmp_path, said) == []


def test_a_graver_word_that_is_left_open_stays_a_note(tmp_path: Path) -> None:
    assert (
        len(found(tmp_path, "The Court held that it could not be told whether he was murdered [@tarn, para 9].")) == 1
    )


@pytest.mark.parametrize(
    ("said", "weight"),
    [
        ("The Court held that guards had killed him [@tarn, para 14].", Severity.WARNING),
        ("The Court held that guards had tortured him [@tarn, para 14].", Severity.INFO),
        ("The Court held that he may have been killed [@tarn, para 14].", Severity.INFO),
    ],
)
def test_a_death_that_another_holding_leaves_open_should_be_mended(tmp_path: Path, said: str, weight: Severity) -> None:
    case, _ = load_example(tmp_path, CASE.replace("LANG", "en").replace("SAID", said))

    assert [one.severity for one in run_checks(case, [holding_told_differently.CHECK])[0].findings] == [weight]


def test_a_death_of_which_no_holding_speaks_is_a_note(tmp_path: Path) -> None:
    said = "The Court held that guards had killed him [@tarn, para 14]."
    text = CASE.replace("made no finding on", "told of").replace("LANG", "en").replace("SAID", said)
    case, _ = load_example(tmp_path, text)

    assert [one.severity for one in run_checks(case, [holding_told_differently.CHECK])[0].findings] == [Severity.INFO]
