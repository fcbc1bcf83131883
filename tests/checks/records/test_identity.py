"""Who a person is: names and numbers of two, dates of birth and death, papers, and names where a pseudonym is meant."""

from __future__ import annotations

from tests.checks.given import Given, rows

TWO = Given(
    "name-of-two-persons",
    "case: {title: Example, state: Kelvandra}\npeople: [{id: a, ONE}, {id: b, OTHER}]",
    {"ONE": "name: Mara Wolk", "OTHER": "name: Mara Wolk"},
)
PAPERS = Given(
    "identifier-of-two-persons",
    """
case: {title: Example}
people: [{id: a, name: A, identifiers: [{ONE}]}, {id: b, name: B, identifiers: [{OTHER}]}]
""",
    {"ONE": "", "OTHER": ""},
)
PAPER = Given(
    "paper-without-number",
    "case: {title: Example}\npeople: [{id: p, name: P, birth: {date: 1964}, identifiers: [{type: passport, PAPER}]}]",
    {"PAPER": ""},
)
EXPIRED = PAPER.by("dates-out-of-order")
LIFE = Given(
    "date-outside-life",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk, birth: {date: BIRTH}, death: 2019-03}]
RECORD
""",
    {"RECORD": "", "BIRTH": "1964-02-23"},
)
ROLE = "roles: [{id: r, person: p, title: Governor, dates: %s, status: unknown, as_of: 2018}]"
HIDDEN = Given(
    "name-as-pseudonym",
    """
case: {title: Example}
people: [{id: p, name: NAME}]
consents: [{id: c, person: p, forums: [un-sp], identity: IDENTITY, status: STATUS}]
""",
    {"NAME": "Ilko Peresh", "IDENTITY": "pseudonym", "STATUS": "given"},
)

test_two_of_one_name_are_told_apart_by_birth_or_number = rows(
    (TWO("name: Mara Wolk", "name: {family: Wolk, given: Mára, order: family_first}"), "should fix"),
    (TWO("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk}]"), "should fix"),
    (TWO("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk, strength: weak}]"), ""),
    (TWO("name: Mara Wolk", "name: Ada Brun, aliases: [{name: Mara Wolk, kind: misspelling}]"), ""),
    (TWO("name: {full: A B, native: {text: 王伟}}", "name: {full: C D, native: {text: 王伟}}"), "should fix"),
    (TWO("name: Wolk", "name: Wolk"), ""),
    (TWO("name: Mara Wolk, birth: {date: 1964}", "name: Mara Wolk, birth: {date: 1971-04-02}"), ""),
    (TWO("name: Mara Wolk, birth: {date: 1964}", "name: Mara Wolk, birth: {date: 1964-04}"), "should fix"),
    (TWO("name: Mara Wolk, birth: {date: ~1964}", "name: Mara Wolk, birth: {date: 1965}"), "should fix"),
)
test_one_number_is_one_person = rows(
    (PAPERS("type: passport, number: K 1-2", "type: Passport, number: k12"), "should fix"),
    (PAPERS("type: passport, number: K1, country: Kelvandra", "type: passport, number: K1"), "should fix"),
    (PAPERS("type: passport, number: K1, country: Kelvandra", "type: passport, number: K1, country: Ruvenia"), ""),
    (PAPERS("type: passport, number: K1", "type: identity card, number: K1"), ""),
    (PAPERS("type: passport, number: K01", "type: passport, number: K1"), ""),
)
test_a_number_that_no_office_gives_is_found_and_one_that_is_hidden_in_part_is_not = rows(
    (PAPER("number: to be confirmed"), "should fix"),
    (PAPER("number: 'xxxx 2231'"), "should fix"),
    (PAPER("number: '44****12?'"), "should fix"),
    (PAPER("number: '0000000'"), "should fix"),
    (PAPER("number: '11'"), ""),
    (PAPER("number: ١٢٣٤٥"), ""),
    (PAPER("number: XXXI-22 34"), ""),
    (PAPER("number: '4401**********1234'"), ""),
)
test_a_paper_is_issued_before_it_expires = rows(
    (EXPIRED("number: K1, issued: 2019, expires: 2009"), "should fix"),
    (EXPIRED("number: K1, issued: 2019-05-02, expires: 2019"), ""),
    (EXPIRED("number: K1, issued: ~2019, expires: 2009"), ""),
)
test_what_is_dated_of_a_person_lies_within_the_life = rows(
    (LIFE("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 1963}]"), "should fix"),
    (LIFE("quotations: [{id: q, speaker: {person: p}, text: Go on., date: ~1963}]"), ""),
    (LIFE("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2019}]"), ""),
    (LIFE("quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2019-04}]"), "should fix"),
    (LIFE("statements: [{id: s, person: p, kind: witness, made_on: 2019-03-30}]"), ""),
    (LIFE("statements: [{id: s, person: p, kind: witness, signed_on: 2019-04-01}]"), "should fix"),
    (LIFE("listings: [{id: x, person: p, authority: Ruritania, dates: 1960/..}]"), "should fix"),
    (LIFE("listings: [{id: x, person: p, authority: Ruritania, dates: 2020/..}]"), ""),
    (LIFE("events: [{id: e, kind: act, title: Arrest, dates: 1963-05, persons: [p]}]"), "should fix"),
    (LIFE("events: [{id: e, kind: measure, title: Custody, dates: 1950/.., persons: [p]}]"), ""),
)
test_a_post_is_held_neither_as_a_child_nor_past_a_hundred = rows(
    (LIFE(ROLE % "1978-02-22/1990"), "should fix"),
    (LIFE(ROLE % "1978-02-23/1990"), ""),
    (LIFE(ROLE % "1978/1990"), ""),
    (LIFE(ROLE % "1975/1990", "~1964"), ""),
    (LIFE(ROLE % "1980/2001-06-02", "1900-06-01"), "should fix"),
    (LIFE(ROLE % "1980/2001-05", "1900-06-01"), ""),
    (LIFE(ROLE % "1950/1960"), ""),
)
test_what_reads_as_a_name_does_not_hide_anybody = rows(
    (HIDDEN("Ilko Peresh"), "must fix"),
    (HIDDEN("{full: Wu, native: {text: 吴力, lang: zh}}", "anonymous"), "must fix"),
    (HIDDEN("Witness A"), ""),
    (HIDDEN("Former guard"), ""),
    (HIDDEN("Amina K."), ""),
    (HIDDEN("Témoin 3"), ""),
    (HIDDEN("Ilko Peresh", "named"), ""),
    (HIDDEN("Ilko Peresh", "pseudonym", "refused"), ""),
)
