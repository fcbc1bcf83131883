"""Ladders of words, and words of quantity said of a post, in French and Spanish as in English."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks import Check
from probata.checks.engine.run import run_checks
from probata.checks.records.figures import quantity_word_of_role
from probata.diagnostics import Severity

FR = "fr"
ES = "es"


def told(check: Check, folder: Path, text: str) -> list[tuple[str, str]]:
    case, faults = load_example(folder, text, {"stays.csv": "row,year,n\na,2017,487\nb,2017,61\n"})
    assert [in_ids(fault.message) for fault in faults if fault.severity is not Severity.INFO] == []
    return [(one.record, in_ids(one.message)) for one in run_checks(case, [check])[0].findings]


ROLE = """
case: {title: Exemple, language: fr}
people: [{id: p, name: {family: Orskelin}}]
roles:
  - id: office
    person: p
    title: Chef
    dates: 2017
    responsibility: [{label: oversight, over: "OVER"}]
datasets:
  - id: stays
    title: Séjours
    file: stays.csv
    columns:
      - {key: row, heading: Ligne, type: text, key_column: true}
      - {key: year, heading: Année, type: date, covers: period}
      - {key: n, heading: Personnes}
figures:
  - {id: all, title: Tous, operation: sum, of: [{dataset: stays, column: n}], ascribed_to: [office]}
"""


@each(("over", "count"), [("des milliers de séjours", 1), ("des centaines de séjours", 0)])
def test_thousands_said_of_a_post_are_compared_with_its_figure(over: str, count: int, tmp_path: Path) -> None:
    assert len(told(quantity_word_of_role, tmp_path, ROLE.replace("OVER", over))) == count


CHARGE = """
case: {title: Example, language: LANG}
sources: [{id: report, type: report, title: R, held: held}]
allegations:
  - {id: a, title: T, statement: "SAID", evidence: [{source: report, quote: "QUOTE"}]MORE}
"""
