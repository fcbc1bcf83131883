"""Figures, rules and typed numbers as the other side reads them: what is found, with both numbers, and what is not."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.figures import (
    one_pool_for_several_roles,
    quantity_with_two_values,
    stated_minimum_above_value,
    stated_value_differs,
)
from probata.checks.records.shares import apportionment_against_dates, percentage_on_wrong_base, percentages_not_100
from probata.checks.records.tables import adjusted_by_scaling, derived_cell_differs, wider_than_rows
from probata.checks.records.totals import count_differs_from_figure, figure_counts_twice
from probata.checks.wording.writing import mixed_number_styles
from probata.diagnostics import Diagnostic, Severity

HEAD = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: office, person: wolk, title: Head, dates: 2015-08/2017-04}
  - {id: province, person: wolk, title: Secretary, dates: 2017-05/2018-05}
sources: [{id: report, title: A report}, {id: other, title: Another}]
"""
YEARS = """datasets:
  - id: years
    title: By year
    file: years.csv
    citations: report, p. 3
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Number, unit: persons}
      - {key: m, heading: Made of it, unit: persons, status: modelled}
"""
ROWS = "year,n,m\n2015,1023,655\n2016,1032,660\n2017,1300,832\n2018,1335,854\n"


def found_by(check: Check, folder: Path, text: str, rows: str = ROWS, **more: str) -> tuple[Diagnostic, ...]:
    files = {"years.csv": rows, **{f"{name}.csv": content for name, content in more.items()}}
    case, faults = load_example(folder, HEAD + text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    return run_checks(case, [check])[0].findings


def messages(*args: object, **more: str) -> list[str]:
    return [in_ids(one.message) for one in found_by(*args, **more)]  # type: ignore[arg-type]


def figure(rest: str, figure_id: str = "f") -> str:
    return f"  - {{id: {figure_id}, title: F, {rest}}}\n"


SUM = "operation: sum, of: [{dataset: years, column: n}]"
ALL = YEARS + "figures:\n"


@each(("value", "is_found"), [("4690", False), ("4691", True), ("4689", True), ("~4700", False)])
def test_a_stated_number_must_be_what_the_rows_come_to(value: str, is_found: bool, tmp_path: Path) -> None:
    stated = figure(f"{SUM}, stated: [{{value: '{value}', printed: p, citations: report}}]")
    found = messages(stated_value_differs, tmp_path, ALL + stated)

    assert found == (["`p` is stated for `f`, which comes to 4,690"] if is_found else [])


def test_a_stated_number_may_be_rounded(tmp_path: Path) -> None:
    share = "operation: share, of: [{dataset: years, column: m}, {dataset: years, column: n}]"
    stated = figure(f"{share}, stated: [{{value: '64.0', citations: report}}]")

    assert messages(stated_value_differs, tmp_path, ALL + stated) == []


@each(("value", "is_found"), [("4690+", False), ("4000+", False), ("5000+", True), ("5000", False)])
def test_a_minimum_above_the_rows_is_told_with_both(value: str, is_found: bool, tmp_path: Path) -> None:
    stated = figure(f"{SUM}, stated: [{{value: {value}, citations: report}}]")
    found = messages(stated_minimum_above_value, tmp_path, ALL + stated)

    assert found == ([f"a minimum of `{value}` is stated for the figure `f`, which comes to 4,690"] if is_found else [])


def test_a_minimum_above_rows_that_are_minimums_too_is_left_open(tmp_path: Path) -> None:
    stated = figure(f"{SUM}, stated: [{{value: 9000+, citations: report}}]")
    rows = ROWS.replace("1335", "1335+")

    assert messages(stated_minimum_above_value, tmp_path, ALL + stated, rows) == []


def test_a_cell_that_is_off_its_rule_is_told_with_what_the_rule_gives(tmp_path: Path) -> None:
    rule = YEARS.replace(
        "status: modelled", "status: modelled, rule: {operation: multiple, columns: [n], multiple: 64%}"
    )
    rows = ROWS.replace("832", "833").replace("854", "855")
    (found,) = found_by(derived_cell_differs, tmp_path, rule, rows)

    assert in_ids(found.message) == "`m` of `2017` is 833, and its rule gives 832, and 1 more of 4 rows differ"
    assert in_ids(found.notes[0]) == "`2018` is 855, and its rule gives 854.4, at years.csv:5:11"
    assert in_ids(found.notes[1]).startswith("the rule is at case.yaml:")
    assert found.span
    assert (found.span.path, found.span.line) == ("years.csv", 4)


@each(
    ("rule", "wrong"),
    [
        ("{operation: sum, columns: [a, b]}", "12"),
        ("{operation: difference, columns: [a, b]}", "7"),
        ("{operation: share, columns: [b, a]}", "21"),
        ("{operation: multiple, columns: [a], multiple: 3/2}", "16"),
    ],
)
def test_every_rule_is_computed(rule: str, wrong: str, tmp_path: Path) -> None:
    right = {"sum": "11", "difference": "9", "share": "10", "multiple": "15"}[rule.split(",")[0].split(": ")[1]]
    text = f"""datasets:
  - id: t
    title: T
    file: t.csv
    columns: [{{key: k, heading: K, type: text}}, {{key: a, heading: A}}, {{key: b, heading: B}},
              {{key: c, heading: C, rule: {rule}}}]
"""

    assert messages(derived_cell_differs, tmp_path, text, t=f"k,a,b,c\nx,10,1,{right}\n") == []
    assert len(messages(derived_cell_differs, tmp_path, text, t=f"k,a,b,c\nx,10,1,{wrong}\n")) == 1


PERCENT = """datasets:
  - id: t
    title: T
    file: t.csv
    columns: [{key: k, heading: K, type: text}, {key: n, heading: N}, {key: p, heading: P, type: percent}]
"""


@each(
    ("cells", "is_found"),
    [
        (("33.3", "33.3", "33.3"), False),  # rounding
        (("33", "33", "33"), False),
        (("33.3", "33.3", "33.0"), True),
        (("~33.3", "~33.3", "~33.3"), False),  # cut off
        (("40", "40", "60"), False),  # no parts of one whole
        (("40", "40+", "30"), False),  # a bound says nothing
    ],
)
def test_percentages_must_come_to_100_within_their_rounding(
    cells: tuple[str, ...], is_found: bool, tmp_path: Path
) -> None:
    rows = "k,n,p\n" + "".join(f"{n},,{cell}\n" for n, cell in enumerate(cells))

    assert bool(messages(percentages_not_100, tmp_path, PERCENT, t=rows)) is is_found


def test_percentages_of_a_wider_whole_are_no_fault(tmp_path: Path) -> None:
    rows = "k,n,p\na,851,63.7\nb,66,4.9\nc,18,1.3\nd,400,\n"  # of 1,335

    assert messages(percentage_on_wrong_base, tmp_path, PERCENT, t=rows) == []


def test_percentages_from_rounded_percentages_are_told_with_the_right_share(tmp_path: Path) -> None:
    text = PERCENT.replace("type: percent}]", "type: percent}, {key: q, heading: Q, type: percent}]")
    rows = "k,n,p,q\na,851,64,~91.42\nb,66,5,~7.14\nc,17,1,~1.42\nd,1,0,0\ne,400,30,\n"
    (found,) = found_by(percentage_on_wrong_base, tmp_path, text, t=rows)

    assert in_ids(found.message) == "“Q” (`q`) is not the share of “N” (`n`): 91.42% in `a`, and 851 of 935 is 91.02%"
    assert tuple(map(in_ids, found.notes)) == ("it comes out from the rounded percentages of “P” (`p`)",)


def test_percentages_of_something_else_are_left_alone(tmp_path: Path) -> None:
    rows = "k,n,p\na,851,12\nb,66,80\nc,18,3\n"

    assert messages(percentage_on_wrong_base, tmp_path, PERCENT, t=rows) == []


INCLUDING = """datasets:
  - id: t
    title: T
    file: t.csv
    columns: [{key: place, heading: Place, type: text}, {key: n, heading: N}]
    inclusions: [{rows: [town, port], included_in: country, how: HOW}]
figures:
  - {id: f, title: F, operation: sum, of: [{dataset: t, column: n}]}
"""
PLACES = "place,n\ntown,30\nport,20\ncountry,100\n"


def test_rows_with_what_includes_them_partly_are_a_note(tmp_path: Path) -> None:
    (found,) = found_by(figure_counts_twice, tmp_path, INCLUDING.replace("HOW", "partly"), t=PLACES)

    assert in_ids(found.message) == "the figure `f` counts `town`, `port` with `country`, which includes them partly"
    assert found.help.endswith("where it is to be counted as its source does, write `count_included: true`")
    assert found.severity is Severity.INFO


def test_a_figure_that_says_openly_that_it_counts_twice_is_not_found(tmp_path: Path) -> None:
    for how in ("partly", "wholly"):
        text = INCLUDING.replace("HOW", how).replace("column: n}]}", "column: n, count_included: true}]}")

        assert messages(figure_counts_twice, tmp_path, text, t=PLACES) == []


def test_rows_with_what_includes_them_wholly_are_not_counted_and_not_found(tmp_path: Path) -> None:
    assert messages(figure_counts_twice, tmp_path, INCLUDING.replace("HOW", "wholly"), t=PLACES) == []


def test_a_row_is_found_with_its_whole_through_two_figures(tmp_path: Path) -> None:
    text = INCLUDING.replace("HOW", "wholly").replace("column: n}]}", "column: n, rows: [town]}]}") + (
        figure("operation: sum, of: [{dataset: t, column: n, rows: [country]}]", "whole")
        + figure("operation: sum, of: [{figure: f}, {figure: whole}]", "both")
    )
    (found,) = found_by(figure_counts_twice, tmp_path, text, t=PLACES)

    assert in_ids(found.message) == "the figure `both` counts `town` with `country`, which includes it wholly"
    assert found.severity is Severity.WARNING


def test_a_part_may_be_compared_with_its_whole(tmp_path: Path) -> None:
    text = (
        INCLUDING.replace("HOW", "wholly")
        .replace("operation: sum", "operation: share")
        .replace(
            "of: [{dataset: t, column: n}]",
            "of: [{dataset: t, column: n, rows: [town]}, {dataset: t, column: n, rows: [country]}]",
        )
    )

    assert messages(figure_counts_twice, tmp_path, text, t=PLACES) == []


@each(
    ("fraction", "is_found"),
    [("5/12", False), ("1/2", True), ("0.4", False)],  # 0.4 lies between 123 and 153 of 365 days
)
def test_a_stated_fraction_must_match_the_months_or_days(fraction: str, is_found: bool, tmp_path: Path) -> None:
    to = f"to: {{role: office, by: fraction, fraction: {fraction}}}"
    cut = figure(f"operation: apportion, {to}, of: [{{dataset: years, column: n, rows: ['2015']}}]")
    found = messages(apportionment_against_dates, tmp_path, ALL + cut)

    assert found == (["the figure `f` takes 1/2 of `2015`, of whose time 5 of 12 months lie in it"] if is_found else [])


PARTS = """  - id: part
    title: Part
    file: part.csv
    columns:
      - {key: name, heading: Part, type: text, key_column: true}
      - {key: n, heading: Number, status: STATUS}
      - {key: time, heading: Time, type: date, covers: period}
    inclusions: [{rows: [autumn], included_in: "years:2015"}]
"""


@each(
    ("number", "status", "is_found"),
    [
        ("512", "adjusted", True),
        ("426", "adjusted", False),  # by months, 426.25
        ("427", "adjusted", False),
        ("429", "adjusted", False),  # by days, 428.8
        ("512", "reported", False),  # a count of its own
    ],
)
def test_a_part_of_a_year_must_be_what_its_months_or_days_give(
    number: str, status: str, is_found: bool, tmp_path: Path
) -> None:
    part = f"name,n,time\nautumn,{number},2015-08/2015-12\n"
    found = messages(apportionment_against_dates, tmp_path, YEARS + PARTS.replace("STATUS", status), part=part)
    told = ["“Number” (`n`) of `autumn`, 512, is 50.05% of 1023 of `2015`; 5 of 12 months give 426.25"]

    assert found == (told if is_found else [])


@each(
    ("number", "other", "status", "is_told"),
    [
        ("426", "655", "adjusted", True),  # the second number is that of the whole year
        ("426", "273", "adjusted", False),
        ("426", "655", "reported", False),  # nothing was cut
        ("1023", "655", "adjusted", False),  # no cell is smaller
    ],
)
def test_the_number_of_a_whole_year_in_a_row_that_was_cut_is_a_note(
    number: str, other: str, status: str, is_told: bool, tmp_path: Path
) -> None:
    part = f"name,n,m,time\nautumn,{number},{other},2015-08/2015-12\n"
    columns = PARTS.replace("STATUS", status).replace(
        "      - {key: time", "      - {key: m, heading: M}\n      - {key: time"
    )
    found = found_by(apportionment_against_dates, tmp_path, YEARS + columns, part=part)
    notes = [in_ids(one.message) for one in found if one.severity is Severity.INFO]

    told = (
        "“M” (`m`) of `autumn` is 655, the number of the whole `2015`, and other cells of the row were cut to its time"
    )
    assert notes == [told] * is_told


def test_a_modelled_column_that_is_one_share_is_told_and_is_a_note_where_the_column_says_something(
    tmp_path: Path,
) -> None:
    (found,) = found_by(adjusted_by_scaling, tmp_path, YEARS)
    told = found_by(adjusted_by_scaling, tmp_path, YEARS.replace("modelled}", "modelled, note: As told}"))

    assert (
        in_ids(found.message) == "“Made of it” (`m`), recorded as modelled, is 64% of “Number” (`n`) in each of 4 rows"
    )
    assert found.severity is Severity.WARNING
    assert [one.severity for one in told] == [Severity.INFO]


def test_a_modelled_column_that_is_no_scaling_is_not_found(tmp_path: Path) -> None:
    assert messages(adjusted_by_scaling, tmp_path, YEARS, ROWS.replace("660", "702")) == []


def test_one_source_that_states_two_numbers_is_found(tmp_path: Path) -> None:
    stated = "stated: [{value: '4690', citations: report}, {value: '4700', citations: 'report, p. 9'}]"
    others = stated.replace("'report, p. 9'", "other")

    assert messages(quantity_with_two_values, tmp_path, ALL + figure(f"{SUM}, {stated}")) == [
        "one source states `4690` and `4700` for `f`"
    ]
    assert messages(quantity_with_two_values, tmp_path, ALL + figure(f"{SUM}, {others}")) == []


def test_two_rows_of_one_name_with_two_numbers_are_found(tmp_path: Path) -> None:
    found = messages(quantity_with_two_values, tmp_path, YEARS, ROWS + "2018,1336,854\n")

    assert found == ["`n` has `1335` and `1336` in two rows named `2018`"]


@each(
    ("row", "cited", "is_found"),
    [("2015,1024", "report", True), ("2015,1023", "report", False), ("2015,1024", "other", False),
     ("2015-08/2015-12,512", "report", False)],
)  # fmt: skip
def test_two_tables_of_one_source_must_agree_on_a_time(row: str, cited: str, is_found: bool, tmp_path: Path) -> None:
    again = f"""  - id: again
    title: Again
    file: again.csv
    citations: {cited}
    columns: [{{key: year, heading: Year, type: date, key_column: true}}, {{key: n, heading: Number, unit: persons}}]
"""
    found = messages(quantity_with_two_values, tmp_path, YEARS + again, again=f"year,n\n{row}\n")

    assert found == (["`n` is 1024 for `2015` here, and 1023 in `years`, from the same source"] if is_found else [])


def test_a_cell_that_is_counted_whole_for_two_roles_is_found(tmp_path: Path) -> None:
    text = ALL + figure(f"{SUM}, ascribed_to: [office]", "a") + figure(f"{SUM}, ascribed_to: [province]", "b")

    assert messages(one_pool_for_several_roles, tmp_path, text) == [
        "`2015` is counted whole in `a` for the role `office`, and in `b` for `province`"
    ]


def test_a_number_cut_to_each_role_is_no_common_pool(tmp_path: Path) -> None:
    cut = "operation: apportion, of: [{dataset: years, column: n}], to: {role: ROLE}, ascribed_to: [ROLE]"
    text = ALL + "".join(figure(cut.replace("ROLE", role), role) for role in ("office", "province"))

    assert messages(one_pool_for_several_roles, tmp_path, text) == []


@each(
    ("period", "rows", "left_open"),
    [
        ("2015/2018", ROWS, ""),
        ("2015/2019", ROWS, "`2019-01-01/2019-12-31`"),
        ("2014-07/2018", ROWS, "`2014-07-01/2014-12-31`"),
        ("2015/2018", ROWS.replace("2016,1032,660\n", ""), "`2016-01-01/2016-12-31`"),
        ("2016/2017", ROWS, ""),
        ("2016/2017", ROWS.replace("2018,", "2020,"), ""),  # a gap behind it
        ("2015/2019", ROWS.replace("2018,", "2018/..,"), ""),  # a row that is still going on
    ],
)
def test_a_period_wider_than_the_rows_is_told_with_what_is_open(
    period: str, rows: str, left_open: str, tmp_path: Path
) -> None:
    found = messages(wider_than_rows, tmp_path, ALL + figure(f"{SUM}, period: {period}"), rows)
    told = f"the figure `f` is said to cover `{period}`, and its rows leave {left_open} open"

    assert found == ([told] if left_open else [])


def test_a_table_that_is_said_to_go_on_after_its_last_value_is_found(tmp_path: Path) -> None:
    text = YEARS.replace("file: years.csv", "file: years.csv\n    period: 2015/2019")

    assert messages(wider_than_rows, tmp_path, text, ROWS + "2019,-,-\n") == [
        "the table `years` is said to cover `2015/2019`, and its values leave `2019-01-01/2019-12-31` open"
    ]


def test_an_empty_cell_with_a_remark_is_said_and_not_left_open(tmp_path: Path) -> None:
    remarks = "\n    cells: [{row: '2019', column: n, remark: No data}, {row: '2019', column: m, remark: No data}]"
    text = YEARS.replace("file: years.csv", f"file: years.csv\n    period: 2015/2019{remarks}")

    assert messages(wider_than_rows, tmp_path, text, ROWS + "2019,-,-\n") == []


def test_a_territory_wider_than_the_rows_is_found(tmp_path: Path) -> None:
    text = INCLUDING.replace("HOW", "partly").replace("type: text", "type: text, covers: territory")
    wide = text.replace("operation: sum", "territory: Country, operation: sum")

    assert messages(wider_than_rows, tmp_path, wide, t=PLACES) == [
        "the figure `f` is said to cover `Country`, and 2 of its 3 rows cover other places, such as `town`"
    ]


NARRATIVE = "narrative:\n  - id: s\n    title: S\n    place: data\n    kind: fact\n    text: |\n      "


def typed(check: Check, folder: Path, text: str) -> tuple[Diagnostic, ...]:
    figures = figure(SUM, "all") + figure("operation: sum, of: [{dataset: years, column: m}]", "made")
    return found_by(check, folder, f"{ALL}{figures}{NARRATIVE}{text}\n")


def test_a_source_that_prints_its_numbers_in_two_styles_is_a_note(tmp_path: Path) -> None:
    text = (
        YEARS.replace("unit: persons}", "unit: persons, printed: p}", 1) + "      - {key: p, heading: P, type: text}\n"
    )
    rows = 'year,n,m,p\n2015,1023,655,1.023\n2016,1032,660,"1,032"\n'
    (found,) = found_by(mixed_number_styles, tmp_path, text, rows)

    assert in_ids(found.message) == "`report` prints its numbers in 2 styles: `1.023` in `years`, `1,032` in `years`"
    assert found.severity is Severity.INFO


@each(
    ("text", "written"),
    [
        ("Of 11,124 persons 3,000 wrote 23 456 letters [@report, p. 1].", "23 456"),
        ("Of 11,124 persons 3,000 wrote and 1 234 567 cards came [@report, p. 1].", "1 234 567"),
        ("Of 11,124 persons those of 27 123 were long [@report, p. 1].", ""),
        ("Of 11,124 persons on 3 May 22 345 wrote [@report, p. 1].", ""),
        ("Of 11,124 persons in order 12 345 none wrote [@report, p. 1].", ""),
        ("Nothing is counted, and 23 456 letters came [@report, p. 1].", ""),
    ],
)
def test_plain_spaces_between_thousands_are_a_note_in_english(text: str, written: str, tmp_path: Path) -> None:
    found = typed(mixed_number_styles, tmp_path, text)

    told = [f"`{written}` is written in another style than `11,124`"] if written else []
    assert [in_ids(one.message) for one in found] == told
    assert {one.severity for one in found} <= {Severity.INFO}


def test_a_text_that_mixes_its_thousands_is_found_once(tmp_path: Path) -> None:
    text = "Of 11,124 persons 1.023.000 and 2.000.000 are unknown [@report, p. 1]."
    (found,) = typed(mixed_number_styles, tmp_path, text)

    assert in_ids(found.message) == "`1.023.000` is written in another style than `11,124`"


@each(
    ("value", "name", "message"),
    [
        ("4690", "all", None),
        ("4000+", "all", None),
        ("~4700", "all", "the count of `e` is ~4700, and the figure `all` comes to 4,690"),
        ("4691", "all", "the count of `e` is 4691, and the figure `all` comes to 4,690"),
        ("4690", "al", "no figure has the id `al`"),
    ],
)
def test_a_count_must_be_the_figure_that_it_names(value: str, name: str, message: str | None, tmp_path: Path) -> None:
    event = f"events: [{{id: e, kind: incident, title: E, count: {{value: {value}, figure: {name}}}}}]\n"
    found = messages(count_differs_from_figure, tmp_path, ALL + figure(SUM, "all") + event)

    assert found == ([message] if message else [])
