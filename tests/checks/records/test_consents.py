"""Consents: given before the person spoke, still in force on the day of the filing, and by somebody of age."""

from __future__ import annotations

from tests.checks.given import Given, rows

STATEMENT = "statements: [{id: s, person: p, kind: witness, made_on: 2024-03-04}]"
SIGNED = STATEMENT.replace("made_on", "signed_on")
WORDS = "quotations: [{id: q, speaker: {person: p}, text: Go on., quoted_in: 'talk, para 3'}]"
SPOKEN = Given(
    "consent-after-statement",
    """
case: {title: Example, filings: [FILINGS]}
people: [{id: p, name: Witness A, PERSON}]
sources: [{id: talk, title: Interview, type: TYPE, issued: 2024-03-04, held: held}]
consents: [{id: c, person: p, CONSENT}, OTHER]
SAID
""",
    {
        "SAID": STATEMENT,
        "CONSENT": "obtained_on: 2024-03-05",
        "OTHER": "",
        "PERSON": "consent_required: true",
        "TYPE": "interview",
        "FILINGS": "",
    },
)
ENDED = Given(
    "consent-ended",
    """
case: {title: Example, as_of: 2024-06-01, filings: [{id: f, forum: uk-ghr, DATE}]}
people: [{id: p, name: Witness A, consent_required: true}]
consents:
  - {id: c, person: p, forums: [FORUM], audiences: [decision_maker, accused], CONSENT}
  OTHER
""",
    {"DATE": "", "CONSENT": "", "OTHER": "", "FORUM": "uk-ghr"},
)
AGAIN = "- {id: d, person: p, forums: [uk-ghr], audiences: [decision_maker, accused], %s}"
CHILD = Given(
    "minor-without-guardian",
    """
case: {title: Example, AS_OF}
people: [{id: p, name: Witness A, BIRTH}, {id: m, name: Relative A}]
consents: [{id: c, person: p, forums: [uk-ghr], CONSENT}]
""",
    {"BIRTH": "", "CONSENT": "", "AS_OF": "as_of: 2026-01-01"},
)
BORN = "birth: {date: 2006-03-04}"

test_a_protected_person_agrees_no_later_than_they_speak = rows(
    (SPOKEN(STATEMENT, "obtained_on: 2024-03-05"), "should fix"),
    (SPOKEN(SIGNED, "obtained_on: 2024-03-05"), "should fix"),
    (SPOKEN(WORDS, "obtained_on: 2024-03-05"), "note"),
    (SPOKEN(STATEMENT, "obtained_on: 2024-03-04"), ""),
    (SPOKEN(STATEMENT, "obtained_on: 2024-03"), ""),
    (SPOKEN(STATEMENT, "obtained_on: 2024-05", "{id: d, person: p, obtained_on: 2024-02}"), ""),
    (SPOKEN(STATEMENT, "obtained_on: 2024-05, status: refused"), "cannot tell"),
    (SPOKEN(PERSON="consent_required: false"), ""),
    (SPOKEN(WORDS, TYPE="speech"), ""),
)
test_a_forum_may_ask_for_the_consent_of_victims_and_witnesses = rows(
    (SPOKEN(PERSON="part_played: [witness]", FILINGS="{id: f, forum: un-sp}"), "should fix"),
    (SPOKEN(PERSON="part_played: [speaker]", FILINGS="{id: f, forum: un-sp}"), ""),
    (SPOKEN(PERSON="part_played: [witness]", FILINGS="{id: f, forum: uk-ghr}"), ""),
)
test_a_consent_lasts_to_the_day_of_the_filing = rows(
    (ENDED("", "until: 2024-05-31"), "should fix"),
    (ENDED("", "until: 2024-06-01"), ""),
    (ENDED("", "until: 2024-06"), ""),
    (ENDED("", "status: given"), ""),
    (ENDED("date: 2024-09-01", "until: 2024-07-31"), "must fix"),
    (ENDED("date: 2024-09-01", "until: 2024-10-31"), ""),
    (ENDED("date: 2024-03-01", "until: 2024-05-31"), ""),
    (ENDED("", "until: 2024-05-31", AGAIN % "until: 2025-05-31"), ""),
    (ENDED("", "until: 2024-05-31", AGAIN % "until: 2024-04-30"), "should fix"),
    (ENDED("", "until: 2024-05-31, status: refused"), ""),
    (ENDED("", "until: 2024-05-31", FORUM="us-glomag"), ""),
)
test_a_consent_that_was_taken_back_is_older_than_one_that_holds = rows(
    (ENDED("", "obtained_on: 2024-03-04", AGAIN % "status: withdrawn"), "should fix"),
    (ENDED("", "obtained_on: 2024-03-04", AGAIN % "status: refused, obtained_on: 2024-04-04"), "should fix"),
    (ENDED("", "obtained_on: 2024-03-04", AGAIN % "status: withdrawn, obtained_on: 2024-02-04"), ""),
    (ENDED("", "obtained_on: 2024-03-04", AGAIN % "status: not_sought"), ""),
)
test_a_minor_does_not_consent_alone = rows(
    (CHILD(BORN, "obtained_on: 2024-03-03"), "must fix"),
    (CHILD(BORN, "obtained_on: 2024-03-04"), ""),
    (CHILD(BORN, "obtained_on: 2024-03"), "note"),
    (CHILD(BORN, "obtained_on: ~2020"), "note"),
    (CHILD(BORN, "obtained_on: 2020, given_by: m"), ""),
    (CHILD(BORN, "obtained_on: 2020, given_by: p"), "must fix"),
    (CHILD(BORN, "obtained_on: 2020, status: refused"), ""),
    (CHILD("birth: {date: 2006}", "obtained_on: 2023-12-31"), "must fix"),
    (CHILD("birth: {date: 2006}", "obtained_on: 2024-06-01"), "note"),
    (CHILD("birth: {date: 2006}", "obtained_on: 2025-01-01"), ""),
    (CHILD("birth: {date: 2000-02-29}", "obtained_on: 2018-02-28"), "must fix"),
    (CHILD("birth: {date: 2000-02-29}", "obtained_on: 2018-03-01"), ""),
    (CHILD("birth: {date: 2000, alternatives: [{date: 2008}]}", "obtained_on: 2024"), "note"),
    (CHILD("birth: {date: 2010}", "language: French"), "must fix"),
    (CHILD("birth: {date: 2010}", "language: French", "state: Ruritania"), ""),
    (CHILD("gender: female", "obtained_on: 2020"), ""),
)
