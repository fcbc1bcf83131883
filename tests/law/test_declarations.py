"""The declarations: their wording is official and stands here letter by letter."""

from __future__ import annotations

from probata.law import Declaration, load_catalogue


def declaration(name: str) -> Declaration:
    found = load_catalogue().declaration(name)
    assert found is not None
    return found


def test_the_statement_of_truth_is_that_of_practice_direction_22() -> None:
    found = declaration("statement_of_truth")
    assert found.rule == "CPR PD 22, para 2.2"
    assert found.wording == (
        "I believe that the facts stated in this witness statement are true. I understand that proceedings for "
        "contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a "
        "document verified by a statement of truth without an honest belief in its truth."
    )
    assert found.printed == found.wording


def test_the_declaration_outside_the_united_states_names_its_laws() -> None:
    found = declaration("us_1746_outside")
    assert found.wording == (
        "I declare (or certify, verify, or state) under penalty of perjury under the laws of the United States of "
        "America that the foregoing is true and correct. Executed on (date). (Signature)"
    )
    assert found.executed == "outside_united_states"


def test_the_declaration_within_the_united_states_is_the_same_without_its_laws() -> None:
    outside, within = declaration("us_1746_outside"), declaration("us_1746_within")
    assert within.wording == (
        "I declare (or certify, verify, or state) under penalty of perjury that the foregoing is true and correct. "
        "Executed on (date). (Signature)"
    )
    assert outside.wording.replace(" under the laws of the United States of America", "") == within.wording


def test_the_printed_form_chooses_one_alternative_and_leaves_the_date_open() -> None:
    for name in ("us_1746_outside", "us_1746_within"):
        found = declaration(name)
        chosen = found.wording.replace(" (or certify, verify, or state)", "").replace("(date)", "{date}")
        assert found.printed == chosen.removesuffix(" (Signature)")
        assert found.date_in_wording


def test_every_declaration_that_a_rule_prescribes_was_read_at_its_source() -> None:
    assert {found.id for found in load_catalogue().declarations.values() if not found.verified} == {"belief"}
