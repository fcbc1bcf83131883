"""Bodies and their posts: what they did before they were founded, their beginnings, their parts, and their titles."""

from __future__ import annotations

from tests.checks.given import Given, rows

HELD = Given(
    "role-outside-life-of-post",
    """
case: {title: Example}
people: [{id: p, name: Mara Wolk, death: DEATH}]
bodies: [{id: b, name: Prison Board, founded: 2015-05, dissolved: 2018}, {id: c, name: Council}]
positions: [{id: x, title: Chair of the Prison Board, body: b}]
roles: [{id: r, person: p, title: Chair, ROLE}]
""",
    {"ROLE": "", "DEATH": "2030"},
)
IN_COUNCIL = 'dates: 2015/2019-05, term: {body: c, number: "3", dates: 2015/2018}'
LIVING = Given(
    "body-outside-its-life",
    """
case: {title: Example}
bodies: [{id: office, name: Office, founded: 2014-06, dissolved: 2018-03}, {id: unit, name: Unit}]
events: [{id: e, kind: incident, title: E, dates: EVENT, lead_bodies: [office]}]
commands: [{id: c, superior: unit, subordinate: office, kind: oversight, dates: RELATION}]
""",
    {"EVENT": "2016", "RELATION": "2015/2016"},
)
BEGUN = Given(
    "beginning-mismatch",
    """
case: {title: Example}
bodies:
  - {id: office, name: Office, founded: 2015-01, relations: [RELATION]}
  - {id: board, name: Prison Board}
positions: [{id: head, title: Head of the Office, body: office, created: CREATED}]
""",
    {"RELATION": "", "CREATED": "2015-01"},
)
PARTS = Given(
    "part-outside-whole",
    """
case: {title: Example}
events:
  - {id: whole, kind: operation, title: Clean Yard, dates: WHOLE}
  - {id: part, kind: operation, title: Night, dates: PART, part_of: [whole]}
bodies:
  - {id: board, name: Prison Board, ABOVE}
  - {id: north, name: North Prison, BELOW, relations: [{kind: KIND, body: board, DATES}]}
""",
    {
        "WHOLE": "2016-03/2016-09",
        "PART": "2016-05",
        "ABOVE": "founded: 2010",
        "BELOW": "founded: 2014",
        "DATES": "",
        "KIND": "part_of",
    },
)
TITLE = Given(
    "post-without-body",
    """
case: {title: Example, state: Kelvandra}
bodies: [{id: prison, name: North Prison, kind: prison}]
positions: [{id: p, POST}]
""",
    {"POST": ""},
)

test_a_post_is_held_while_its_body_and_its_holder_live = rows(
    (HELD("seats: [x], dates: 2015/2018"), ""),
    (HELD("seats: [x], dates: ~2014/2017"), ""),
    (HELD("seats: [x], dates: 2015-04/2017"), "must fix"),
    (HELD("seats: [x], dates: 2016/2019-01"), "must fix"),
    (HELD("seats: [x], dates: 2016/.., status: current, as_of: 2018-12"), ""),
    (HELD("seats: [x], dates: 2016/.., status: current, as_of: 2019-02"), "must fix"),
    (HELD("dates: 2016/2019-05", "2019-03"), "must fix"),
    (HELD(IN_COUNCIL), "should fix"),
)
test_a_body_does_not_act_before_it_was_founded_or_after_it_was_dissolved = rows(
    (LIVING("2014-05"), "should fix"),
    (LIVING("2018-04-01/.."), "should fix"),
    (LIVING("2016", "2010/2013"), "should fix"),
    (LIVING("2014"), ""),
    (LIVING("~2012"), ""),
    (LIVING("2018"), ""),
)
test_a_beginning_is_dated_once = rows(
    (BEGUN(RELATION="{kind: established_by, body: board, dates: 2014}"), "should fix"),
    (BEGUN(CREATED="2014-07"), "should fix"),
    (BEGUN(CREATED="~2014"), ""),
    (BEGUN(CREATED="2014-07", RELATION="{kind: successor_of, body: board}"), ""),
)
test_a_part_lies_within_the_time_of_its_whole = rows(
    (PARTS("2016-03/2016-09", "2016"), ""),
    (PARTS("2016-03/..", "2020"), ""),
    (PARTS("~2016/2017", "2015/2017"), ""),
    (PARTS("2016-03/2016-09", "2015-03-04"), "should fix"),
    (PARTS("2016-03/2016-09", "2016-10-01"), "should fix"),
    (PARTS("2016-03/2016-09", "2016-02-29/2016-05"), "note"),
    (PARTS("2016-03/2016-09", "2016-05/2016-10-01"), "note"),
    (PARTS("2016-03/2016-09", "2016-05/.."), ""),
    (PARTS(ABOVE="founded: 2015"), "note"),
    (PARTS(ABOVE="founded: 2015", KIND="member_of"), ""),
    (PARTS(ABOVE="founded: 2015", BELOW="founded: 2015-06"), ""),
    (PARTS(ABOVE="founded: 2015", DATES="dates: 2016/.."), ""),
    (PARTS(ABOVE="founded: 2015", DATES="dates: 2014/.."), "should fix"),
    (PARTS(DATES="dates: 2013/.."), "should fix"),
    (PARTS(ABOVE="dissolved: 2018", BELOW="dissolved: 2019"), "note"),
    (PARTS(ABOVE="dissolved: 2018", DATES="dates: 2014/2019"), "should fix"),
    (PARTS(ABOVE="dissolved: 2018", DATES="dates: 2014/.."), ""),
)
test_a_title_stands_alone_only_with_its_body_or_country = rows(
    (TITLE("title: Deputy Director"), "should fix"),
    (TITLE("title: Deputy Director, body: prison"), ""),
    (TITLE("title: Deputy Director of North Prison"), ""),
    (TITLE("title: Kelvandra’s ambassador"), ""),
    (TITLE("title: North Prison Director"), ""),
    (TITLE('title: "Counselor, Information Department"'), ""),
)
