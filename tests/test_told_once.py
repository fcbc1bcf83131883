"""One fault of a case is told once: what only follows from it is not told beside it."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, CASE, ROLES, SOURCES, write_case
from tests.each import each

from probata.checks.engine.folding import fold
from probata.diagnostics import Diagnostic
from probata.pipeline import check_documents, open_case, open_workspace

FIGURES = "- {id: shown, title: Shown, operation: value, of: [{dataset: detained, column: COLUMN, rows: [2022-05]}]}\n"
PRINTED = ALLEGATIONS.replace("Guards beat detainees on", "Guards beat {{ figure('shown').number }} detainees on")
STANDARD = "  standard_of_proof: reasonable grounds to suspect\n  translations: {fr: {standard_of_proof: des motifs}}\n"
TWO_FILINGS = CASE.replace("summary:", "  - {id: other, forum: us-glomag}\nsummary:")


def told(folder: Path, **files: str) -> tuple[Diagnostic, ...]:
    workspace = open_workspace()
    session = open_case(write_case(folder, **files), "harbour", workspace)
    session.report.extend(check_documents(session, workspace))
    return fold(session.report)


def new(folder: Path, sound: dict[str, str], spoilt: dict[str, str]) -> list[str]:
    """Return the names of what is found of a spoilt case and was not found of the sound one, in the same words."""
    before = {(one.name, one.message) for one in told(folder / "sound", **sound)}
    return [one.name for one in told(folder / "spoilt", **spoilt) if (one.name, one.message) not in before]


@each("column", ["perons", "month"])
def test_a_figure_without_a_result_is_told_once_whatever_prints_it(column: str, tmp_path: Path) -> None:
    files = {"case": TWO_FILINGS, "allegations": PRINTED}
    sound, spoilt = (files | {"figures": FIGURES.replace("COLUMN", name)} for name in ("persons", column))

    assert new(tmp_path, sound, spoilt) == ["figure-without-result"]


def test_a_source_that_is_lost_and_has_no_name_is_told_once_and_must_be_mended(tmp_path: Path) -> None:
    files = {"case": TWO_FILINGS, "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @lost]")}
    spoilt = files | {"sources": f"{SOURCES}- {{id: lost, held: not_located, cited_in: report}}\n"}
    sound = files | {"sources": spoilt["sources"].replace("lost,", "lost, title: Orders of the guard,")}

    (before,) = (one for one in told(tmp_path / "sound", **sound) if one.name == "note-without-source")
    (after,) = (one for one in told(tmp_path / "spoilt", **spoilt) if one.name == "note-without-source")

    assert not before.refuses
    assert after.refuses
    assert [one for one in new(tmp_path / "both", sound, spoilt) if one.startswith("reference-")] == []


def test_a_misspelt_field_is_told_once_and_a_missing_one_as_missing(tmp_path: Path) -> None:
    files = {"allegations": ALLEGATIONS + STANDARD}
    slip = {"allegations": ALLEGATIONS + STANDARD.replace("  standard_of", "  standart_of", 1)}
    gone = {"allegations": ALLEGATIONS}

    assert new(tmp_path / "slip", files, slip) == ["unknown-field"]
    assert new(tmp_path / "gone", files, gone) == ["required-field-missing"]


def test_a_post_is_not_missing_where_a_role_cannot_be_read(tmp_path: Path) -> None:
    (found,) = (
        one
        for one in told(tmp_path, roles=ROLES.replace("  person:", "\tperson:"))
        if one.name == "identity-incomplete"
    )

    assert "post held" not in found.message
    (found,) = (one for one in told(tmp_path, roles="[]\n") if one.name == "identity-incomplete")
    assert "post held" in found.message


def test_a_reference_without_target_is_told_once_for_several_filings(tmp_path: Path) -> None:
    told_of = [
        one
        for one in told(tmp_path, case=TWO_FILINGS.replace("stands in every", "see paragraph 999 stands in every"))
        if one.name == "reference-without-target"
    ]

    assert [one.filings for one in told_of] == [("submission",)]
