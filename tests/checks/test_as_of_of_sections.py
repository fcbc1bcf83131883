"""The day of a section and of a table against the sources that it cites."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks.engine.run import run_checks
from probata.checks.records.chronology import as_of_older_than_source

CASE = """
case: {title: Example, as_of: 2026}
sources:
  - {id: old, title: Old, issued: 2022-03-01, held: held}
  - {id: new, title: New, issued: 2023-11-14, held: held}
  - {id: undated, title: Undated, held: held}
narrative: [{id: s, title: Section, HEAD, text: "TEXT"}]
datasets:
  - id: d
    title: Table
    file: data/d.csv
    as_of: TABLE
    citations: [CITED]
    columns:
      - {key: month, heading: Month, type: text, key_column: true}
      - {key: n, heading: Number, unit: persons, citations: [COLUMN]}
"""


def found(
    folder: Path, head: str, text: str, table: str = "2024", cited: str = "old", column: str = "old"
) -> list[str]:
    filled = CASE.replace("HEAD", head).replace("TEXT", text).replace("TABLE", table)
    filled = filled.replace("CITED", cited).replace("COLUMN", column)
    case, faults = load_example(folder, filled, {"data/d.csv": "month,n\n2022-03,1\n"})
    assert faults == []
    return [one.record for one in run_checks(case, [as_of_older_than_source])[0].findings]


@each(
    ("head", "text", "is_found"),
    [
        ("as_of: 2022-07-29", "It was so [@new, p. 4].", True),
        ("as_of: 2022", "It was so [@old, p. 1; @new, p. 4].", True),
        ("as_of: 2022-07-29, citations: [new]", "It was so.", True),
        ("as_of: 2023-11-14", "It was so [@new, p. 4].", False),
        ("as_of: 2023", "It was so [@new, p. 4].", False),
        ("as_of: ~2023-01", "It was so [@new, p. 4].", False),
        ("as_of: 2022-07-29", "It was so [@old, p. 4].", False),
        ("as_of: 2022-07-29", "It was so [@undated, p. 4].", False),
        ("order: 1", "It was so [@new, p. 4].", False),
    ],
)
def test_a_section_is_held_against_what_it_cites(head: str, text: str, is_found: bool, tmp_path: Path) -> None:
    assert found(tmp_path, head, text) == (["narrative/s"] if is_found else [])


@each(
    ("table", "cited", "column", "is_found"),
    [
        ("2022-07-31", "new", "old", True),
        ("2022-07-31", "old", "new", True),
        ("2022-07-31", "old", "old", False),
        ("2023-12", "new", "new", False),
    ],
)
def test_a_table_is_held_against_what_it_cites(
    table: str, cited: str, column: str, is_found: bool, tmp_path: Path
) -> None:
    assert found(tmp_path, "order: 1", "S.", table, cited, column) == (["datasets/d"] if is_found else [])
