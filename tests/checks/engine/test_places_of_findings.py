"""A finding stands at the line or the row where the thing is, and not at the beginning of its field."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks

COMPOSED = """
case: {title: Example, persons_concerned: [wolk], filings: [{id: f, forum: eu-ghrsr}]}
people: [{id: wolk, name: Mara Wolk}]
narrative:
  - id: reasons
    title: Reasons
    place: reasons-wolk
    kind: submission_of_fact
    forums: [eu-ghrsr]
    text: |
      Mara Wolk was governor of North Prison,
      which lies in Sol.
      She is guilty of the conduct alleged.
"""
TRANSLATED = """
case: {title: Example, language: en}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    particulars: |
      One.

      There were 400 men.
    translations:
      fr:
        particulars: |
          Un.

          Il y avait 500 hommes.
"""
TABLE = """
case: {title: Example}
datasets:
  - id: t
    title: T
    file: t.csv
    columns:
      - {key: row, heading: Row, type: text, key_column: true}
      - {key: a, heading: A}
      - {key: b, heading: B}
      - {key: c, heading: C, rule: {operation: sum, columns: [a, b]}}
"""


def place_of(check: Check, folder: Path, text: str, files: dict[str, str] | None = None) -> tuple[str, int, int]:
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    span = run_checks(case, [check])[0].findings[0].span
    assert span
    return span.path, span.line, span.column


def test_a_word_of_a_composed_paragraph_is_shown_in_its_line(tmp_path: Path) -> None:
    line = COMPOSED.split("\n").index("      She is guilty of the conduct alleged.") + 1

    assert place_of(check_named("word-above-standard"), tmp_path, COMPOSED) == ("case.yaml", line, 14)


def test_a_translation_is_shown_at_the_number_that_differs(tmp_path: Path) -> None:
    line = TRANSLATED.split("\n").index("          Il y avait 500 hommes.") + 1

    assert place_of(check_named("translation-mismatch"), tmp_path, TRANSLATED) == ("case.yaml", line, 22)


def test_a_cell_that_is_off_is_shown_in_its_row(tmp_path: Path) -> None:
    files = {"t.csv": "row,a,b,c\nx,1,2,3\ny,1,2,4\n"}

    assert place_of(check_named("derived-cell-differs"), tmp_path, TABLE, files) == ("t.csv", 3, 7)


def test_the_second_of_two_rows_of_one_name_is_shown(tmp_path: Path) -> None:
    files = {"t.csv": "row,a,b,c\nx,1,2,3\nx,5,2,7\n"}

    assert place_of(check_named("quantity-with-two-values"), tmp_path, TABLE, files)[:2] == ("t.csv", 3)
