"""Conduct against the posts of those charged, what bears responsibility, and when it could be known or punished."""

from __future__ import annotations

from tests.checks.given import Given, rows

CONDUCT = Given(
    "conduct-outside-tenure",
    """
case: {title: Example, as_of: 2025-08}
people: [{id: p, name: Mara Wolk}]
roles:
  - {id: r, person: p, title: Governor, dates: DATES, status: STATUS}
  - {id: s, person: p, title: Deputy, dates: SECOND}
events: [{id: riot, kind: incident, title: Riot, dates: 2019-02, context_only: CONTEXT}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., PERIOD,
     roles: [{role: r, responsibility: {label: command, GROUND}}, OTHER]}
""",
    {
        "PERIOD": "",
        "DATES": "2015-08/2017-04",
        "STATUS": "unknown",
        "GROUND": "",
        "OTHER": "",
        "SECOND": "2010",
        "CONTEXT": "false",
    },
)
CURRENT = "current, as_of: 2024-06-01"
PERSONS = Given(
    "conduct-outside-tenure",
    """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Ada Tarn}]
bodies: [{id: prison, name: North Prison}, {id: council, name: Council of Sol}]
positions:
  - {id: governor, title: Governor of North Prison, body: prison}
  - {id: member, title: Member of the Council, body: council}
roles:
  - {id: w, person: wolk, seats: [governor], title: Governor, dates: 2020-01-01/2022-04-30}
  - {id: t, person: tarn, seats: [SEAT], title: Member, dates: TENURE}
events:
  - {id: refusal, kind: act, title: Refusal at the gate, dates: 2022-05-16, lead_bodies: [BODY]}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2021-03-04/2022-06-20
    events: [refusal]
    roles: [{role: t, responsibility: command}, {role: w, responsibility: [{label: command, OWN}]}]
""",
    {"SEAT": "member", "TENURE": "2020-01-01/2025-01-14", "BODY": "prison", "OWN": ""},
)
FAILURE = Given(
    "no-time-to-punish",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
roles: [{id: r, person: p, title: Governor, dates: DATES, status: unknown, as_of: 2020}]
sources:
  - {id: early, type: personal_communication, title: Letter, issued: 2016-02-01, held: held}
  - {id: letter, type: personal_communication, title: Letter, issued: LETTER, held: held}
  - {id: report, type: report, title: Report, issued: 2019-05, held: held}
  - {id: talk, type: interview, title: Interview, issued: 2019-05, held: held}
  - {id: undated, type: personal_communication, title: Letter, held: held}
authorities: [{id: un, kind: general_allegation, name: General allegation, citation: UN, date: 2019-05}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: PERIOD
    roles: [{role: r, responsibility: {label: command, conduct: [CONDUCT]}}]
    evidence: [{source: early}, EVIDENCE]
""",
    {
        "DATES": "2015-08-01/2017-04-26",
        "PERIOD": "2017-04-24",
        "CONDUCT": "did_not_punish",
        "LETTER": "2018-02-01",
        "EVIDENCE": "",
    },
)
KNOWLEDGE = FAILURE.by("knowledge-after-failure")
PREVENT = {"CONDUCT": "knew_and_did_not_prevent", "PERIOD": "2016-03"}
PUNISH = {"PERIOD": "2016-03"}
KNEW = "{source: letter, elements: [knew]}"
TOLD = Given(
    "responsibility-mismatch",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2018, responsibility: [OWN]}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r, responsibility: [FIRST]}]}
  - {id: b, title: T, statement: S., roles: [{role: r, responsibility: [SECOND]}]}
""",
    {"OWN": "", "FIRST": "", "SECOND": ""},
)
ULTIMATE = "{label: command, grade: ultimate, over: operations abroad}"
MODE = Given(
    "mode-without-ground",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: 2015/2017}]
allegations:
  - {id: a, title: T, statement: S., provisions: [{instrument: rome-statute, provision: "PROVISION", MORE}],
     roles: [{role: r, responsibility: GROUNDS}]}
""",
    {"PROVISION": "28 (a)", "GROUNDS": "[]", "MORE": ""},
)

test_conduct_lies_within_a_role_surely_perhaps_or_not_at_all = rows(
    (CONDUCT("period: 2015-09/2017-03"), ""),
    (CONDUCT("period: 2019"), "must fix"),
    (CONDUCT("period: 2015-08-03"), "should fix"),
    (CONDUCT("period: 2017-04-30"), "should fix"),
    (CONDUCT("period: ~2017"), "should fix"),
    (CONDUCT("period: 2016", "2015-08/..", CURRENT), ""),
    (CONDUCT("period: 2025", "2015-08/..", CURRENT), "should fix"),
    (CONDUCT("period: 2017-03", "2016/2018", OTHER="{role: s}", SECOND="2017/2018"), "note"),
    (CONDUCT("period: 2019, pursued: false"), ""),
    (CONDUCT("events: [riot]"), "must fix"),
    (CONDUCT("events: [riot]", CONTEXT="true"), ""),
    (CONDUCT("made_by: X"), "cannot tell"),
    (CONDUCT("period: 1000/9999-12", "1000-01-02/9999-12-30"), ""),
)
test_a_month_of_which_a_role_covers_a_part_is_covered_and_a_day_is_not = rows(
    (CONDUCT("period: 2017-04/2018-05", "2017-04-10/2018-05-20"), ""),
    (CONDUCT("period: 2017-04/2018-05", "2017/2018"), ""),
    (CONDUCT("period: 2017-04-01/2017-04-30", "2017-04-10/2017-04-30"), "should fix"),
)
test_an_open_period_ends_on_the_day_of_the_case_and_a_ground_may_have_its_own = rows(
    (CONDUCT("period: 2017-04/..", "2017-04/2018-05"), "should fix"),
    (CONDUCT("period: 2015-08/2017-04", GROUND="period: 2015-08/2022-09"), "should fix"),
    (CONDUCT("period: 2015-08/2020", GROUND="period: 2015-08/2017-04"), "should fix"),
)
test_each_person_is_charged_by_their_own_posts = rows(
    (PERSONS(), "should fix, should fix"),
    (PERSONS("governor", "2022-05-01/2023-01-01"), ""),
    (PERSONS(BODY="council"), "should fix"),
    (PERSONS(OWN="period: 2021-03-04/2022-04-30"), ""),
)
test_who_is_to_punish_needs_time_for_it = rows(
    (FAILURE("2015-08-01/2017-04-24"), "should fix"),
    (FAILURE("2015-08-01/2017-05-01"), "should fix"),
    (FAILURE("2015-08-01/2017-05-02"), ""),
    (FAILURE("2015-08-01/2017"), ""),
    (FAILURE("2015-08-01/2017-03-26"), ""),
    (FAILURE("2015-08-01/2017-04-26", "2016-04/2017-04"), ""),
    (FAILURE("2017-04-20/2017-04-26", "2016-04/2017-04"), "should fix"),
    (FAILURE("{stated: 2015-08-01/2017-04-26, end_known: false}"), ""),
    (FAILURE("{stated: 2015-08-01/2017-04-26, other_accounts: [{dates: 2015/2018}]}"), ""),
    (FAILURE(CONDUCT="knew_and_did_not_prevent"), ""),
)
test_what_shows_knowledge_comes_before_the_failure = rows(
    (KNOWLEDGE(EVIDENCE=KNEW, LETTER="2016-05-01", **PREVENT), "should fix"),
    (KNOWLEDGE(EVIDENCE=KNEW, LETTER="2016-03-31", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=KNEW, LETTER="2016", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=KNEW, LETTER="~2018", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=KNEW.replace("knew", "should-have-known"), **PUNISH), "should fix"),
    (KNOWLEDGE(EVIDENCE=KNEW, LETTER="2016-05-01", **PUNISH), ""),
    (KNOWLEDGE(EVIDENCE=f"{KNEW}, {{source: early, elements: [knew]}}", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=f"{KNEW}, {{source: talk, elements: [knew]}}", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=f"{KNEW}, {{source: undated, elements: [knew]}}", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=f"{KNEW}, {{source: report, elements: [knew]}}", **PREVENT), "note"),
    (KNOWLEDGE(EVIDENCE="{source: un, elements: [disregarded-information]}", **PREVENT), "should fix"),
    (KNOWLEDGE(EVIDENCE="{source: letter, elements: [knew], against: true}", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE="{source: letter, elements: [knew], persons: [q]}", **PREVENT), ""),
    (KNOWLEDGE(EVIDENCE=KNEW, CONDUCT="ordered", PERIOD="2016-03"), ""),
)
test_one_role_is_told_one_way = rows(
    (TOLD("", "command", "oversight"), "should fix"),
    (TOLD("", "{label: command, grade: direct}", "{label: command, grade: ultimate}"), "should fix"),
    (TOLD("", "{label: command, grade: direct}", "command"), ""),
    (TOLD("", "{label: command, over: guards}", "{label: oversight, over: courts}"), ""),
    (TOLD("command, oversight", "command", "oversight"), ""),
    (TOLD("{label: command, over: thousands of operations}", "{label: oversight, over: all operations}"), "should fix"),
    (
        TOLD(
            "{label: command, over: operations, period: 2015/2016}",
            "{label: oversight, over: operations, period: 2018}",
        ),
        "",
    ),
    (TOLD("{label: command, over: guards on the second floor}", "{label: oversight, over: guards}"), ""),
)
test_grades_of_different_things_or_times_within_one_record_are_no_fault = rows(
    (TOLD(f"{ULTIMATE}, {ULTIMATE.replace('ultimate', 'direct')}"), "should fix"),
    (TOLD(f"{ULTIMATE}, {{label: command, grade: direct, over: the guards}}"), ""),
    (TOLD(f"{ULTIMATE}, {ULTIMATE.replace('ultimate', 'direct, alternative: true')}"), ""),
    (
        TOLD(
            f"{ULTIMATE.replace('ultimate', 'ultimate, period: 2015/2016')}, "
            f"{ULTIMATE.replace('ultimate', 'direct, period: 2017-06/2018')}"
        ),
        "",
    ),
)
test_the_responsibility_of_superiors_wants_such_a_ground = rows(
    (MODE("28 (a)", "{link: direct_superior, setting: military_or_like}"), ""),
    (MODE("28 (a)", "{link: direct_superior, setting: civilian}"), "should fix"),
    (MODE("28 (a)", "{link: supervising_body, setting: military_or_like}"), "should fix"),
    (MODE("28 (a)", "command"), "note"),
    (MODE("28 (a)", "[oversight, {label: command, setting: military_or_like}]"), ""),
    (MODE("28 (a)", "oversight", "contention: true"), ""),
    (MODE("28 (b)", "command"), ""),
    (MODE("28 (b)", "{label: command, setting: military_or_like}"), "should fix"),
    (MODE("28 (b)", "oversight"), "should fix"),
    (MODE("25(3)(b)", "oversight"), ""),
)
