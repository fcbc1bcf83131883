"""The particulars of a statement: found in its words, or told as missing, each by its rule."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.checks.example_case import load_example

from probata.checks.drafting import particulars_not_told
from probata.checks.finding import Outcome
from probata.checks.runner import run_checks
from probata.checks.texts.particulars import told
from probata.diagnostics import Severity
from probata.forum import Particular, own_templates
from probata.model.person import Person
from probata.model.statement import Statement

TOLD: dict[Particular, str] = {
    "name": "I am Ilva Dorn.",
    "address": "I live at 4 Mill Lane, Ashminster.",
    "occupation": "I am a baker.",
    "standing": "I am the Claimant.",
    "prepared": "I wrote this statement myself.",
    "own_knowledge": "What I say is within my own knowledge, except where I name another source.",
}
RULES = {
    "name": "who-makes-it",
    "address": "who-makes-it",
    "occupation": "who-makes-it",
    "standing": "standing",
    "prepared": "how-prepared",
    "own_knowledge": "own-knowledge-or-belief",
}
MISSING = {
    "name": "gives the full name of its maker",
    "address": "gives the residence or business address of its maker",
    "occupation": "gives the occupation or description of its maker",
    "standing": "says whether its maker is a party or employed by one",
    "prepared": "says how it was prepared",
    "own_knowledge": "says what in it is own knowledge, and what information or belief",
}
LAST = "On 3 March 2022 2 guards in the Defendant’s uniform beat my brother. I was told so by my sister, Nela Dorn."
RECORD = {
    "occupation": "Baker",
    "address": "4 Mill Lane, Ashminster",
    "standing": "the Claimant",
    "prepared": "written by the witness herself",
    "initials": "I Dorn",
}


def case_of(*texts: str, forum: str = "uk-cpr-ws", **fields: str) -> str:
    """Return a case whose statement says these paragraphs."""
    paragraphs = [{"id": f"p{n}", "basis": "own_knowledge", "text": text} for n, text in enumerate(texts)]
    statement = {"id": "s", "person": "p", "kind": "witness", **RECORD, **fields, "paragraphs": paragraphs}
    records = {
        "case": {"title": "Example", "filings": [{"id": "f", "forum": forum, "statement": "s"}]},
        "people": [{"id": "p", "name": {"family": "Dorn", "given": "Ilva"}}],
        "statements": [statement],
    }
    return yaml.safe_dump(records, allow_unicode=True)


def found(folder: Path, text: str) -> list[tuple[Severity | None, str, tuple[str, ...]]]:
    case, _ = load_example(folder, text)
    findings = run_checks(case, [particulars_not_told.CHECK])[0].findings
    return [(one.severity, one.message, one.notes) for one in findings]


def how_told(particular: Particular, text: str, **fields: str) -> Outcome:
    paragraph = {"id": "a", "basis": "own_knowledge", "text": text}
    record = {"id": "s", "person": "p", "kind": "witness", **RECORD, **fields, "paragraphs": [paragraph]}
    person = Person.model_validate({"id": "p", "name": {"family": "Dorn", "given": "Ilva"}})
    return told(particular, Statement.model_validate(record), person)


def test_a_statement_that_gives_all_of_them_passes(tmp_path: Path) -> None:
    assert found(tmp_path, case_of(*TOLD.values(), LAST)) == []


@pytest.mark.parametrize("left_out", TOLD)
def test_each_that_is_left_out_must_be_given_by_its_rule(tmp_path: Path, left_out: str) -> None:
    ((severity, message, notes),) = found(
        tmp_path, case_of(*(text for particular, text in TOLD.items() if particular != left_out), LAST)
    )

    assert severity is Severity.ERROR
    assert message.startswith(f"no paragraph of statement `s` {MISSING[left_out]};")
    assert notes[0].startswith(f"rule `{RULES[left_out]}`: ")


@pytest.mark.parametrize("left_out", ["name", "address", "occupation", "prepared"])
def test_what_is_followed_by_analogy_should_be_given(tmp_path: Path, left_out: str) -> None:
    texts = [text for particular, text in TOLD.items() if particular not in {left_out, "standing", "own_knowledge"}]
    ((severity, message, _),) = found(tmp_path, case_of(*texts, LAST, forum="support-statement"))

    assert severity is Severity.WARNING
    assert MISSING[left_out] in message


def test_the_forum_s_own_example_lacks_them_without_its_opening(tmp_path: Path) -> None:
    text = (own_templates() / "uk-cpr-ws" / "example.yaml").read_text(encoding="utf-8")
    records = yaml.safe_load(text)
    assert found(tmp_path / "whole", yaml.safe_dump(records, allow_unicode=True)) == []

    kept = [one for one in records["statements"][0]["paragraphs"] if one["id"] not in {"who", "knowledge"}]
    records["statements"][0]["paragraphs"] = kept
    findings = found(tmp_path / "cut", yaml.safe_dump(records, allow_unicode=True))

    assert [severity for severity, _, _ in findings] == [Severity.ERROR] * len(MISSING)


PASSED, UNSURE, FAILED = Outcome.PASSED, Outcome.CANNOT_TELL, Outcome.FAILED


@pytest.mark.parametrize(
    ("particular", "text", "outcome"),
    [
        ("name", "I, ILVA DORN, will say as follows.", PASSED),
        ("name", "My name is Dorn, Ilva.", PASSED),
        ("name", "I, I Dorn, say this.", UNSURE),
        ("name", "I am called Witness A here.", UNSURE),
        ("name", "My sister is Nela Dorn.", FAILED),
        ("address", "I am of 4, Mill Lane in Ashminster.", PASSED),
        ("address", "I live in Ashminster.", UNSURE),
        ("address", "My address is known to the Court.", UNSURE),
        ("address", "I saw it in the yard.", FAILED),
        ("occupation", "I am a Baker, of no fixed hours.", PASSED),
        ("occupation", "I bake bread. I have worked in a mill.", UNSURE),
        ("occupation", "I am retired.", UNSURE),
        ("occupation", "I am a party to this claim.", FAILED),
        ("standing", "I am the second Defendant.", PASSED),
        ("standing", "I, Ilva Dorn, the Claimant, say this.", PASSED),
        ("standing", "I am not a party to these proceedings.", PASSED),
        ("standing", "I am employed by the Defendant.", PASSED),
        ("standing", "I am in the Defendant’s employment.", PASSED),
        ("standing", "I am neither a party nor employed by one.", PASSED),
        ("standing", "I am the Claimant’s sister.", UNSURE),
        ("standing", "I am employed by Perimeter Services Limited.", UNSURE),
        ("standing", "I have no connection with either side in this claim.", UNSURE),
        ("standing", "I am not related to any party.", UNSURE),
        ("standing", "I speak for neither side.", UNSURE),
        ("standing", "The wings are connected with a corridor. I saw the yard.", FAILED),
        ("standing", "2 guards of the Defendant beat the Claimant.", FAILED),
        ("standing", "I, too, saw the Defendant.", FAILED),
        ("prepared", "I gave this statement over the telephone to my solicitor.", PASSED),
        ("prepared", "This statement was drafted by Ada Brun after we met face-to-face.", PASSED),
        ("prepared", "Following a video call my solicitor drafted my statement.", PASSED),
        ("prepared", "It was read back to me in Kelvandran.", PASSED),
        ("prepared", "I spoke through an interpreter.", UNSURE),
        ("prepared", "I saw it and wrote it down.", FAILED),
        ("prepared", "I make this statement in support of my claim.", FAILED),
        ("own_knowledge", "I make this statement from my own personal knowledge.", PASSED),
        ("own_knowledge", "Matters of information or belief I mark as such.", PASSED),
        ("own_knowledge", "Unless I say otherwise, I was there.", PASSED),
        ("own_knowledge", "I saw all of this myself.", UNSURE),
        ("own_knowledge", "I was told by my sister that she was there.", FAILED),
    ],
)
def test_what_words_show(particular: Particular, text: str, outcome: Outcome) -> None:
    assert how_told(particular, text) is outcome


def test_what_may_be_told_is_a_note(tmp_path: Path) -> None:
    texts = [text for particular, text in TOLD.items() if particular != "address"]
    ((severity, message, _),) = found(tmp_path, case_of(*texts, "My address is known to the Court.", LAST))

    assert severity is Severity.INFO
    assert message.startswith("it is not sure that a paragraph of `s` gives the residence")


@pytest.mark.parametrize("particular", [key for key in TOLD if key != "name"])
def test_of_a_statement_in_another_language_it_is_never_said_that_one_is_missing(particular: Particular) -> None:
    assert how_told(particular, "Я видела двор.", language="ru") is UNSURE


@pytest.mark.parametrize(
    ("pseudonym", "text", "outcome"),
    [
        ("Witness A", "I saw another witness in a yard.", FAILED),
        ("Witness A", "I was a witness a long time ago.", FAILED),
        ("Witness B", "A witness of block B saw it.", FAILED),
        ("Witness 2", "2 guards beat the witness.", FAILED),
        ("Witness A", "I, WITNESS A, will say as follows.", PASSED),
        ("Witness B", "In these proceedings I am Witness B.", PASSED),
        ("Witness 2", "I am witness 2.", PASSED),
    ],
)
def test_a_pseudonym_is_looked_for_as_it_is_written(pseudonym: str, text: str, outcome: Outcome) -> None:
    person = Person.model_validate({"id": "p", "name": pseudonym})
    paragraph = {"id": "a", "basis": "own_knowledge", "text": text}
    record = {"id": "s", "person": "p", "kind": "witness", "paragraphs": [paragraph]}

    assert told("name", Statement.model_validate(record), person) is outcome


def test_an_accent_and_an_apostrophe_do_not_hide_a_name() -> None:
    person = Person.model_validate({"id": "p", "name": {"family": "O’Brién", "given": "Zoë"}})
    paragraph = {"id": "a", "basis": "own_knowledge", "text": "I am Zoe O'Brien."}
    record = {"id": "s", "person": "p", "kind": "witness", "paragraphs": [paragraph]}

    assert told("name", Statement.model_validate(record), person) is PASSED
