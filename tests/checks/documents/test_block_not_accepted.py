"""Blocks that a forum does not take, in the documents of its filings."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

CASE = """
case:
  title: Example
  summary: Prisoners were beaten.
  filings: [{id: letter, forum: letter}]
"""
FORUM = """
id: letter
extends: _base
document_kind: submission
rules:
  - {id: read, text: No tables., source: 'https://rules.example/1', read_on: 2026-11-24, verified: true}
  - {id: unread, text: No tables., source: 'https://rules.example/2'}
"""
TABLE = "| Month | Prisoners |\n|---|---|\n| May | 137 |\n"


def found(folder: Path, blocks: str, template: str) -> list[tuple[str, str, Severity, list[str]]]:
    files = {"templates/letter/forum.yaml": FORUM + f"blocks: {blocks}\n", "templates/letter/brief.md.j2": template}
    case, faults = load_example(folder, CASE, files)
    assert faults == []
    findings = run_checks(case, [check_named("block-not-accepted")])[0].findings
    return [(one.record, in_ids(one.message), one.severity, list(one.notes)) for one in findings]


TOLD = "the document has 1 of the kind `table`, which `letter` does not take"


def test_a_block_inside_a_box_is_found(tmp_path: Path) -> None:
    assert [one[1] for one in found(tmp_path, "{forbidden: [table]}", f"::: notice\n{TABLE}:::\n")] == [TOLD]


def test_it_weighs_as_the_rule_behind_it_and_names_it(tmp_path: Path) -> None:
    read = found(tmp_path / "a", "{forbidden: [table], rule: read}", TABLE)
    unread = found(tmp_path / "b", "{forbidden: [table], rule: unread}", TABLE)

    assert [one[2:] for one in read] == [(Severity.ERROR, ["rule `read`: No tables."])]
    assert [one[2:] for one in unread] == [(Severity.WARNING, ["rule `unread`: No tables."])]
