"""Figures and the tables behind them: what they come to, which time they cover, what they count, and whose they are."""

from __future__ import annotations

from tests.checks.given import Given, rows

YEARS = "year,n,m\n2015,1023,655\n2016,1032,660\n2017,1300,832\n2018,1335,854\n"
FIGURE = Given(
    "stated-value-differs",
    """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: office, person: wolk, title: Head, dates: 2015-08/2017-04, GROUND}
  - {id: province, person: wolk, title: Secretary, dates: 2017-05/2018-05}
sources: [{id: report, title: A report}, {id: other, title: Another}]
events:
  - {id: e, kind: incident, title: E, count: COUNT}
  - {id: water, kind: operation, title: Still Water, dates: BEGAN}
datasets:
  - id: years
    title: Returns under Still Water
    file: years.csv
    citations: report, p. 3
    COVERS
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Number, unit: persons}
      - {key: m, heading: Made of it, unit: persons, STATUS}
  MORE
figures:
  - {id: all, title: F, operation: sum, of: [{dataset: years, column: n}], FIGURE}
  OTHER
allegations: [{id: a, title: T, statement: S., period: 2015-08/2017-04, ALLEGED}]
""",
    {
        "FIGURE": "",
        "YEARS": YEARS,
        "OTHER": "",
        "COUNT": "1",
        "BEGAN": "2010/..",
        "COVERS": "",
        "STATUS": "status: modelled",
        "MORE": "",
        "GROUND": "",
        "ALLEGED": "",
        "PART": "",
    },
    {"years.csv": "YEARS", "part.csv": "PART"},
)
COUNTED = FIGURE.by("count-differs-from-figure")
TWO_VALUES = FIGURE.by("quantity-with-two-values")
POOL = FIGURE.by("one-pool-for-several-roles")
WIDER = FIGURE.by("wider-than-rows")
BEFORE = FIGURE.by("row-before-operation")
OUTSIDE = FIGURE.by("figure-outside-period")
LONGER = FIGURE.by("figure-longer-than-role")
WORD = FIGURE.by("quantity-word-of-role")
CUT = FIGURE.by("apportionment-against-dates")
STATED = "stated: [{value: '%s', citations: report}]"
AGAIN = "- {id: again, title: F, operation: sum, of: [{dataset: years, column: n}], ascribed_to: [province]}"
TABLE = """- id: part
    title: Part
    file: part.csv
    citations: report
    columns:
      - {key: name, heading: Part, type: text, key_column: true}
      - {key: n, heading: Number, unit: persons, status: %s}
      - {key: time, heading: Time, type: date, covers: period}
    inclusions: [{rows: [autumn], included_in: "years:2015"}]"""
APPORTIONED = (
    "- {id: cut, title: F, operation: apportion, of: [{dataset: years, column: n, rows: ['2015']}], "
    "to: {role: office, by: fraction, fraction: %s}}"
)
SAID = "responsibility: {label: command, stated: command over %s}"
OF_OFFICE = {"FIGURE": "ascribed_to: [office]"}
SINGLE = Given(
    "stated-figures-overlap",
    """
case: {title: Example}
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stated
    title: Single figures
    file: stated.csv
    inclusions: [INCLUSION]
    columns:
      - {key: what, heading: What, type: text}
      - {key: n, heading: Number}
      - {key: unit, heading: Unit, type: text, covers: unit}
      - {key: when, heading: When, type: date, covers: period}
  - id: stays
    title: Protective stay by year
    file: stays.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Number, unit: persons}]
""",
    {"ROW": "", "YEAR": "2021,5006", "INCLUSION": ""},
    {
        "stated.csv": "what,n,unit,when\nPersuaded to return in 2021,210000,people,2021\nROW\n",
        "stays.csv": "year,n\nYEAR\n",
    },
)
RATE = SINGLE.by("minimum-rate-above-rows")
JULY = "Persuaded to return until July,%s"
SAYS = Given(
    "unit-or-day-missing",
    """
case: {title: Example}
sources: [{id: dated, title: A, issued: 2019}, {id: undated, title: B}]
datasets:
  - id: d
    title: D
    file: d.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: All, COLUMN}]
    DAY
""",
    {"COLUMN": "unit: persons", "DAY": "as_of: 2019"},
    {"d.csv": "year,n\n2018,5\n"},
)

test_a_stated_number_is_what_the_rows_come_to_or_may_come_to = rows(
    (FIGURE(STATED % "4690"), ""),
    (FIGURE(STATED % "4691"), "should fix"),
    (FIGURE(STATED % "~4700"), ""),
    (FIGURE(STATED % "4690+"), ""),
    (FIGURE(STATED % "5000+"), "should fix"),
    (FIGURE(STATED % "9000+", YEARS.replace("1335", "1335+")), ""),
    (COUNTED(COUNT="{value: 4690, figure: all}"), ""),
    (COUNTED(COUNT="{value: 4000+, figure: all}"), ""),
    (COUNTED(COUNT="{value: 4691, figure: all}"), "should fix"),
    (COUNTED(COUNT="{value: 4690, figure: al}"), "should fix"),
)
test_one_source_states_one_number = rows(
    (
        TWO_VALUES("stated: [{value: '4690', citations: report}, {value: '4700', citations: 'report, p. 9'}]"),
        "should fix",
    ),
    (TWO_VALUES("stated: [{value: '4690', citations: report}, {value: '4700', citations: other}]"), ""),
    (TWO_VALUES("", YEARS + "2018,1336,854\n"), "should fix"),
    (TWO_VALUES(MORE=TABLE % "reported", PART="name,n,time\nautumn,1024,2015\n"), "should fix"),
    (TWO_VALUES(MORE=TABLE % "reported", PART="name,n,time\nautumn,512,2015-08/2015-12\n"), ""),
)
test_a_number_is_counted_for_one_role_as_long_as_it_lasts = rows(
    (POOL("ascribed_to: [office]", OTHER=AGAIN), "should fix"),
    (POOL("ascribed_to: [province]", OTHER=AGAIN), ""),
    (LONGER("ascribed_to: [office]", "year,n,m\n2015-08/2017-04,9,9\n"), ""),
    (LONGER("ascribed_to: [office]", "year,n,m\n2015-08/2017-05,9,9\n"), "should fix"),
    (LONGER("ascribed_to: [office]", "year,n,m\n2016-05/..,9,9\n"), ""),
    (CUT(OTHER=APPORTIONED % "5/12"), ""),
    (CUT(OTHER=APPORTIONED % "0.4"), ""),
    (CUT(OTHER=APPORTIONED % "1/2"), "should fix"),
    (CUT(MORE=TABLE % "adjusted", PART="name,n,time\nautumn,427,2015-08/2015-12\n"), ""),
    (CUT(MORE=TABLE % "adjusted", PART="name,n,time\nautumn,512,2015-08/2015-12\n"), "should fix"),
    (CUT(MORE=TABLE % "reported", PART="name,n,time\nautumn,512,2015-08/2015-12\n"), ""),
)
test_thousands_are_said_of_a_role_whose_figure_reaches_them = rows(
    (WORD(GROUND=SAID % "tens of thousands of returns", **OF_OFFICE), "should fix"),
    (WORD(GROUND=SAID % "hundreds of returns", **OF_OFFICE), ""),
    (WORD(GROUND=SAID % "tens of thousands of families", **OF_OFFICE), ""),
    (WORD(GROUND=SAID % "tens of thousands of returns", YEARS=YEARS.replace("1032", "1032+"), **OF_OFFICE), ""),
)
test_a_figure_covers_no_more_than_its_rows = rows(
    (WIDER("period: 2015/2018"), ""),
    (WIDER("period: 2015/2019"), "should fix"),
    (WIDER("period: 2014-07/2018"), "should fix"),
    (WIDER("period: 2015/2018", YEARS.replace("2016,1032,660\n", "")), "should fix"),
    (WIDER("period: 2015/2019", YEARS.replace("2018,", "2018/..,")), ""),
    (WIDER("", YEARS + "2019,-,-\n", COVERS="period: 2015/2019"), "should fix"),
)
test_a_row_is_of_the_time_of_what_it_is_cited_for = rows(
    (BEFORE(BEGAN="2016-04/.."), "should fix"),
    (BEFORE(BEGAN="2015-07-22/.."), ""),
    (BEFORE(BEGAN="~2016/.."), ""),
    (OUTSIDE(ALLEGED="evidence: ['report, p. 3']"), ""),
    (OUTSIDE("", "year,n,m\n2018,1335,854\n", ALLEGED="evidence: ['report, p. 3']"), "should fix"),
    (OUTSIDE("", "year,n,m\n2018,1335,854\n", ALLEGED="evidence: [{source: report, against: true}]"), ""),
)
test_single_figures_with_a_common_time_are_not_added = rows(
    (SINGLE(JULY % "230000,individuals,2021-04/2022-07"), "should fix"),
    (SINGLE(JULY % "230000,individuals,2022/2022-07"), ""),
    (SINGLE(JULY % "30000,individuals,2021-04/2021-06"), ""),
    (SINGLE(JULY % "230000,cases,2021-04/2022-07"), ""),
    (
        SINGLE(
            JULY % "230000,individuals,2021-04/2022-07",
            INCLUSION="{rows: [Persuaded to return in 2021], included_in: Persuaded to return until July, how: partly}",
        ),
        "note",
    ),
    (RATE("In protective stay,16+,people a day,"), "should fix"),
    (RATE("In protective stay,16,people a day,"), ""),
    (RATE("In protective stay,16+,lawyers a day,"), ""),
    (RATE("In protective stay,16+,people a day,", "2021,5840"), ""),
)
test_a_table_of_numbers_says_what_it_counts_and_as_of_which_day = rows(
    (SAYS("note: x"), "note"),
    (SAYS(DAY="note: x"), "note"),
    (SAYS(DAY="citations: dated"), ""),
    (SAYS(DAY="citations: undated"), "note"),
    (SAYS("type: percent"), ""),
)
