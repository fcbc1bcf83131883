"""Totals and shares: what rows add up to, what is counted twice, and what a part is of its whole."""

from __future__ import annotations

from tests.checks.given import Given, rows

TOTAL = Given(
    "declared-total-differs",
    """
case: {title: Example}
datasets:
  - id: t
    title: T
    file: t.csv
    columns: [{key: place, heading: Place, type: text, COVERS}, {key: n, heading: N}, {key: m, heading: M, TYPE}]
    totals: [{column: COLUMN, value: "TOTAL"}]
    inclusions: [INCLUDED]
figures: [{id: f, title: F, operation: OPERATION, of: [FIRST, SECOND], FIGURE}]
""",
    {
        "ROWS": "town,30,\ncountry,100,\n",
        "TOTAL": "100",
        "INCLUDED": "{rows: [town], included_in: country, how: HOW}",
        "HOW": "wholly",
        "COLUMN": "n",
        "OPERATION": "sum",
        "FIRST": "{dataset: t, column: n}",
        "SECOND": "",
        "FIGURE": "",
        "TYPE": "",
        "COVERS": "",
    },
    {"t.csv": "place,n,m\nROWS"},
)
TWICE = TOTAL.by("total-counts-twice")
FIGURE_TWICE = TOTAL.by("figure-counts-twice")
HUNDRED = TOTAL.by("percentages-not-100")
BASE = TOTAL.by("percentage-on-wrong-base")
SHARE = TOTAL.by("share-beyond-whole")
CONSTANT = TOTAL.by("column-is-constant-share")
TERRITORY = TOTAL.by("wider-than-rows")
TOWN, COUNTRY = (f"{{dataset: t, column: n, rows: [{place}]}}" for place in ("town", "country"))
COUNTED = Given(
    "more-persons-than-counted",
    """
case: {title: Example}
people: [{id: a, name: A}, {id: b, name: B}]
events: [{id: e, kind: incident, title: E, persons: [PERSONS], count: COUNT}]
""",
    {"COUNT": "1", "PERSONS": "a, b"},
)

test_a_declared_total_is_what_its_rows_add_to_or_may_add_to = rows(
    (TOTAL("a,6000,\nb,999,\n", "6999", INCLUDED=""), ""),
    (TOTAL("a,6000,\nb,,\n", "7000", INCLUDED=""), "should fix"),
    (TOTAL("a,6000+,\nb,999,\n", "7000", INCLUDED=""), ""),
    (TOTAL("town,30,40\ncountry,100,\nabroad,20,35\n", "135", COLUMN="m"), "note"),
    (TOTAL(TOTAL="130"), ""),
    (TOTAL(TOTAL="100", HOW="perhaps"), "should fix"),
)
test_a_part_is_not_counted_beside_its_whole = rows(
    (TWICE(TOTAL="130"), "should fix"),
    (TWICE(TOTAL="130", HOW="perhaps"), "should fix"),
    (TWICE("town,30,\ncountry,,\n", "30"), ""),
    (FIGURE_TWICE(HOW="partly"), "note"),
    (FIGURE_TWICE(HOW="partly", OPERATION="share", FIRST=TOWN, SECOND=COUNTRY), ""),
)
test_percentages_come_to_100_within_their_rounding = rows(
    (HUNDRED("a,7,33.3\nb,7,33.3\nc,7,33.3\n", TYPE="type: percent", INCLUDED=""), ""),
    (HUNDRED("a,7,33.3\nb,7,33.3\nc,7,33.0\n", TYPE="type: percent", INCLUDED=""), "should fix"),
    (HUNDRED("a,7,~33.3\nb,7,~33.3\nc,7,~33.3\n", TYPE="type: percent", INCLUDED=""), ""),
    (HUNDRED("a,7,40\nb,7,40\nc,7,60\n", TYPE="type: percent", INCLUDED=""), ""),
    (HUNDRED("a,7,40\nb,7,40+\nc,7,30\n", TYPE="type: percent", INCLUDED=""), ""),
    (BASE("a,851,63.7\nb,66,4.9\nc,18,1.3\nd,400,\n", TYPE="type: percent", INCLUDED=""), ""),
)
test_a_share_lies_between_nothing_and_its_whole = rows(
    (SHARE(OPERATION="share", FIRST=COUNTRY, SECOND=TOWN), "note"),
    (SHARE(OPERATION="share", FIRST=TOWN, SECOND=COUNTRY), ""),
    (SHARE(OPERATION="share", FIRST="{dataset: t, column: n}", SECOND=TOWN), "note"),
)
test_columns_that_only_move_together_are_no_share = rows(
    (CONSTANT("a,680,435\nb,1023,655\nc,1032,660\nd,1300,832\ne,1335,854\n", INCLUDED=""), "should fix"),
    (CONSTANT("a,680,435\nb,1023,655\nc,1032,671\nd,1300,820\ne,1335,860\n", INCLUDED=""), ""),
    (CONSTANT("a,680,680\nb,1023,1023\nc,1032,1032\nd,1300,1300\ne,1335,1335\n", INCLUDED=""), ""),
)
test_a_territory_is_no_wider_than_the_rows = rows(
    (TERRITORY(FIGURE="territory: Country", COVERS="covers: territory", HOW="partly"), "should fix"),
    (TERRITORY("country,100,\n", FIGURE="territory: Country", COVERS="covers: territory", INCLUDED=""), ""),
)
test_a_count_holds_the_persons_named = rows(
    (COUNTED("1"), "should fix"),
    (COUNTED("1-2"), ""),
    (COUNTED("1+"), ""),
    (COUNTED("~1"), ""),
    (COUNTED("{value: 1, unit: family}"), ""),
)
