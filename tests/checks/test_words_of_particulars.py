"""Whether words give a particular of a statement or of its maker: yes, perhaps or no."""

from __future__ import annotations

from tests.each import each

from probata.checks.engine.finding import Outcome
from probata.checks.records.statements import told
from probata.forum import Particular
from probata.model.person import Person
from probata.model.statement import Statement

RECORD = {
    "occupation": "Baker",
    "address": "4 Mill Lane, Ashminster",
    "standing": "the Claimant",
    "prepared": "written by the witness herself",
    "initials": "I Dorn",
}


def how_told(particular: Particular, text: str, **fields: str) -> Outcome:
    paragraph = {"id": "a", "basis": "own_knowledge", "text": text}
    record = {"id": "s", "person": "p", "kind": "witness", **RECORD, **fields, "paragraphs": [paragraph]}
    person = Person.model_validate({"id": "p", "name": {"family": "Dorn", "given": "Ilva"}})
    return told(particular, Statement.model_validate(record), person)


PASSED, UNSURE, FAILED = Outcome.PASSED, Outcome.CANNOT_TELL, Outcome.FAILED


@each(
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


@each("particular", ["address", "occupation", "standing", "prepared", "own_knowledge"])
def test_of_a_statement_in_another_language_it_is_never_said_that_one_is_missing(particular: Particular) -> None:
    assert how_told(particular, "Я видела двор.", language="ru") is UNSURE


@each(
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
