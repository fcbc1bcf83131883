"""Judgments and laws: what they can show, their age, what their record says of them, and what they hold."""

from __future__ import annotations

from tests.checks.given import Given, rows

LATER = Given(
    "authority-later-than-conduct",
    """
case: {title: Example}
authorities: [{id: ruling, kind: judgment, name: R, citation: R, date: DATE}]
events:
  - {id: early, kind: incident, title: E, dates: 2021-03}
  - {id: late, kind: incident, title: L, dates: 2022-11}
  - {id: open, kind: incident, title: O}
allegations: [{id: a, title: T, statement: S., PERIOD, evidence: [{source: ruling, supports: it, ITEM}]}]
""",
    {"DATE": "2022-10-06", "PERIOD": "period: 2021-03/2022-09", "ITEM": "elements: [knew]"},
)
FORM = Given(
    "authority-form-incomplete",
    """
case: {title: Example}
sources: [{id: printed, type: report, title: Pol, held: held}]
authorities: [{id: pol, name: Pol v State, FIELDS}]
""",
    {"FIELDS": ""},
)
TOLD = Given(
    "authority-mismatch",
    """
case: {title: Example}
authorities:
  - {id: pol, kind: judgment, name: Pol v State, citation: "CITATION", court: Court of Review of Sol (First Chamber),
     number: 112/2022, date: 2023-03-07}
""",
    {
        "CITATION": "*Pol v State*, no 112/2022, Court of Review of Sol, 7 March 2023",
    },
)
BASIS = Given(
    "rule-later-than-use",
    """
case: {title: Example}
events: [{id: e, kind: measure, title: E, dates: DATES, legal_basis: "BASIS"}]
""",
    {"DATES": "2015/2018", "BASIS": ""},
)
CITED = Given(
    "basis-cited-elsewhere",
    """
case: {title: Example}
bodies: [{id: a, name: Battalion}, {id: b, name: Centre}]
sources: [{id: order, title: Service Order 6}, {id: law, title: Law on Public Order}]
authorities:
  - id: directive
    kind: statute
    name: Directive 17 of the Council
    short: Directive 17
    citation: Directive 17
    clauses: [{id: place, number: 5, text: Not disclosed.}, {id: coercion, number: 12, text: Not permitted.}]
commands: [{id: c, superior: a, subordinate: b, kind: command_de_jure, legal_basis: "BASIS", citations: [CITED]}]
""",
    {"BASIS": "", "CITED": ""},
)
RULE = Given(
    "rule-later-than-use",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
sources:
  - {id: act, type: legislation, title: Prison Act, issued: ACT, held: held}
  - {id: old-act, type: legislation, title: Old Prison Act, issued: 2010, held: held}
  - {id: undated, type: legislation, title: Order, held: held}
  - {id: report, type: report, title: Report, issued: 2018-05-01, held: held}
authorities: [{id: judgment, kind: judgment, name: A v B, citation: A v B, date: 2018-05-01}]
RECORD
""",
    {"RECORD": "", "ACT": "2018-05-01"},
)
COMMAND = "commands: [{id: c, superior: board, subordinate: north, kind: command_de_jure, dates: %s, citations: [%s]}]"
EVENT = "events: [{id: e, kind: %s, title: Custody, dates: 2014/2017, citations: [act]}]"
ROLE = "roles: [{id: r, person: p, title: Chair, dates: 2014/2017, responsibility: [{%s, citations: [act]}]}]"
PURSUED = """
roles: [{id: r, person: p, title: Chair, dates: 2014/2020}]
allegations:
  - {id: a, title: T, statement: S., period: 2016,
     roles: [{role: r, responsibility: {label: command, citations: [act, report]}}]}
"""
UNREAD = Given(
    "unverified-rule",
    """
case: {title: Example}
authorities:
  - {id: tarn, kind: KIND, name: Tarn, citation: Tarn, holdings: [{id: h, text: No transfer., verified: VERIFIED}]}
""",
    {"KIND": "judgment", "VERIFIED": "true"},
)

test_a_later_authority_shows_no_knowledge_of_then = rows(
    (LATER("2022-10-06"), "note"),
    (LATER("2022-09-30"), ""),
    (LATER("2022"), ""),
    (LATER("~2024"), ""),
    (LATER(ITEM="elements: [severe-pain]"), ""),
    (LATER(ITEM="elements: [knew], against: true"), ""),
    (LATER(PERIOD="period: 2021/.."), ""),
    (LATER("2023-01", "events: [early, late]"), "note"),
    (LATER("2022-10-06", "events: [early, late]"), ""),
    (LATER("2023-01", "events: [early, open]"), ""),
)
test_one_of_several_fields_is_enough_to_cite_an_authority = rows(
    (FORM("kind: judgment, form: england_case, neutral_citation: '[2008] UKHL 13'"), ""),
    (FORM("kind: judgment, form: eu_case, number: C-1/08, date: 2008-02-01"), ""),
    (FORM("kind: judgment, court: Court of Review, date: 2023-03-07"), ""),
    (FORM("kind: judgment, citation: Pol v State"), ""),
    (FORM("kind: judgment, date: 2023-03-07"), "should fix"),
    (FORM("kind: un_report, source: printed, symbol: A/HRC/45/13"), ""),
    (FORM("kind: un_report, source: printed"), "should fix"),
)
test_a_citation_that_may_be_of_the_record_is_left_alone = rows(
    (TOLD("*Pol v State*, no 112/2022, Court of Review of Sol, 17 March 2023"), "should fix"),
    (TOLD("*Pol v State*, no 121/2022, Court of Review of Sol, 7 March 2023"), "should fix"),
    (TOLD("*Pol v State*, no 112/2022, Court of Appeal of Sol, 7 March 2023"), "should fix"),
    (TOLD("*Pol v State* (Court of Review of Sol, 2023)"), ""),
    (TOLD("*Pol v State* [2021] 1 SLR 12"), ""),
    (TOLD("*Pol v State*, nos 111/2022 and 112/2022, 7 March 2023, published on 9 May 2024"), ""),
    (TOLD("*Pol v State*, on appeal from the Supreme Court, Court of Review of Sol, 7 March 2023"), ""),
)
test_a_law_is_no_younger_than_what_rests_on_it = rows(
    (BASIS("2015/2018", "Law on Public Order of 2017"), "should fix"),
    (BASIS("2015/2018", "Law on Public Order of 2015"), ""),
    (BASIS("2015/2018", "Law of 2014, as amended in 2017"), ""),
    (BASIS("~2015/2018", "Law of 2017"), ""),
    (BASIS("../2018", "Law of 2017"), ""),
    (BASIS("2015/2018", "Code on Custody (as amended in 2010) and Law of 2017"), ""),
)
test_a_basis_that_is_cited_or_cannot_be_compared_passes = rows(
    (CITED("Law on Public Order of 2015, art 9", "'law, art 8'"), "should fix"),
    (CITED("Law on Public Order of 2015, art 9", "'law, p. 3'"), ""),
    (CITED("Service Order 6, para 4", "'order, paras 2-4'"), ""),
    (CITED("Law on Public Order, art 33", "'law, art 9', 'order, art 33'"), ""),
    (CITED("Directive 17, clauses 5 to 12", "'directive, cl 9'"), ""),
)
test_a_rule_is_as_old_as_what_it_is_cited_for = rows(
    (RULE(COMMAND % ("2014/2017", "act")), "should fix"),
    (RULE(COMMAND % ("2014/2018-05-01", "act")), "note"),
    (RULE(COMMAND % ("2014/..", "act")), "note"),
    (RULE(COMMAND % ("2014/..", "act, report")), ""),
    (RULE(COMMAND % ("2014/2017", "act, old-act")), ""),
    (RULE(COMMAND % ("2014/2017", "act, undated")), ""),
    (RULE(COMMAND % ("2014/2017", "judgment")), ""),
    (RULE(COMMAND % ("2014/2017", "act"), "~2018"), ""),
    (RULE(EVENT % "measure"), "should fix"),
    (RULE(EVENT % "reform"), ""),
    (RULE(ROLE % "label: command"), "should fix"),
    (RULE(ROLE % "link: author_or_promoter"), ""),
    (RULE(ROLE % "label: oversight, conduct: [made_policy]"), ""),
    (RULE(PURSUED, "2018"), "note"),
    (RULE(PURSUED, "2016-05"), ""),
    (RULE(PURSUED, "2021"), "should fix"),
)
test_what_a_judgment_holds_is_read_in_it = rows(
    (UNREAD(), ""),
    (UNREAD(VERIFIED="false"), "note"),
    (UNREAD(VERIFIED="false", KIND="un_report"), ""),
)
