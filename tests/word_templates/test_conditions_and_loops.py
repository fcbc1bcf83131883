"""Conditions and loops of a Word template: what is printed, for what, and where a paragraph is repeated."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tests.case_folder import ALLEGATIONS, CASE, PEOPLE, ROLES
from tests.each import each
from tests.word_templates.forums import built, word

AFFECTED = ALLEGATIONS.replace("  conduct:", "  affected: {persons: [oren, tamsin]}\n  conduct:")
VICTIMS = (
    PEOPLE + "- {id: oren, name: {family: Oren, given: Bel}}\n- {id: tamsin, name: {family: Tamsin, given: Ada}}\n"
)
CONSENT = (
    "- {{id: c-{0}, person: {0}, status: given, forums: [mine], audiences: [decision_maker], obtained_on: 2026-01-05, "
    "method: written}}\n"
)
TWO = CASE.replace("forum: uk-ghr", "forum: mine").replace("[solvan]", "[solvan, merrik]")
SECOND_ROLE = ROLES + ROLES.replace("solvan-commander", "merrik-deputy").replace("solvan", "merrik").replace(
    "title: Commander", "title: Deputy Commander"
)


def text(folder: Path, *lines: str, **records: str) -> str:
    """Return what the small case prints from a Word template with these paragraphs, on one line."""
    found = built(folder, word(*lines), **records)
    assert [(one.message, one.help) for one in found.findings if one.code.startswith("TPL")] == []
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", found.text.rpartition("</style>")[2])).split())


@each(
    ("consents", "printed"),
    [("", "No consent."), (CONSENT.format("oren"), "No consent."),
     (CONSENT.format("oren") + CONSENT.format("tamsin"), "They consented.")],
    ids=["none", "one of two", "both"],
)  # fmt: skip
def test_consent_is_there_only_where_each_person_affected_gave_one(tmp_path: Path, consents: str, printed: str) -> None:
    records = {"allegations": AFFECTED, "people": VICTIMS, "consents": consents or "[]\n"}
    made = text(tmp_path, "[if consent: They consented.][if not consent: No consent.]", **records)

    assert made.endswith(printed)


@each(
    ("condition", "holds"),
    [
        ("draft", True), ("final", False), ("not final", True), ("illustration", False), ("one person", True),
        ("several persons", False), ("allegations", True), ("there are no allegations", False), ("no exhibits", True),
        ("there are roles", True), ("addressee", True), ("statement", False), ("measures asked for", True),
        ("prepared by: contact", True), ("prepared by: name", False), ("not prepared by: name", True),
        ("statement: place", False), ("Without Exhibits", True),
    ],
)  # fmt: skip
def test_a_condition_holds_or_not_in_a_line_and_in_paragraphs_of_its_own(
    tmp_path: Path, condition: str, holds: bool
) -> None:
    made = text(
        tmp_path, f"In a line [if {condition}: it holds].", f"[if {condition}]", "Yes.", "[else]", "No.", "[end if]"
    )

    assert ("In a line it holds." if holds else "In a line .") in made
    assert ("Yes." in made, "No." in made) == (holds, not holds)


def test_a_condition_on_a_field_takes_its_words_behind_a_second_colon(tmp_path: Path) -> None:
    made = text(
        tmp_path, "[if allegation: period: In [allegation: period]: yes.]", "[if allegation: answer: Answered.]"
    )

    assert "In May 2022: yes." in made
    assert "Answered" not in made


def test_a_paragraph_that_is_all_a_condition_is_none_where_it_does_not_hold(tmp_path: Path) -> None:
    assert "1. One.2. Two." in text(tmp_path, "One.", "[if final: Never.]", "Two.")


def test_inside_a_loop_over_allegations_roles_and_persons_are_those_charged(tmp_path: Path) -> None:
    lines = ("[for each allegation]", "By [role: title] ([person: name]).", "[end]")
    made = text(tmp_path, *lines, case=TWO, roles=SECOND_ROLE)

    assert "By Commander of the Harbour Guard (Ardel Solvan)." in made
    assert "Deputy" not in made.partition("By Commander")[2]


def test_a_loop_with_nothing_to_go_through_prints_what_stands_behind_else(tmp_path: Path) -> None:
    assert "None are filed." in text(
        tmp_path, "[for each exhibit]", "[exhibit: mark]", "[else]", "None are filed.", "[end]"
    )


def test_what_is_missing_is_a_gap_by_the_name_that_was_typed(tmp_path: Path) -> None:
    made = text(tmp_path, "Born [person: date of birth] in [person: country of birth].")

    assert "[date of birth: to complete]" in made
    assert "[country of birth: to complete]" in made


def test_a_remark_prints_nothing_whatever_stands_in_it(tmp_path: Path) -> None:
    made = text(tmp_path, "[remark: ask [titel] about {{ this }} and [[that]]]", "Seen[remark: no].")

    assert made.endswith("1. Seen.")
