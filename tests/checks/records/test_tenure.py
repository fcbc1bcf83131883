"""When a post was held: its dates against one another, its seats, its status, and what its holder held beside it."""

from __future__ import annotations

from tests.checks.given import Given, rows

RANGES = Given(
    "certain-beyond-possible",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles: [{id: r, person: p, title: Governor, dates: DATES}]
""",
    {"DATES": ""},
)
OPEN = Given(
    "open-role-without-as-of",
    """
case: {title: Example, as_of: CASE}
people: [{id: p, name: Mara Wolk}]
roles:
  - {id: r, person: p, title: Governor, ROLE}
  - {id: s, person: p, title: Chair, dates: 2015/2016}
allegations: [{id: a, title: A, statement: B., roles: [{role: CHARGED, responsibility: command}]}]
""",
    {"ROLE": "", "CASE": "2024-06-01", "CHARGED": "r"},
)
CURRENT = "dates: 2015/.., status: current, as_of: "
SEATED = Given(
    "role-dates-mismatch",
    """
case: {title: Example}
people: [{id: solvan, name: Ardel Solvan}, {id: merrik, name: Tove Merrik}]
bodies: [{id: council, name: Prison Council}]
positions: [{id: chair, title: Chair of the Prison Council, body: council}]
roles:
  - id: first
    person: solvan
    title: Chair of the Prison Council
    dates: ROLE
    seats: [{position: chair, dates: SEAT}]
    term: {body: council, number: 5th, dates: 2012-03/2017-02}
  - id: second
    person: merrik
    title: Member of the Prison Council
    dates: 2013/2016
    term: {body: council, number: NUMBER, dates: TERM}
""",
    {"SEAT": "2012/2018", "ROLE": "2012/2018", "TERM": "2012-03/2017-02", "NUMBER": "5th"},
)
TWICE = Given(
    "seat-held-twice-at-once",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
positions: [{id: x, title: Governor of North Prison}, {id: y, title: Chair of the Prison Board}]
roles:
  - {id: one, person: p, seats: [x], title: Governor, dates: 2015-01-01/2016-06-30}
  - {id: two, SECOND, title: Governor again}
""",
    {"SECOND": ""},
)
HOLDERS = Given(
    "two-holders-of-one-seat",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}, {id: q, name: Jon Tarn}]
positions: [{id: x, title: Chair, POST}]
roles:
  - {id: one, person: p, seats: [x], title: Chair, dates: 2015-01-01/2016-06-30}
  - {id: two, SECOND, seats: [x], title: Chair}
""",
    {"SECOND": "", "POST": "seats: 1"},
)
GAP = Given(
    "conduct-outside-tenure",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk}]
roles:
  - {id: one, person: p, title: Governor, dates: FIRST}
  - {id: two, person: p, title: Chair, dates: SECOND, status: unknown, as_of: 2020}
allegations: [{id: a, title: Beatings, statement: S., period: PERIOD, roles: [{role: one}, {role: two}]}]
""",
    {"FIRST": "2015-01/2016-03", "SECOND": "2017-02/2018-01", "PERIOD": "2015-06/2017-06"},
)

test_what_is_certain_lies_within_what_is_possible = rows(
    (RANGES("{stated: 2015/2017, certain: 2015-02/2016, possible: 2015-06/2017}"), "must fix"),
    (RANGES("{stated: 2015/2017, certain: 2015-08/2017, possible: 2015/2016}"), "must fix"),
    (RANGES("{stated: 2015/2017, certain: 2014/2016}"), "must fix"),
    (RANGES("{stated: 2015/2017, certain: 2015-02/2016, possible: 2014/2018}"), ""),
    (RANGES("{stated: 2015/2017, certain: 2014/2016, possible: ~2015/2017}"), ""),
    (RANGES("{stated: 2015/.., certain: 2015-02/2020}"), ""),
    (RANGES("{stated: 2015/2017, possible: 2016/2017}"), ""),
)
test_a_role_that_goes_on_needs_a_day_no_more_than_a_year_before_that_of_the_case = rows(
    (OPEN("dates: 2015/.."), "should fix"),
    (OPEN("dates: 2015/.., status: unknown"), "should fix"),
    (OPEN("dates: 2015/2016, status: current"), "should fix"),
    (OPEN("dates: ../2016"), ""),
    (OPEN(CURRENT + "2023-06-01", "2024-06-02"), "should fix"),
    (OPEN(CURRENT + "2023-06-01", "2024-06-01"), ""),
    (OPEN(CURRENT + "2023-05", "2024-06"), "should fix"),
    (OPEN(CURRENT + "2023-06", "2024-06"), ""),
    (OPEN(CURRENT + "2023", "2024"), ""),
    (OPEN(CURRENT + "2024-02-29", "2025-03-01"), "should fix"),
    (OPEN(CURRENT + "2023", "~2025-08"), "note"),
    (OPEN(CURRENT + "2023-06-01", "2024-06-02", "s"), "note"),
)
test_a_seat_lies_in_the_time_of_its_role_or_of_another_account_of_it = rows(
    (SEATED("2009/2011"), "should fix"),
    (SEATED("2019/.."), "should fix"),
    (SEATED("2011/2014"), "note"),
    (SEATED("2014/2019-05"), "note"),
    (SEATED("2018/.."), ""),
    (SEATED("~2009/~2011"), ""),
    (SEATED("2009/2011", "{stated: 2012/2018, other_accounts: [{dates: 2009/2018}]}"), "should fix"),
)
test_one_term_told_with_another_precision_and_another_term_are_left_alone = rows(
    (SEATED(TERM="2012/2017"), ""),
    (SEATED(TERM="2012-03/.."), ""),
    (SEATED(TERM="~2011/2017"), ""),
    (SEATED(TERM="2017-03/2022", NUMBER="6th"), ""),
)
test_one_person_holds_one_post_once_at_a_time = rows(
    (TWICE("person: p, seats: [x], dates: 2016-03-01/2018"), "should fix"),
    (TWICE("person: p, seats: [{position: x, dates: 2016-03-01/2018}], dates: 2014/2018"), "should fix"),
    (TWICE("person: p, seats: [x], dates: 2016-06-30/2018"), ""),
    (TWICE("person: p, seats: [x], dates: 2016/2018"), ""),
    (TWICE("person: p, seats: [x], dates: 2015-01-01/2016-06-30"), ""),
    (TWICE("person: p, seats: [x], acting: true, dates: 2016-03-01/2018"), ""),
    (TWICE("person: p, seats: [x], dates: ~2015/2018"), "cannot tell"),
    (TWICE("person: q, seats: [x], dates: 2016-03-01/2018"), ""),
)
test_one_seat_has_one_holder_but_on_the_day_of_handing_over = rows(
    (HOLDERS("person: q, dates: 2016-06-29/2018"), "should fix"),
    (HOLDERS("person: q, dates: 2016-06-30/2018"), ""),
    (HOLDERS("person: q, dates: 2016/2018"), ""),
    (HOLDERS("person: q, acting: true, dates: 2016-01-01/2018"), ""),
    (HOLDERS("person: q, dates: 2016-01-01/2018", "seats: 2"), ""),
    (HOLDERS("person: q, dates: 2016-01-01/2018", "rank: Colonel"), ""),
)
test_a_period_goes_on_while_one_of_its_roles_is_held = rows(
    (GAP("2015-01/2016-03"), "should fix"),
    (GAP("2015-01/2016-03-30", "2016-05-01/2018-01"), "should fix"),
    (GAP("2015-01/2016-03-30", "2016-04-01/2018-01"), ""),
    (GAP("2015-01/2016-03", "2016-04/2018-01"), ""),
    (GAP("2015-01/2016", "2016/2018-01"), ""),
    (GAP("{stated: 2015-01/2016-03, end_known: false}"), ""),
    (GAP("{stated: 2015-01/2016-03, possible: 2014/2017-01}"), ""),
    (GAP("{stated: 2015-01/2016-03, other_accounts: [{dates: 2015/2017}]}"), ""),
)
