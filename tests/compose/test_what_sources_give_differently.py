"""What two sources give differently is printed with both, and what was read in part is called so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import BACKGROUND, PEOPLE, SOURCES, build, write_case

EVENTS = """\
- id: raid
  kind: incident
  title: Raid on the quay
  dates: 2022-05-03
  count: {value: 6, unit: dead, citations: "report, p. 7", other_accounts: [{value: 7, citations: "gazette, p. 2"}]}
  citations: "report, p. 7"
"""
QUOTATIONS = """\
- {id: order, speaker: {person: solvan}, text: Go on., quoted_in: "report, p. 8"}
- {id: order-2, speaker: {person: solvan}, text: "Go on, I said.", quoted_in: "gazette, p. 4", version_of: order}
"""


def printed(folder: Path, **files: str) -> str:
    """Return what the submission and its annexes say, without the marks of notes."""
    pages: list[Any] = [html.document_fromstring(made.data) for made in build(write_case(folder, **files)).made]
    for page in pages:
        for mark in page.xpath("//a[@role='doc-noteref']"):
            mark.drop_tree()
    return " ".join(" ".join(text for page in pages for text in page.itertext()).split()).replace(" ;", ";")


def test_two_counts_of_one_event_stand_in_the_chronology(tmp_path: Path) -> None:
    assert "Raid on the quay: 6 dead [E1] 7; 7 according to another source" in printed(tmp_path, events=EVENTS)


def test_another_version_of_a_quotation_stands_below_the_one_that_is_set_off(tmp_path: Path) -> None:
    files = {"narrative/background.md": BACKGROUND.replace("place:", "epigraphs: [order]\nplace:")}
    text = printed(tmp_path, quotations=QUOTATIONS, **files)

    assert "“Go on.”" in text
    assert "Another version: “Go on, I said.”" in text


def test_the_evidence_schedule_says_what_of_a_work_was_read(tmp_path: Path) -> None:
    sources = SOURCES.replace("Harbour, held: held", "Harbour, held: held, read_in_part: pp. 1-9")

    assert "read in part: pp. 1-9" in printed(tmp_path, sources=sources)


def test_family_ties_stand_on_the_sheet_of_the_person(tmp_path: Path) -> None:
    people = PEOPLE.replace("{family: Solvan, given: Ardel}", "Ardel Solvan\n  family: [brother of the President]", 1)

    assert "Family ties brother of the President" in printed(tmp_path, people=people)
    assert "Family ties" not in printed(tmp_path / "none")
