"""Which authorities lack what the form needs by which they are cited."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.engine.run import run_checks
from probata.checks.records.authorities import authority_form_incomplete

ONE_OF = "`neutral_citation` or `report` or `number` or `court` with `date`"


def found_in(folder: Path, fields: str, more: str = "") -> list[str]:
    folder.mkdir(exist_ok=True)
    record = f"{more}authorities: [{{id: pol, name: Pol v State, {fields}}}]"
    case, faults = load_example(folder, f"case: {{title: Example}}\n{record}\n")
    assert faults == []
    return [in_ids(found.message) for found in run_checks(case, [authority_form_incomplete])[0].findings]


def test_the_finding_names_the_authority(tmp_path: Path) -> None:
    assert found_in(tmp_path, "kind: judgment, form: echr_case, date: 2023-03-07") == [
        "“Pol v State” (`pol`) is cited by the form `echr_case` and lacks `number`"
    ]


@each("form", ["", "form: case"])
@each("kind", ["judgment", "decision"])
def test_a_judgment_of_which_only_the_name_is_recorded_is_found(kind: str, form: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, f"kind: {kind}, {form}") == [
        f"“Pol v State” (`pol`) is cited by the form `case` and lacks {ONE_OF}"
    ]


@each(
    "fields",
    [
        "form: england_case, neutral_citation: '[2008] UKHL 13'",
        "form: england_case, court: CA, date: 2008-02-01",
        "form: eu_case, number: C-1/08, date: 2008-02-01",
        "report: '[2008] 1 AC 884'",
        "number: 112/2022",
        "court: Court of Review, date: 2023-03-07",
        "citation: Pol v State",
    ],
)
def test_one_of_several_fields_is_enough(fields: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, f"kind: judgment, {fields}") == []


def test_a_day_without_the_court_is_not_enough(tmp_path: Path) -> None:
    assert len(found_in(tmp_path, "kind: judgment, form: england_case, date: 2008-02-01")) == 1


def test_an_authority_of_another_kind_without_a_form_is_left_alone(tmp_path: Path) -> None:
    assert found_in(tmp_path, "kind: un_report") == []


def test_a_document_whose_source_is_named_is_measured_by_the_form_of_its_kind(tmp_path: Path) -> None:
    printed = "sources: [{id: printed, type: report, title: Pol, held: held}]\n"
    assert found_in(tmp_path / "a", "kind: un_report, source: printed, symbol: A/HRC/45/13", printed) == []
    assert found_in(tmp_path / "b", "kind: un_report, source: printed", printed) == [
        "“Pol v State” (`pol`) is cited by the form `un_document` and lacks `symbol`"
    ]
