"""Figures and sums computed from tables: which rows are taken, what comes out, and why there is no result."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from tests.checks.example_case import CHECKS
from tests.each import each
from tests.figures.table_case import read_case

from probata.diagnostics import Diagnostic
from probata.figures import Computed, Sum, TypedTable, compute_figures, read_tables, sum_column
from probata.graph.load import load_case
from probata.graph.resolve import Known
from probata.model.quantity import parse_quantity

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: office, person: wolk, title: Head of the office, dates: 2015-08/2017-04}
sources: [{id: report, title: A report}, {id: review, title: A review}]
datasets:
  - id: returns
    title: Returns by year
    file: returns.csv
    citations: review
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Returns, unit: persons}
      - {key: m, heading: Modelled, status: modelled}
      - {key: where, heading: Place, type: text}
      - {key: source, heading: Source, type: source}
    totals: [{column: n, value: "3355", key: all, label: All years}]
  - id: parts
    title: Parts of years
    file: parts.csv
    columns:
      - {key: name, heading: Part, type: text}
      - {key: n, heading: Returns}
    inclusions:
      - {rows: [spring], included_in: half}
      - {rows: [half], included_in: "returns:2016"}
      - {rows: [winter], included_in: half, how: partly}
figures:
"""
RETURNS = """year,n,m,where,source
2015,1023,655,north,"report, p. 1"
2016,1032,660,south,"report, p. 2"
2017,1300,832,north,"report, p. 3"
2018,70+,,south,"report, p. 4"
"""
PARTS = "name,n\nspring,100\nhalf,300\nwinter,40\n"


def compute(folder: Path, figures: str, returns: str = RETURNS) -> tuple[dict[str, Computed], list[Diagnostic]]:
    (folder / "case.yaml").write_text(CASE + figures, encoding="utf-8")
    (folder / "returns.csv").write_text(returns, encoding="utf-8")
    (folder / "parts.csv").write_text(PARTS, encoding="utf-8")
    loaded = load_case(folder / "case.yaml", "case.yaml", Known())
    assert loaded.graph is not None
    tables, faults = read_tables(loaded.graph)
    found, findings = compute_figures(loaded.graph, tables)
    told = [*loaded.findings, *faults, *findings]
    return found, [one for one in told if one.name not in CHECKS]


def one(folder: Path, figure: str) -> Computed:
    found, findings = compute(folder, f"  - {{id: f, title: A figure, {figure}}}\n")
    assert [one.message for one in findings] == []
    return found["f"]


def ends(found: Computed) -> tuple[object, object]:
    return found.amount.low, found.amount.high


THREE = "{dataset: returns, column: n, rows: ['2015', '2016', '2017']}"
ALL = "{dataset: returns, column: n}"


@each(
    ("figure", "low", "high"),
    [
        (f"operation: sum, of: [{THREE}]", 3355, 3355),
        (f"operation: sum, of: [{ALL}]", 3425, None),
        (f"operation: count, of: [{ALL}]", 4, 4),
        (f"operation: minimum, of: [{THREE}]", 1023, 1023),
        (f"operation: minimum, of: [{ALL}]", 70, 1023),
        (f"operation: maximum, of: [{THREE}]", 1300, 1300),
        (f"operation: range, of: [{THREE}]", 1023, 1300),
        (f"operation: average, of: [{THREE}]", Fraction(3355, 3), Fraction(3355, 3)),
        (f"operation: difference, of: [{{dataset: returns, column: n, total: all}}, {THREE}]", 0, 0),
        ("operation: value, of: [{dataset: returns, column: n, rows: ['2018']}]", 70, None),
        ("operation: value, of: [{dataset: returns, column: n, total: all}]", 3355, 3355),
        (f"operation: rank, row: '2016', of: [{THREE}]", 2, 2),
        (f"operation: per_day, of: [{THREE}]", Fraction(3355, 1096), Fraction(3355, 1096)),  # 2016 is a leap year
        (f"operation: per_day, period: 2017, of: [{THREE}]", Fraction(3355, 365), Fraction(3355, 365)),
        ("operation: share, of: [{dataset: returns, column: m, rows: ['2015']}, "
         "{dataset: returns, column: n, rows: ['2015']}]", Fraction(65500, 1023), Fraction(65500, 1023)),
        ("operation: ratio, of: [{dataset: returns, column: n, rows: ['2017']}, "
         "{dataset: returns, column: n, rows: ['2015', '2016']}]", Fraction(1300, 2055), Fraction(1300, 2055)),
        ("operation: sum, of: [{dataset: returns, column: n, where: [{column: where, values: [north]}]}]", 2323, 2323),
        ("operation: sum, of: [{dataset: returns, column: n, period: 2016/2017}]", 2332, 2332),
        ("operation: sum, of: [{dataset: returns, column: n, role: office}]", 1032, 1032),
    ],
)  # fmt: skip
def test_an_operation_comes_to_its_number(figure: str, low: Fraction, high: Fraction | None, tmp_path: Path) -> None:
    assert ends(one(tmp_path, figure)) == (low, high)


@each(
    ("to", "low", "high"),
    [
        ("{role: office}", Fraction(1023 * 5, 12) + 1032 + Fraction(1300 * 4, 12), None),
        ("{period: 2016-07/2017-06}", 516 + 650, None),
        ("{role: office, by: days}",
         Fraction(1023 * 123, 365) + 1032 + Fraction(1300 * 91, 365),
         Fraction(1023 * 153, 365) + 1032 + Fraction(1300 * 120, 365)),
        ("{role: office, by: fraction, fraction: 1/2}", Fraction(3355, 2), None),
        ("{by: fraction, fraction: 64%}", Fraction(3355 * 64, 100), None),
    ],
)  # fmt: skip
def test_values_are_cut_to_a_tenure(to: str, low: Fraction, high: Fraction | None, tmp_path: Path) -> None:
    found = one(tmp_path, f"operation: apportion, to: {to}, of: [{THREE}]")

    assert ends(found) == (low, high or low)


def test_what_lies_outside_the_tenure_is_no_part_of_an_apportionment(tmp_path: Path) -> None:
    found = one(tmp_path, f"operation: apportion, to: {{role: office}}, of: [{ALL}]")

    assert [term.name for term in found.terms] == ["2015", "2016", "2017"]


def test_rows_that_lie_only_in_part_in_a_tenure_are_named_and_not_added(tmp_path: Path) -> None:
    (taken,) = one(tmp_path, "operation: sum, of: [{dataset: returns, column: n, role: office}]").taken

    assert taken.outside == ("2015", "2017")


def test_a_result_is_as_good_as_its_worst_value(tmp_path: Path) -> None:
    found, _ = compute(tmp_path, f"""
  - {{id: reported, title: R, operation: sum, of: [{THREE}]}}
  - {{id: modelled, title: M, operation: sum, of: [{{dataset: returns, column: m}}]}}
  - {{id: both, title: B, operation: sum, of: [{{figure: reported}}, {{figure: modelled}}]}}
""")  # fmt: skip

    assert [found[name].amount.status for name in ("reported", "modelled", "both")] == [
        "reported", "modelled", "modelled",
    ]  # fmt: skip


def test_figures_are_computed_from_figures_in_any_order(tmp_path: Path) -> None:
    found, findings = compute(tmp_path, f"""
  - {{id: half, title: H, operation: round, step: 10, of: [{{figure: middle}}]}}
  - {{id: middle, title: M, operation: average, of: [{THREE}]}}
""")  # fmt: skip

    assert ends(found["half"]) == (1120, 1120)
    assert list(found) == ["half", "middle"]
    assert findings == []


def test_a_number_cites_the_sources_of_its_rows(tmp_path: Path) -> None:
    found = one(tmp_path, f"operation: sum, of: [{THREE}]")

    assert {citation.source for term in found.terms for citation in term.citations} == {"report"}


def test_a_modelled_number_cites_who_made_it_and_not_the_sources_of_its_row(tmp_path: Path) -> None:
    found = one(tmp_path, "operation: value, of: [{dataset: returns, column: m, rows: ['2015']}]")

    assert [citation.source for citation in found.terms[0].citations] == ["review"]


@each(
    ("figure", "reason"),
    [
        ("operation: sum, of: []", "it is computed from nothing"),
        ("operation: sum, of: [{}]", "names neither a figure nor a dataset"),
        ("operation: sum, of: [{dataset: returns, column: x}]", "the dataset `returns` has no column `x`"),
        ("operation: sum, of: [{dataset: returns, column: where}]", "holds no numbers"),
        ("operation: sum, of: [{dataset: returns, column: n, rows: [y]}]", "the table `returns` has no row `y`"),
        ("operation: sum, of: [{dataset: returns, column: n, total: y}]", "declares no total `y` of `n`"),
        ("operation: sum, of: [{dataset: returns, column: m, rows: ['2018']}]", "has a value in `m`"),
        ("operation: sum, of: [{dataset: parts, column: n, period: 2015}]", "do not say which time they cover"),
        (f"operation: sum, decimals: 7, of: [{ALL}]", "shown with 7 decimals"),
        (f"operation: value, of: [{ALL}]", "`value` takes one number, and 4 are named"),
        (f"operation: share, of: [{ALL}]", "`share` takes two entries in `of`, and 1 stand there"),
        (f"operation: rank, of: [{ALL}]", "`rank` needs one row"),
        (f"operation: round, of: [{ALL}]", "`round` has no unit to round to"),
        (f"operation: apportion, of: [{ALL}]", "no time is named"),
        (f"operation: apportion, to: {{role: office, by: fraction}}, of: [{ALL}]", "no fraction is stated"),
        ("operation: apportion, to: {role: office}, of: [{dataset: parts, column: n}]", "does not say which time"),
        ("operation: per_day, of: [{dataset: parts, column: n}]", "how many is not recorded"),
        (f"operation: ratio, of: [{THREE}, {{figure: none}}]", "not surely above 0"),
    ],
)  # fmt: skip
def test_a_figure_without_a_result_says_why(figure: str, reason: str, tmp_path: Path) -> None:
    zero = f"  - {{id: none, title: Z, operation: difference, of: [{THREE}, {THREE}]}}\n"
    found, findings = compute(tmp_path, f"  - {{id: f, title: A figure, {figure}}}\n{zero}")
    (told,) = findings

    assert "f" not in found
    assert told.name == "figure-without-result"
    assert reason in told.message
    assert told.help
    assert told.span is not None


def test_an_id_that_leads_nowhere_is_told_once(tmp_path: Path) -> None:
    found, findings = compute(tmp_path, """
  - {id: f, title: F, operation: sum, of: [{figure: g}]}
  - {id: h, title: H, operation: sum, of: [{figure: f}]}
""")  # fmt: skip

    assert found == {}
    assert [one.message for one in findings] == ["no figure has the id `g`"]


def test_figures_that_are_computed_from_each_other_are_found_and_the_others_computed(tmp_path: Path) -> None:
    found, findings = compute(tmp_path, f"""
  - {{id: a, title: A, operation: sum, of: [{{figure: b}}]}}
  - {{id: b, title: B, operation: sum, of: [{{figure: a}}]}}
  - {{id: c, title: C, operation: sum, of: [{{figure: c}}]}}
  - {{id: d, title: D, operation: sum, of: [{THREE}]}}
""")  # fmt: skip

    assert [one.message for one in findings] == [f"the figure `{name}` is computed from itself" for name in "abc"]
    assert list(found) == ["d"]


def test_a_number_with_more_digits_than_can_be_printed_has_no_result(tmp_path: Path) -> None:
    large = "9" * 28
    figures = f"  - {{id: f, title: F, operation: sum, of: [{THREE}]}}\n"
    found, findings = compute(tmp_path, figures, RETURNS.replace("1023", large).replace("1032", large))

    assert found == {}
    assert [one.message for one in findings] == ["the figure `f` has no result: it has more than 28 digits"]


def test_a_long_chain_of_figures_is_computed(tmp_path: Path) -> None:
    chain = "".join(
        f"  - {{id: f{n}, title: F, operation: value, of: [{{figure: f{n - 1}}}]}}\n" for n in range(1, 600)
    )
    found, findings = compute(tmp_path, f"  - {{id: f0, title: F, operation: sum, of: [{THREE}]}}\n{chain}")

    assert findings == []
    assert ends(found["f599"]) == (3355, 3355)


def table_of(folder: Path, rows: str, more: str = "", status: str = "reported") -> TypedTable:
    datasets = f"""
  - id: t
    title: T
    file: t.csv
    columns: [{{key: place, heading: Place, type: text}}, {{key: n, heading: Number, status: {status}}}]
{more}
"""
    tables, _ = read_case(folder, datasets, t=f"place,n\n{rows}")
    return tables["t"]


def sum_of(folder: Path, rows: str, more: str = "") -> Sum:
    found = sum_column(table_of(folder, rows, more), "n")
    assert found is not None
    return found


def test_exact_numbers_add_exactly(tmp_path: Path) -> None:
    found = sum_of(tmp_path, 'a,0.1\nb,0.2\nc,"1,000"\n')

    assert found.low == found.high == Decimal("1000.3")
    assert str(found) == "1,000.3"
    assert found.counted == ("a", "b", "c")


@each(
    ("rows", "written"),
    [
        ("a,70+\nb,30\n", "at least 100"),
        ("a,~16\nb,4\n", "about 20"),
        ("a,16-76\nb,4\n", "20-80"),
        ("a,70+\nb,~30\n", "at least about 100"),
        ("a,-\nb,30\nc,\n", "30"),
    ],
)
def test_a_sum_keeps_the_bounds_of_its_parts(rows: str, written: str, tmp_path: Path) -> None:
    assert str(sum_of(tmp_path, rows)) == written


def test_rows_without_a_value_are_named_and_not_applicable_ones_are_not(tmp_path: Path) -> None:
    assert sum_of(tmp_path, "a,-\nb,30\nc,\n").not_stated == ("c",)


def test_a_row_wholly_included_in_another_is_counted_once(tmp_path: Path) -> None:
    more = "    inclusions: [{rows: [town], included_in: country}]"
    table = table_of(tmp_path, "town,30\ncountry,100\nabroad,5\n", more)
    once, twice = sum_column(table, "n"), sum_column(table, "n", count_included=True)

    assert once is not None
    assert twice is not None
    assert (str(once), once.left_out) == ("105", ("town",))
    assert (str(twice), twice.left_out) == ("135", ())


def test_rows_that_include_one_another_in_a_circle_are_not_lost(tmp_path: Path) -> None:
    more = "    inclusions: [{rows: [a], included_in: b}, {rows: [b], included_in: a}]"

    assert str(sum_of(tmp_path, "a,1\nb,2\n", more)) == "3"


def test_a_column_of_text_or_without_values_has_no_sum(tmp_path: Path) -> None:
    table = table_of(tmp_path, "a,-\nb,\n")

    assert sum_column(table, "n") is None
    assert sum_column(table, "place") is None
    assert sum_column(table, "nowhere") is None


@each(
    ("rows", "declared", "agrees"),
    [
        ("a,10\nb,20\n", "30", True),
        ("a,10\nb,20\n", "31", False),
        ("a,10+\nb,20\n", "35", True),
        ("a,10+\nb,20\n", "29", False),
        ("a,10\nb,20\n", "25+", True),
        ("a,10\nb,20\n", "31+", False),
        ("a,10-15\nb,20\n", "33", True),
        ("a,10-15\nb,20\n", "36", False),
        ("a,~10\nb,20\n", "36", True),
        ("a,10\nb,20\n", "~36", True),
    ],
)
def test_a_declared_number_agrees_where_it_can_be_the_sum(
    rows: str, declared: str, agrees: bool, tmp_path: Path
) -> None:
    assert sum_of(tmp_path, rows).agrees_with(parse_quantity(declared)) is agrees
