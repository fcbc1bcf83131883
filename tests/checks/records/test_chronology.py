"""Dates against the day of the case, the period of an allegation, and what the record cites."""

from __future__ import annotations

from tests.checks.given import Given, rows

DATED = Given(
    "dated-after-case",
    "case: {title: Example, DAY}\npeople: [{id: p, name: Mara Wolk, death: DEATH}]\nRECORD\n",
    {"RECORD": "", "DAY": "as_of: 2024-06-30", "DEATH": "2024-01"},
)
LATER = (
    "roles: [{id: r, person: p, title: Governor, dates: 2024-07/..}]",
    "roles: [{id: r, person: p, title: Governor, dates: 2020/.., status: current, as_of: 2024-07}]",
    "events: [{id: e, kind: act, title: Arrest, dates: 2024-07}]",
    "allegations: [{id: a, title: Arrest, statement: S., period: 2024-07}]",
    "allegations: [{id: a, title: Arrest, statement: S., answer: {asked: true, on: 2024-07}}]",
    "sources: [{id: s, title: Report, accessed: 2024-07}]",
    "authorities: [{id: j, kind: judgment, name: A v B, citation: A v B, date: 2024-07}]",
    "quotations: [{id: q, speaker: {person: p}, text: Go on., date: 2024-07}]",
    "exhibits: [{id: x, mark: AB/1, description: Letter, date: 2024-07}]",
    "consents: [{id: c, person: p, obtained_on: 2024-07}]",
    "statements: [{id: s, person: p, kind: witness, signed_on: 2024-07}]",
    "statements: [{id: s, person: p, kind: witness, translation: {translator: T, certified_on: 2024-07}}]",
)
SEARCH = "listings: [{id: x, person: p, authority: Ruritania, found: false, searched_on: 2024-07}]"
SIGNED = "statements: [{id: s, person: p, kind: witness, signed_on: 2024-07}]"
BEFORE_FILING = (
    "filings: [{id: f, forum: support-statement, statement: s, date: 2024-06-01}, "
    "{id: g, forum: uk-ghr, date: 2024-08}]"
)
EVENT = Given(
    "event-outside-period",
    """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}]
roles: [{id: head, person: solvan, title: Head of North Prison, dates: 2010/2020}]
events: [{id: raid, kind: KIND, title: Raid on the docks, dates: DATES, context_only: CONTEXT}]
allegations:
  - {id: raids, title: Raids, statement: Homes were raided., events: [raid], PERIOD,
     roles: [{role: head, responsibility: [{link: direct_superior, stated: He ordered them, GROUND}]}]}
""",
    {"DATES": "2014-05-03", "GROUND": "", "KIND": "incident", "CONTEXT": "false", "PERIOD": "period: 2016-01/2016-06"},
)
FAILURE = "period: 2016-01/2016-06, conduct: [did_not_punish]"
CHARGED = Given(
    "charged-event-undated",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017}]
events: [{id: e, title: Transfer, EVENT}, {id: op, kind: operation, title: Sweep, WHOLE}]
allegations: [{id: a, title: T, statement: S., events: [e], ALLEGATION}]
""",
    {"EVENT": "kind: act, part_of: [op]", "WHOLE": "", "ALLEGATION": "roles: [{role: r}]"},
)
AS_OF = Given(
    "as-of-older-than-source",
    """
case: {title: Example, as_of: CASE}
people: [{id: p, name: Mara Wolk}]
sources: [{id: old, issued: 2022-03-01}, {id: new, issued: 2023-11-14}, {id: s, issued: 2024-02}]
roles: [{id: r, person: p, title: Chair, dates: 2015/.., ROLE, citations: [s]}]
narrative: [{id: n, title: Section, HEAD, text: "It was so [@CITED, p. 4]."}]
""",
    {"HEAD": "order: 1", "CITED": "new", "ROLE": "status: current, as_of: 2024-02", "CASE": "2024-03-01"},
)
PRECISE = Given(
    "date-made-precise",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
positions: [{id: x, title: Governor}]
sources: [{id: s}, {id: t}]
roles: [{id: r, person: p, title: Governor, dates: {DATES}, MORE}]
""",
    {"DATES": "", "MORE": ""},
)
NUMBER = Given(
    "number-from-another-time",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
sources: [{id: s, title: Report, held: held}]
roles: [{id: r, person: p, title: Governor, dates: 2015-08/2017-04}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    period: COVERS
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: number, heading: Returns}]
figures:
  - {id: all, title: Returns, operation: sum, of: [{dataset: returns, column: number}], period: COVERS, FIGURE}
events: [{id: e, kind: incident, title: Beatings, dates: TIME, EVENT}]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., period: TIME, ALLEGED}]
""",
    {"COVERS": "2017", "ALLEGED": "", "EVENT": "", "FIGURE": "", "TIME": "2016-03/2016-06"},
    {"data/returns.csv": "year,number\nCOVERS,1\n"},
)
AFFECTED = "affected: {count: {value: 21, period: %s}}"
TABLE = "evidence: [{source: s, datasets: [returns]}]"
PARTICULARS = "particulars: \"There were {{ figure('all').number }} returns.\""
COUNT = "count: {value: 21, period: %s}"
ANSWERED = Given(
    "dates-out-of-order",
    "case: {title: Example}\nsteps: [{id: s, what: Complaint, date: DATE, answer: ANSWER}]\n",
    {"DATE": "2022-05-18", "ANSWER": ""},
)
CIRCLE = Given("circle-of-records", "case: {title: Example}\nRECORDS\n", {"RECORDS": ""})
BODIES = (
    "bodies: [{id: a, name: A, relations: [{kind: %s, body: b}]}, {id: b, name: B, relations: [{kind: %s, body: a}]}]"
)

test_each_kind_of_record_is_held_against_the_day_of_the_case = rows(
    *((DATED(record), "should fix") for record in LATER),
    (DATED(DEATH="2024-07"), "should fix"),
)
test_what_may_be_of_the_day_of_the_case_or_lies_ahead_by_its_nature_is_left_alone = rows(
    (DATED(SEARCH, "as_of: 2024-07-01"), ""),
    (DATED(SEARCH, "as_of: 2024"), ""),
    (DATED(SEARCH, "as_of: ~2024-01"), ""),
    (DATED(SEARCH, "language: en-GB"), ""),
    (DATED(SEARCH, "as_of: 2024-06-30, filings: [{id: f, forum: uk-ghr, date: 2024-08-01}]"), ""),
    (DATED(SIGNED, f"as_of: 2024-06-30, {BEFORE_FILING}"), "should fix"),
    (DATED("authorities: [{id: j, kind: judgment, name: A v B, citation: A v B, read_on: 2024-07}]"), ""),
    (DATED("steps: [{id: s, what: Hearing, date: 2024-07, pending: true}]"), ""),
)
test_an_event_lies_in_the_period_unless_it_surely_does_not = rows(
    (EVENT("2016-06/.."), ""),
    (EVENT("../2016-02"), ""),
    (EVENT("~2014"), ""),
    (EVENT("2014/.."), ""),
    (EVENT("2014-05-03"), "should fix"),
    (EVENT("../2015"), "should fix"),
    (EVENT("2016-07/.."), "should fix"),
    (EVENT("2014", KIND="reform"), "note"),
    (EVENT(CONTEXT="true"), ""),
    (EVENT(GROUND="period: 2014"), ""),
    (EVENT(PERIOD="pursued: true"), "cannot tell"),
)
test_what_was_not_punished_is_earlier_than_the_failure = rows(
    (EVENT("2014-05-03", FAILURE), ""),
    (EVENT("2017-05-03", FAILURE), "should fix"),
)
test_an_event_that_is_charged_to_a_role_has_a_date_or_is_part_of_what_lies_in_the_tenure = rows(
    (CHARGED("kind: incident"), "should fix"),
    (CHARGED("kind: measure"), ""),
    (CHARGED("kind: incident, dates: 2015/2017"), ""),
    (CHARGED("kind: incident, context_only: true"), ""),
    (CHARGED("kind: incident", ALLEGATION="roles: [{role: r}], pursued: false"), ""),
    (CHARGED("kind: incident", ALLEGATION="roles: []"), ""),
    (CHARGED(WHOLE="dates: 2016-02/2016-03"), "note"),
    (CHARGED(WHOLE="dates: 2014/2016"), "should fix"),
    (CHARGED(WHOLE="dates: 2016-02/.."), "should fix"),
    (CHARGED(WHOLE="part_of: [e]"), "should fix"),
)
test_an_as_of_date_is_no_older_than_what_it_cites = rows(
    (AS_OF("as_of: 2022-07-29"), "should fix"),
    (AS_OF("as_of: 2022-07-29, citations: [new]", "old"), "should fix"),
    (AS_OF("as_of: 2023-11-14"), ""),
    (AS_OF("as_of: 2023"), ""),
    (AS_OF("as_of: ~2023-01"), ""),
    (AS_OF("as_of: 2022-07-29", "old"), ""),
    (AS_OF(ROLE="status: current, as_of: 2023"), "should fix"),
    (AS_OF(ROLE="status: ended, as_of: 2023"), ""),
)
test_certain_days_are_those_that_an_account_makes_sure_of = rows(
    (PRECISE("stated: 2015/2017, certain: 2015-03-01/2017-01-01"), "should fix"),
    (PRECISE("stated: 2015/2017, certain: 2015-12-31/2017-08-31"), "should fix"),
    (PRECISE("stated: 2015/2017, certain: 2015-12-31/2017-01-01"), ""),
    (PRECISE("stated: 2015-03-01/2017-08-31, certain: 2015-03-01/2017-08-31"), ""),
    (PRECISE("stated: 2015/2017, certain: 2015-03-01/2017-01, other_accounts: [{dates: 2015-03-01/2017-03}]"), ""),
    (PRECISE("stated: 2015-03-01/.., certain: 2015-03-01/2016-05", "status: current, as_of: 2016-05"), ""),
    (PRECISE("stated: 2015-03-01/.., certain: 2015-03-01/2016-06", "status: current, as_of: 2016-05"), "should fix"),
    (PRECISE("stated: 2015/2017, certain: 2015-03-01/2016", "citations: [s, 's, p. 4']"), "should fix"),
    (PRECISE("stated: 2015/2017, certain: 2015-03-01/2016", "citations: [s, t]"), "note"),
)
test_a_number_covers_the_time_that_it_is_given_for = rows(
    (NUMBER("2015", AFFECTED % "2015"), "should fix"),
    (NUMBER("2016", AFFECTED % "2016"), ""),
    (NUMBER("2016", AFFECTED % "2015-12/2016-06"), "note"),
    (NUMBER("2016", AFFECTED % "~2017"), ""),
    (NUMBER("2018", AFFECTED % "2018", TIME="2016-03/.."), ""),
    (NUMBER("2017", AFFECTED % "2017" + ", pursued: false"), ""),
    (NUMBER("2017", TABLE), "should fix"),
    (NUMBER("2014/2018", TABLE), ""),
    (NUMBER("2017", PARTICULARS), "note"),
    (NUMBER("2014/2018", PARTICULARS), ""),
    (NUMBER("2016", "", COUNT % "2017"), "should fix"),
    (NUMBER("2016", "", COUNT % "2016-02-01/2016-06"), "note"),
    (NUMBER("2016", "", COUNT % "2016-04"), ""),
    (NUMBER("2018", FIGURE="ascribed_to: [r]"), "should fix"),
    (NUMBER("2014/2018", FIGURE="ascribed_to: [r]"), ""),
)
test_an_answer_is_no_older_than_its_step = rows(
    (ANSWERED("2022-05-18", "Returned on 1 May 2022"), "should fix"),
    (ANSWERED("2022-05-18", "Returned on 18 May 2022"), ""),
    (ANSWERED("2022-05", "Returned on 1 May 2022"), ""),
    (ANSWERED("~2022-06", "Returned on 1 May 2022"), ""),
    (ANSWERED("2022-05-18", "By letter of 1 May 2022 and of 3 June 2022"), ""),
)
test_records_do_not_lead_back_to_themselves = rows(
    (CIRCLE("events: [{id: a, kind: incident, title: E, part_of: [a]}]"), "should fix"),
    (CIRCLE(BODIES % ("predecessor_of", "predecessor_of")), "should fix"),
    (CIRCLE(BODIES % ("predecessor_of", "successor_of")), ""),
    (CIRCLE("sources: [{id: a, held: cited_in, cited_in: b}, {id: b, held: cited_in, cited_in: a}]"), "should fix"),
)
