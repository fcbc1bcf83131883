"""Words of others: as they are recorded, with a source, in a language that is read, by somebody in office."""

from __future__ import annotations

from tests.checks.given import Given, rows

TRANSLATED = Given(
    "quotation-without-translation",
    """
case: {title: Example}
sources:
  - {id: french, title: Récit, language: fr-FR}
  - {id: english, title: Account, language: en-US}
  - {id: untold, title: Account}
quotations: [{id: words, speaker: {described: a guard}, text: Go on., FIELDS}]
""",
    {"FIELDS": ""},
)
NEWER = Given(
    "dates-out-of-order",
    """
case: {title: Example}
sources: [{id: s, type: TYPE, ISSUED}]
authorities: [{id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2017-05-04}]
quotations: [{id: q, speaker: {described: a guard}, text: Go on., date: DATE, quoted_in: CITED}]
""",
    {"DATE": "2018", "CITED": "s", "TYPE": "report", "ISSUED": "issued: 2017-05-04"},
)
OFFICE = Given(
    "office-not-held",
    """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
positions:
  - {id: head, title: Head of the Prison Board of North Land}
  - {id: chair, title: Chair of the Search Group}
roles:
  - id: both
    person: solvan
    title: Head of Prisons
    dates: {stated: 2015-03-01/2017-08-31, other_accounts: [{dates: 2015-03/2017-10}]}
    seats: [head, {position: chair, dates: 2016-01-01/2016-12-31}]
quotations: [{id: words, speaker: {person: solvan, office: "HELD"}, text: They must be held harder., DATE}]
""",
    {"HELD": "Head of Prisons", "DATE": "date: 2019-05-01"},
)
TOLD = Given(
    "quotation-mismatch",
    """
case: {title: Example}
sources:
  - {id: interview, title: Interview with a guard, type: interview, held: held}
  - {id: gazette, title: Gazette, type: legislation, held: held}
quotations:
  - {id: q, speaker: {described: a captain}, text: Go on until they write., quoted_in: "interview, para 16"}
allegations: [{id: a, title: T, statement: S., particulars: 'SAID'}]
""",
    {"SAID": ""},
)
BARE = Given(
    "quotation-without-note",
    """
case: {title: Example}
sources: [{id: interview, title: Until they write a letter, held: held}]
bodies: [{id: b, name: Office of the Night Watch}]
narrative:
  - id: s
    title: T
    HEAD
    text: |
      SAID
allegations: [{id: a, title: T, statement: STATEMENT, particulars: PARTICULARS, evidence: [interview]}]
""",
    {"SAID": "Nothing.", "HEAD": "kind: fact", "STATEMENT": "S.", "PARTICULARS": "None."},
)
WORDS = 'He told them to "go on until they write".'

test_words_from_another_language_need_a_translation_that_says_whose = rows(
    (TRANSLATED("quoted_in: french"), "should fix"),
    (TRANSLATED("quoted_in: english"), ""),
    (TRANSLATED("quoted_in: untold"), ""),
    (TRANSLATED("original: {lang: zh}, quoted_in: english"), "should fix"),
    (TRANSLATED("original: {lang: en}, quoted_in: french"), ""),
    (TRANSLATED("translation: {kind: human, translator: Mara Wolk}, quoted_in: french"), ""),
    (TRANSLATED("translation: {kind: human}, quoted_in: french"), "note"),
    (TRANSLATED("translation: {kind: by_source}, quoted_in: french"), ""),
    (TRANSLATED("translation: {kind: machine, translator: a program}, quoted_in: french"), "should fix"),
)
test_words_are_no_newer_than_the_work_that_prints_them = rows(
    (NEWER("2017-05-05"), "should fix"),
    (NEWER("2017-05-04"), ""),
    (NEWER("2017"), ""),
    (NEWER("~2018"), ""),
    (NEWER("2018", "judgment"), "should fix"),
    (NEWER("2018", TYPE="webpage"), "note"),
    (NEWER("2018", ISSUED="held: held"), ""),
)
test_an_office_of_the_day_one_that_was_before_and_one_not_recorded_are_left_alone = rows(
    (OFFICE("Head of Prisons", "date: 2018-02-04"), "should fix"),
    (OFFICE("Chair of the Search Group", "date: 2017-02-04"), "should fix"),
    (OFFICE("Head of Prisons", "date: 2017-10-05"), ""),
    (OFFICE("Head of Prisons", "date: ~2019"), ""),
    (OFFICE("Former Head of Prisons"), ""),
    (OFFICE("Judge; until 31 August 2017 Head of Prisons"), ""),
    (OFFICE("Minister of Prisons"), ""),
    (OFFICE("Head of Prisons", "topic: prisons"), "cannot tell"),
)
test_the_same_words_short_ones_and_those_of_other_places_are_left_alone = rows(
    (TOLD('He said "go on until they sign" [@interview, para 16].'), "should fix"),
    (TOLD("He said “Go on, until they write!” [@interview, para 16]."), ""),
    (TOLD('It says "Go on … until they write" [@interview, para 16].'), ""),
    (TOLD('It says "go on until [the prisoners] write" [@interview, para 16].'), ""),
    (TOLD('He said "until they sign" [@interview, para 40].'), ""),
    (TOLD('He said "go on until they sign" [@gazette, p. 3].'), ""),
    (TOLD('He said "go on until they write" [@interview, para 40].'), "should fix"),
    (TOLD('He said "go on until they sign".'), ""),
    (TOLD('He said "they sign" [@interview, para 16].'), ""),
)
test_what_is_quoted_has_a_source_in_its_paragraph = rows(
    (BARE(WORDS), "should fix"),
    (BARE(WORDS + " So says a guard [@interview]."), ""),
    (BARE(WORDS + "^[Told to a neighbour.]"), ""),
    (BARE('He told them to "go on".'), ""),
    (BARE('It is the "Office of the Night Watch".'), ""),
    (BARE('It was called "the long way round".'), ""),
    (BARE('The term "person of some interest" is old.'), ""),
    (BARE(WORDS, "citations: interview"), ""),
    (BARE(STATEMENT=f"'{WORDS}'"), ""),
    (BARE(PARTICULARS=f"'{WORDS}'"), "should fix"),
)
