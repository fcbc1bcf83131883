"""Records to which nothing leads: told once for each kind."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.diagnostics import Severity

CASE = """
case: {title: Example, summary: "SUMMARY"}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: report, title: Report, held: held}]
quotations: [{id: q, speaker: {person: wolk}, text: "He told us to go on until they write.", quoted_in: "report, p. 4"}]
events: [{id: e, kind: incident, title: Visit to the north wing MORE}]
"""


def unused(folder: Path, text: str, files: dict[str, str] | None = None) -> list[str]:
    case, faults = load_example(folder, text, files)
    assert [in_ids(fault.message) for fault in faults] == []
    findings = run_checks(case, [check_named("record-not-used")])[0].findings
    assert all(one.severity is Severity.INFO for one in findings)
    return [one.record for one in findings]


@each(
    ("summary", "more", "kinds"),
    [
        ("Nothing.", "", ["quotations/q", "events/e"]),
        ("He says that they were “to go on until they write”.", "", ["events/e"]),
        ("On the visit to the north wing he said nothing.", "", ["quotations/q"]),
        ("Nothing.", ", context_only: true", ["quotations/q"]),
        ("They call it the Inspection.", ", other_names: [the inspection]", ["quotations/q"]),
    ],
)
def test_a_quotation_or_an_event_is_used_by_its_words_or_its_name(
    summary: str, more: str, kinds: list[str], tmp_path: Path
) -> None:
    assert unused(tmp_path, CASE.replace("SUMMARY", summary).replace("MORE", more)) == kinds


def test_a_source_is_used_where_anything_but_itself_cites_it(tmp_path: Path) -> None:
    text = """
case: {title: Example, summary: "It is so [@in-text]."}
sources:
  - {id: in-text}
  - {id: in-field}
  - {id: in-table}
  - {id: shown}
  - {id: through, held: held}
  - {id: of-another, cited_in: through}
  - {id: itself, cited_in: itself}
people: [{id: wolk, name: Mara Wolk, citations: [in-field, of-another]}]
exhibits: [{id: mw1, mark: MW1, description: it, source: shown}]
datasets:
  - id: d
    title: D
    file: data/d.csv
    columns: [{key: year, heading: Year, type: text, key_column: true}, {key: source, heading: Source, type: source}]
"""

    assert unused(tmp_path, text, {"data/d.csv": 'year,source\n2016,"in-table, p. 4"\n'}) == ["sources/itself"]


def test_nothing_is_said_while_a_record_cannot_be_read(tmp_path: Path) -> None:
    case, faults = load_example(tmp_path, "case: {title: Example}\nsources: [{id: a}]\nroles: [{id: r}]")

    assert faults
    assert run_checks(case, [check_named("record-not-used")])[0].findings == ()
