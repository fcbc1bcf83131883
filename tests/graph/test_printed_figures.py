"""Which figures a text prints, and what stands behind them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.support.printed_figures import with_numbers
from probata.graph.texts import behind_figures

CASE = """
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Returns}]
figures:
  - {id: all, title: All, operation: sum, of: [{dataset: returns, column: n}]}
  - {id: part, title: Part, operation: share, of: [{dataset: returns, column: n, rows: ["2015"]}, {figure: all}]}
  - {id: round, title: Round, operation: value, of: [{figure: about}]}
  - {id: about, title: About, operation: value, of: [{figure: round}]}
"""
FILES = {"returns.csv": "year,n\n2015,1000\n2016,3000\n"}


def test_the_figures_and_tables_behind_a_figure_are_given_once_and_a_ring_comes_to_an_end(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE, FILES)

    assert set(behind_figures(case.graph, ["part"])) == {
        ("figures", "part"), ("figures", "all"), ("datasets", "returns"),
    }  # fmt: skip
    assert set(behind_figures(case.graph, ["round"])) == {("figures", "round"), ("figures", "about")}
    assert behind_figures(case.graph, ["no-such"]) == (("figures", "no-such"),)


@each(
    ("text", "shown"),
    [
        ("{{ figure('all').number }} returns", "4,000 returns"),
        ("{{ figure('all') }} returns, {{ figure('part').number }}%", "4,000 returns, 25%"),
        ("4 returns{{ figure('all').note }}", "4 returns"),
        ("{{ figure('round').number }} and {{ state }}", "{{ figure('round').number }} and {{ state }}"),
    ],
)
def test_a_text_beside_a_finding_has_the_numbers_of_its_figures(text: str, shown: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE, FILES)

    assert with_numbers(text, case.figures) == shown
