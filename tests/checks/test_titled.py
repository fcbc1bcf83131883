"""Findings call records by their titles, with the id in brackets."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.titled import heading_of, title_of, with_titles
from probata.model.dataset import Dataset

CASE = """
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}]
roles:
  - {id: r, person: wolk, title: "The “head” of `all` prisons", dates: 2015}
  - {id: long, person: wolk, title: "LONG", dates: 2015}
events: [{id: Raid, kind: incident, title: Raid, dates: 2016}]
""".replace("LONG", "head of the prisons " * 40)


@each(
    ("message", "titled"),
    [
        ("role `r` ended", "role “The ‘head’ of 'all' prisons” (`r`) ended"),
        ("body `board` and role `none`", "body “Prison Board” (`board`) and role `none`"),
        ("`r` ended", "`r` ended"),
        ("prerole `r` ended", "prerole `r` ended"),
        ("event `Raid`", "event `Raid`"),
    ],
    ids=["its marks give way", "one that there is not", "no kind", "no word of its own", "its id is its title"],
)
def test_the_title_stands_before_the_id(message: str, titled: str, tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert with_titles(message, case.graph) == titled


def test_a_long_title_is_cut_at_a_word(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, CASE)

    assert title_of(case.graph, "roles", "long") == f"“{'head of the prisons ' * 4}head of …”"
    assert title_of(case.graph, "people", "wolk") == "“Mara Wolk”"


def test_a_column_is_called_by_its_heading() -> None:
    columns = [{"key": "n", "heading": "Number of returns"}, {"key": "m", "heading": "m"}]
    dataset = Dataset.model_validate({"id": "t", "title": "T", "file": "t.csv", "columns": columns})

    assert heading_of(dataset, "n") == "“Number of returns” (`n`)"
    assert heading_of(dataset, "m") == "`m`"
    assert heading_of(dataset, "none") == "`none`"
