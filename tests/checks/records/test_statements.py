"""Statements: what their maker must say, in which language, signed where and when, and how many there are."""

from __future__ import annotations

from tests.checks.given import Given, rows

STATEMENT = Given(
    "statement-not-translated",
    """
case: {title: Example, filings: [{id: f, forum: FORUM, statement: s, FILING}]}
people: [{id: p, name: Mara Wolk}]
statements:
  - {id: s, person: p, kind: witness, FIELDS, paragraphs: [{id: a, basis: own_knowledge, text: I saw it.}]}
""",
    {"FIELDS": "", "FORUM": "uk-cpr-ws", "FILING": ""},
)
TRANSLATION = "translation: {translator: Ada Brun, date: 2024-03-01, certified_on: 2024-03-02, %s}"
WHOLE = TRANSLATION % "original: signed.pdf, declaration: Вадаш ош ном."
SIGNED = Given(
    "declaration-for-another-place",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
statements: [{id: s, person: p, kind: deponent, declaration: DECLARED, PLACE}]
""",
    {"DECLARED": "us_1746_outside", "PLACE": ""},
)
OFFERED = Given(
    "declaration-not-offered",
    """
case: {title: Example, filings: [{id: f, forum: FORUM, statement: s}]}
people: [{id: p, name: Mara Wolk}]
statements: [{id: s, person: p, kind: witness, place: Ashminster, declaration: DECLARATION}]
""",
    {"FORUM": "uk-cpr-ws", "DECLARATION": "none", "VERIFIED": "false"},
    {
        "templates/chambers/forum.yaml": """
id: chambers
extends: uk-cpr-ws
title: Statement
document_kind: statement
rules: [{id: statement-of-truth, text: It ends with it., source: practice, verified: VERIFIED}]
"""
    },
)
NUMBERED = Given(
    "statement-number",
    """
case: {title: Example}
people: [{id: p, name: P}, {id: q, name: Q}]
statements:
  - {id: s0, person: p, kind: witness, number: FIRST}
  - {id: s1, person: PERSON, kind: witness, number: SECOND}
""",
    {"FIRST": "1, made_on: 2024-06", "SECOND": "2, made_on: 2024-07", "PERSON": "p"},
)
MAKER = Given(
    "particulars-missing",
    """
case: {title: Example, filings: [{id: f, forum: FORUM, statement: s}]}
people: [{id: p, name: {family: Dorn, given: Ilva}}]
statements:
  - id: s
    person: p
    kind: witness
    occupation: Baker
    address: 4 Mill Lane, Ashminster
    standing: the Claimant
    prepared: written by the witness herself
    initials: I Dorn
    paragraphs:
      - {id: a, basis: own_knowledge, text: "NAME ADDRESS OCCUPATION STANDING PREPARED KNOWLEDGE"}
      - {id: b, basis: own_knowledge, text: On 3 March 2022 2 guards in the Defendant’s uniform beat my brother.}
""",
    {
        "NAME": "I am Ilva Dorn.",
        "ADDRESS": "I live at 4 Mill Lane, Ashminster.",
        "OCCUPATION": "I am a baker.",
        "STANDING": "I am the Claimant.",
        "PREPARED": "I wrote this statement myself.",
        "KNOWLEDGE": "What I say is within my own knowledge, except where I name another source.",
        "FORUM": "uk-cpr-ws",
    },
)
NOTHING = "I saw it."

test_the_signed_original_its_language_and_its_declaration_are_wanted_of_a_translation = rows(
    (STATEMENT(f"own_language: Kelvandran, {WHOLE}"), ""),
    (STATEMENT(f"own_language: Kelvandran, {TRANSLATION % ''}"), "must fix"),
    (STATEMENT(WHOLE), "must fix"),
    (STATEMENT("interpretation: {interpreter: Tal Merrow}"), "must fix"),
    (STATEMENT("interpretation: {interpreter: Tal Merrow, certified_on: 2024-03-02}"), ""),
)
test_words_in_another_language_than_the_filing_s_are_found_where_the_forum_has_a_rule = rows(
    (STATEMENT("language: fr"), "must fix"),
    (STATEMENT("language: en-US"), ""),
    (STATEMENT("language: fr", "uk-cpr-ws", "language: fr"), ""),
    (STATEMENT("language: fr", "support-statement"), ""),
)
test_a_declaration_is_that_of_the_place_of_signing = rows(
    (SIGNED("us_1746_outside", "place: 'Albany, New York'"), "must fix"),
    (SIGNED("us_1746_outside", "place: 'Washington, D.C.'"), "must fix"),
    (SIGNED("us_1746_outside", "place: Ashminster"), ""),
    (SIGNED("us_1746_outside", "place: 'Tbilisi, Georgia'"), ""),
    (SIGNED("us_1746_outside"), "should fix"),
    (SIGNED("us_1746_within", "place: 'Lyon, France'"), "must fix"),
    (SIGNED("us_1746_within", "place: 'Tbilisi, Georgia'"), "should fix"),
    (SIGNED("us_1746_within", "place: 'Atlanta, Georgia, United States'"), ""),
)
test_a_forum_takes_the_declarations_that_its_profile_offers_and_no_other = rows(
    (OFFERED("uk-cpr-ws", "statement_of_truth"), ""),
    (OFFERED("uk-cpr-ws", "none"), "must fix"),
    (OFFERED("uk-cpr-ws", "us_1746_outside"), "must fix"),
    (OFFERED("support-statement", "us_1746_outside"), ""),
    (OFFERED("chambers", "none"), "should fix"),
)
test_statements_of_one_person_are_numbered_in_the_order_of_their_days = rows(
    (NUMBERED("1, made_on: 2024-06", "2, made_on: 2024-03"), "should fix"),
    (NUMBERED("1, made_on: 2024-03", "2, made_on: 2024-03-20"), ""),
    (NUMBERED("1, made_on: 2024", "2, made_on: 2024-01"), ""),
    (NUMBERED("1, made_on: 2024-06", "2, made_on: 2024-03", "q"), "note"),
    (NUMBERED("1", "1"), "should fix"),
    (NUMBERED("3, made_on: 2024-06", "1, made_on: 2024-01"), "note"),
)
test_a_statement_says_who_makes_it_and_how = rows(
    (MAKER(), ""),
    (MAKER("My sister is Nela Dorn."), "must fix"),
    (MAKER(ADDRESS=NOTHING), "must fix"),
    (MAKER(OCCUPATION="I am a party to this claim."), "must fix"),
    (MAKER(STANDING="2 guards of the Defendant beat the Claimant."), "must fix"),
    (MAKER(PREPARED="I saw it and wrote it down."), "must fix"),
    (MAKER(KNOWLEDGE="I was told by my sister that she was there."), "must fix"),
    (MAKER(PREPARED=NOTHING, STANDING=NOTHING, KNOWLEDGE=NOTHING, FORUM="support-statement"), "should fix"),
)
test_what_may_be_told_in_other_words_is_a_note_and_what_is_told_passes = rows(
    (MAKER("My name is Dorn, Ilva."), ""),
    (MAKER("I, I Dorn, say this."), "note"),
    (MAKER(ADDRESS="My address is known to the Court."), "note"),
    (MAKER(OCCUPATION="I am retired."), "note"),
    (MAKER(STANDING="I am neither a party nor employed by one."), ""),
    (MAKER(STANDING="I am the Claimant’s sister."), "note"),
    (MAKER(PREPARED="Following a video call my solicitor drafted my statement."), ""),
    (MAKER(PREPARED="I spoke through an interpreter."), "note"),
    (MAKER(KNOWLEDGE="Matters of information or belief I mark as such."), ""),
    (MAKER(KNOWLEDGE="I saw all of this myself."), "note"),
)
