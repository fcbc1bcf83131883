"""Command: the chain to who acted, on the day and for the whole time, circles of it, and what is no command."""

from __future__ import annotations

from tests.checks.given import Given, rows

CHAIN = Given(
    "no-command-to-the-unit",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: guard, name: Prison Guard}
  - {id: health, name: Ministry of Health}
  - {id: clinic, name: Clinic}
  - {id: north, name: North Prison, relations: [{kind: part_of, body: guard, dates: 2010/..}]}
positions: [{id: chair, title: Chair, body: board}]
roles: [{id: r, person: p, seats: [chair], title: Chair, dates: 2015/2017, responsibility: LABEL}]
commands: [RELATIONS]
events: [{id: e, title: Beatings, EVENT}]
allegations: [{id: a, title: Beatings, statement: Beaten., roles: [{role: r}], PERIOD, events: [e]}]
""",
    {"RELATIONS": "", "EVENT": "kind: incident, bodies: [north]", "LABEL": "command", "PERIOD": "period: 2016-03"},
)
CHAIR = "{id: z, superior: chair, subordinate: board, kind: command_de_jure, dates: 2010/2020}"
TO_GUARD = "{id: c, superior: board, subordinate: guard, kind: command_de_jure, dates: 2014/2020}"
OF_HEALTH = "{id: h, superior: health, subordinate: clinic, kind: administrative, dates: 2014/2020}"
LED = "kind: measure, lead_bodies: [clinic], bodies: [north]"
DAY = "dates: 2016-05-13, kind: incident, bodies: [north]"
MONTHS = "period: 2016-05-12/2016-06-03"
TIME = Given(
    "command-for-part-of-time",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: guard, name: Prison Guard}
  - {id: north, name: North Prison, relations: [{kind: part_of, body: guard, PART}]}
positions: [{id: chair, title: Chair, body: board}]
roles: [{id: r, person: p, seats: [chair], title: Chair, dates: HELD, responsibility: LABEL}]
commands: [{id: c, superior: board, subordinate: guard, kind: command_de_jure, dates: DATES}, MORE]
events: [{id: e, kind: incident, title: Beatings, bodies: [north], EVENT}]
allegations: [{id: a, title: Beatings, statement: Beaten., roles: [{role: r}], period: PERIOD, events: [e]}]
""",
    {
        "DATES": "2014/2016-06-30",
        "PERIOD": "2016-03-01/2016-12-31",
        "EVENT": "",
        "MORE": "",
        "HELD": "2015/2018",
        "PART": "",
        "LABEL": "command",
    },
)
AFTER = "{id: d, superior: board, subordinate: guard, kind: command_de_jure, dates: %s/..}"
CIRCLE = Given(
    "circle-of-command",
    """
case: {title: Example}
bodies: [{id: a, name: A, PART}, {id: b, name: B}, {id: c, name: C}]
commands: [{id: a-b, superior: a, subordinate: b, kind: command_de_jure, dates: 2014/2020}, SECOND]
""",
    {"SECOND": "", "PART": ""},
)
BACK = "{id: b-a, superior: b, subordinate: a, kind: command_de_jure, dates: %s}"
RIVAL = Given(
    "two-bodies-in-command",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies:
  - {id: board, name: Board}
  - {id: police, name: Police}
  - {id: ministry, name: Ministry}
  - {id: north, name: North Prison, relations: [{kind: control_moved_to, body: ministry, dates: MOVED}]}
positions:
  - {id: chair, title: Chair, body: board}
  - {id: head, title: Head of North Prison, body: north}
  - {id: minister, title: Minister, body: ministry}
roles: [{id: r, person: p, seats: [SEAT], title: T, dates: 2015/2018, responsibility: LABEL}]
commands: [{id: a, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/..}, SECOND]
events: [{id: e, kind: incident, title: E, bodies: [north]}]
allegations: [{id: x, title: T, statement: S., period: PERIOD, roles: [{role: r}], events: [e]}]
""",
    {"SECOND": "", "PERIOD": "2015/2017", "SEAT": "chair", "LABEL": "command", "MOVED": "2016-06"},
)
MOVED = RIVAL.by("control-moved-elsewhere")
SECOND = "{id: b, superior: police, subordinate: north, kind: command_de_jure, dates: 2015/2018}"
NO_COMMAND = Given(
    "oversight-as-command",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}]
roles:
  - {id: r, person: p, title: Chair, term: {body: board, number: "3"}, dates: 2015/2017, responsibility: GROUND}
allegations: [{id: a, title: Beatings, statement: Beaten., roles: [{role: r}], period: 2016-03}]
""",
    {"GROUND": ""},
)

test_a_chain_of_command_reaches_who_acted = rows(
    (CHAIN(f"{CHAIR}, {TO_GUARD}"), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '{stated: 2014/2015, certain: 2014/2020}')}"), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('command_de_jure', 'coordination')}"), "should fix"),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2014/2015')}"), "should fix"),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2016-04/..')}"), "should fix"),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2014/2020, inferred: true')}"), "should fix"),
    (CHAIN(f"{CHAIR}, {TO_GUARD}", PERIOD="pursued: true"), ""),
    (CHAIN(""), "note"),
    (CHAIN("", LABEL="oversight"), ""),
    (CHAIN("", EVENT="kind: reform, bodies: [north]"), ""),
)
test_the_chain_stood_on_the_day_of_the_act = rows(
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2016-05-13/..')}", DAY, PERIOD=MONTHS), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2014/2016-05-13')}", DAY, PERIOD=MONTHS), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD.replace('2014/2020', '2016-06-01/..')}", DAY, PERIOD=MONTHS), "should fix"),
)
test_a_post_is_not_told_to_command_the_body_that_it_is_in = rows(
    (CHAIN(TO_GUARD), "note"),
    (CHAIN(TO_GUARD.replace("superior: board", "superior: chair")), ""),
    (CHAIN(f"{CHAIR.replace('command_de_jure', 'administrative')}, {TO_GUARD}"), "should fix"),
    (CHAIN(f"{CHAIR.replace('2010/2020', '2017/2020')}, {TO_GUARD}"), "should fix"),
)
test_an_event_led_by_a_body_under_another_is_found_though_the_unit_took_part = rows(
    (CHAIN(f"{CHAIR}, {TO_GUARD}, {OF_HEALTH}", LED), "should fix"),
    (CHAIN(f"{CHAIR}, {TO_GUARD}, {OF_HEALTH}", "kind: measure, bodies: [clinic, north]"), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD}, {OF_HEALTH}", "kind: measure, lead_bodies: [north, clinic]"), ""),
    (CHAIN(f"{CHAIR}, {TO_GUARD}", LED), ""),
)
test_command_is_alleged_for_the_time_of_its_chain = rows(
    (TIME("2014/2020"), ""),
    (TIME("2014/2016-06-30"), "should fix"),
    (TIME("2016-06-30/.."), "should fix"),
    (TIME("2014/2016-06-30", "2016-03-01/2016-06-30"), ""),
    (TIME("2014/2016-06-30", EVENT="dates: 2016-03-01/2016-05-01"), ""),
    (TIME("2014/2016-06-30", HELD="2015/2016-06-30"), ""),
    (TIME("2014/2016-06-30", MORE=AFTER % "2016-07-01"), ""),
    (TIME("2014/2016-06-30", MORE=AFTER % "2016-07-02"), "should fix"),
    (TIME("{stated: 2014/2016-06-30, end_known: false}"), ""),
    (TIME("{stated: 2014/2016-06-30, possible: 2014/2017}"), ""),
    (TIME("2014/2020", PART="dates: 2016-05-01/.."), "should fix"),
    (TIME("2014/2016-06-30", "2016-03-01/.."), ""),
    (TIME("2014/2016-06-30", LABEL="oversight"), ""),
)
test_nobody_commands_who_commands_them_at_one_time = rows(
    (CIRCLE(BACK % "2016-01-01/2016-03-01"), "should fix"),
    (CIRCLE("{id: b-a, superior: b, subordinate: a, kind: command_de_jure}"), "should fix"),
    (CIRCLE(BACK % "{stated: 2010/2014, certain: 2014-01-01/2015-06-30}"), "should fix"),
    (CIRCLE(BACK % "2010/2014"), ""),
    (CIRCLE(BACK % "~2016/2018"), ""),
    (CIRCLE(BACK % "2014/2020, inferred: true"), ""),
    (CIRCLE((BACK % "2014/2020").replace("command_de_jure", "oversight")), ""),
    (CIRCLE(PART="relations: [{kind: part_of, body: b}]"), ""),
    (
        CIRCLE(
            "{id: b-c, superior: b, subordinate: c, kind: command_de_jure, dates: 2014/2016}, "
            "{id: c-a, superior: c, subordinate: a, kind: command_de_jure, dates: 2018/2020}"
        ),
        "",
    ),
)
test_one_body_is_in_command_of_one_that_acted = rows(
    (RIVAL(SECOND), "should fix"),
    (RIVAL(SECOND.replace("command_de_jure", "command_de_facto")), ""),
    (RIVAL(SECOND.replace("2015/2018", "2011/2014")), ""),
    (RIVAL(SECOND.replace(", dates: 2015/2018", "")), ""),
    (RIVAL(SECOND.replace("superior: police", "superior: head")), ""),
    (RIVAL(SECOND.replace("superior: police", "superior: chair")), ""),
)
test_command_is_not_charged_after_control_moved = rows(
    (MOVED(PERIOD="2015-08/2016-07"), "should fix"),
    (MOVED(PERIOD="2016-08"), "should fix"),
    (MOVED(PERIOD="2015/.."), "should fix"),
    (MOVED(PERIOD="2015-08/2016-06"), ""),
    (MOVED(PERIOD="2016"), ""),
    (MOVED(SEAT="minister"), ""),
    (MOVED(LABEL="oversight"), ""),
    (MOVED(MOVED="~2016"), ""),
)
test_membership_and_supervision_are_no_command = rows(
    (NO_COMMAND("{label: command, link: supervising_body}"), "should fix"),
    (NO_COMMAND("{label: command, link: author_or_promoter}"), "should fix"),
    (NO_COMMAND("command"), "should fix"),
    (NO_COMMAND("{label: command, link: direct_superior}"), ""),
    (NO_COMMAND("{link: member_of_deciding_body}"), ""),
    (NO_COMMAND("oversight"), ""),
)
