"""The records: what of a faulty one is kept, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks import run_checks
from probata.checks.documents.kept_changes import change_not_made, change_without_place, kept_in_one_document
from probata.checks.records.unfinished import open_point
from probata.diagnostics import Diagnostic, Severity
from probata.document.walk import own_inlines, plain_text, walk_blocks

CASE = """
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings: [{id: letter, forum: letter}, {id: other, forum: letter}]
people: [{id: wolk, name: Mara Wolk}]
"""
FORUM = {"templates/letter/forum.yaml": "id: letter\nextends: _base\ndocument_kind: submission\n"}
CHANGE = """
changes:
  - id: wing
    filing: letter
    before: Prisoners were beaten in the north wing.
    {after}
    author: Ada Reyes
    date: 2024-06-01
"""
POINT = """
points:
  - id: name
    {about}
    text: Is this how she writes her name?
    author: Oda `Q` Quillfern
    date: 2024-06-01
"""
CHECKS = [change_not_made, change_without_place, kept_in_one_document, open_point]


def read(folder: Path, text: str) -> tuple[list[str], tuple[Diagnostic, ...], list[str]]:
    """Return names of faults of reading, what the checks find, and the lines of the first filing."""
    case, faults = load_example(folder, CASE + text, FORUM)
    found = tuple(one for result in run_checks(case, CHECKS) for one in result.findings)
    blocks = case.drafts["letter"].document.blocks
    return [one.name for one in faults], found, [plain_text(own_inlines(block)) for block in walk_blocks(blocks)]


@each("after", ["after: [one, two]", "after: {text: one}", "aftr: Prisoners were beaten there."])
def test_a_change_whose_new_words_cannot_be_read_changes_nothing(after: str, tmp_path: Path) -> None:
    faults, found, lines = read(tmp_path, CHANGE.format(after=after))

    assert len(faults) == 1
    assert found == ()
    assert "Prisoners were beaten in the north wing." in lines


def test_a_change_is_made_in_its_filing_and_told_as_a_note(tmp_path: Path) -> None:
    faults, (found,), lines = read(tmp_path, CHANGE.format(after="after: Prisoners were beaten in the west wing."))

    assert faults == []
    assert "Prisoners were beaten in the west wing." in lines
    assert (found.name, found.severity, found.record) == ("kept-in-one-document", Severity.INFO, "changes/wing")
    assert found.message == (
        "the document `letter` alone says “… beaten in the west wing.” where the records give "
        "“… beaten in the north wing.”"
    )
    assert found.notes == ("kept by Ada Reyes, no reason is given",)


def test_what_is_left_out_in_one_document_is_told(tmp_path: Path) -> None:
    faults, (found,), lines = read(tmp_path, CHANGE.format(after="reason: They know it."))

    assert faults == []
    assert "Prisoners were beaten in the north wing." not in lines
    assert found.message == (
        "the document `letter` alone leaves out what it has otherwise: “Prisoners were beaten in the north wing.”"
    )
    assert found.notes == ("kept by Ada Reyes: They know it.",)


def test_a_change_of_a_filing_that_there_is_not_is_told(tmp_path: Path) -> None:
    faults, _, lines = read(tmp_path, CHANGE.format(after="after: There.").replace("filing: letter", "filing: lettre"))

    assert faults == ["unknown-reference"]
    assert "Prisoners were beaten in the north wing." in lines


@each("odd", ["¶\\n", "⟦", "⟦1⟧⟦1⟧", "\\uFFFC", "⟦99999999999⟧", "{{ x }}", "[@a, p. 1]", "**x** <b>", "«ﷺ»"])
def test_odd_characters_are_words_or_a_finding_and_never_a_fault_of_the_program(odd: str, tmp_path: Path) -> None:
    faults, found, lines = read(tmp_path, CHANGE.format(after=f'after: "x {odd} y"'))

    assert all(fault in {"odd-character", "control-character"} for fault in faults)
    told = {one.name for one in found}
    shown = [line for line in lines if line.startswith("x ") and line.endswith(" y")]
    assert bool(shown) is ("change-not-made" not in told and not faults)


def test_an_open_point_stands_at_the_field_that_it_is_about_and_is_decided_as_itself(tmp_path: Path) -> None:
    _, (found,), lines = read(tmp_path, POINT.format(about="about: people/wolk#name"))

    assert (found.name, found.severity, found.record) == ("open-point", Severity.WARNING, "points/name")
    assert found.span is not None
    assert found.span.line == 6
    assert found.message == (
        "Oda 'Q' Quillfern left a point open about `people/wolk#name`: “Is this how she writes her name?”"
    )
    assert not any("how she writes" in line for line in lines)


ANSWERS = """
  - {id: yes, answers: name, text: It is., author: Ada Reyes, date: 2024-06-02}
  - {id: sure, answers: yes, text: With one l?, author: Oda Quillfern, date: 2024-06-03}
  - {id: alone, text: And this?, author: Ada Reyes, date: 2024-06-04}
"""


def test_a_point_and_the_answers_to_it_are_told_once(tmp_path: Path) -> None:
    _, found, _ = read(tmp_path, POINT.format(about="about: people/wolk#name") + ANSWERS)

    assert [one.record for one in found] == ["points/name", "points/alone"]
    assert found[0].message == (
        "Oda 'Q' Quillfern left a point open about `people/wolk#name`: “Is this how she writes her name?”; "
        "last answered by Oda Quillfern: “With one l?”"
    )
    assert found[0].help == "answer it, then write `status: settled` at `name`, `yes`, `sure` in the open points"


def test_points_that_answer_each_other_in_a_circle_are_told_once(tmp_path: Path) -> None:
    _, found, _ = read(tmp_path, POINT.format(about="answers: sure") + ANSWERS)

    assert {one.record for one in found if one.name == "open-point"} == {"points/name", "points/alone"}


@each("field", ["name.9999999999", "name.²", "..", "history.0.x"])
def test_a_field_that_is_not_there_gives_the_place_of_the_record(field: str, tmp_path: Path) -> None:
    _, (found,), _ = read(tmp_path, POINT.format(about=f"about: people/wolk#{field}"))

    assert found.span is not None
    assert found.span.line == 6


def test_a_settled_point_is_not_told(tmp_path: Path) -> None:
    assert read(tmp_path, POINT.format(about="status: settled"))[1] == ()
