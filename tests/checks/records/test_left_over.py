"""What stands in a case and is used by nobody, or was written by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.example_case import check_named, load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.unfinished import starter_title
from probata.cli.new import make_case
from probata.diagnostics import Diagnostic, Severity
from probata.pipeline import open_case, open_workspace

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


TITLE = "title: Wet cells at the Sellen Harbour Prison, Kelvandra\n"
OWN = "title: Beatings in the North Prison\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    make_case(tmp_path / "mine")
    return tmp_path / "mine"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def found(case: Path) -> list[Diagnostic]:
    return [one for one in open_case(case, "mine", open_workspace()).report if one.name == "starter-text-left"]


def line(one: Diagnostic, case: Path) -> str:
    assert one.span is not None
    file = case / Path(one.span.path).relative_to("mine")
    return file.read_text(encoding="utf-8").split("\n")[one.span.line - 1].strip()


def test_the_starter_itself_is_nobodys_own_case(case: Path) -> None:
    assert starter_title() in TITLE
    assert found(case) == []


def test_in_a_case_of_ones_own_each_text_of_the_starter_is_named_with_its_line(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    told = {one.record: one for one in found(case)}

    assert {one.severity for one in told.values()} == {Severity.WARNING}
    of_case = told["case/mine"]
    assert "`marking`" in in_ids(of_case.message)
    assert "`filings.addressee.name`" not in in_ids(of_case.message)
    assert "`marking` in line" in in_ids(of_case.notes[0])
    assert line(told["allegations/wet-cells"], case).startswith("title: Alleged ill-treatment")
    assert line(told["narrative/background"], case).startswith("title: The prison and its lower cells")


def test_what_was_rewritten_is_found_no_more(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    before = {one.record for one in found(case)}
    (case / "narrative" / "background.md").write_text("---\ntitle: Our prison\n---\nIt holds men.\n", encoding="utf-8")
    (case / "allegations.yaml").unlink()

    assert before - {one.record for one in found(case)} == {"narrative/background", "allegations/wet-cells"}


def test_one_paragraph_that_is_left_in_a_text_is_found_at_its_line(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    section = case / "narrative" / "background.md"
    left = section.read_text(encoding="utf-8").split("---\n", 2)[2].split("\n\n")[1]
    section.write_text(f"---\ntitle: Our prison\n---\nIt holds men.\n\n{left}\n\nNo more.\n", encoding="utf-8")
    (one,) = [one for one in found(case) if one.record == "narrative/background"]

    assert line(one, case) == left.split("\n")[0].strip()


def test_a_short_name_tells_only_in_a_record_with_an_id_of_the_starter(case: Path) -> None:
    change(case / "case.yaml", TITLE, OWN)
    sources = case / "sources.yaml"
    left = "- {id: IDENTITY, title: Decree 9, container_title: State Gazette of Kelvandra}\n"
    for identity, count in (("gazette-2022", 1), ("gazette-2030", 0)):
        sources.write_text(left.replace("IDENTITY", identity), encoding="utf-8")
        assert len([one for one in found(case) if one.record.startswith("sources/")]) == count
