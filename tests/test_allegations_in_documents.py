"""Each allegation of the records is in the matrix, and in the documents in the count that argues it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.each import each
from tests.filings.allegations import alleged_in
from tests.filings.cases import ALLEGING, CLAIMS, EXAMPLE, REAL, FilingName, Record, by_id, records
from tests.filings.every import each_of, every_filing
from tests.filings.made import MadeFiling, MadePdf
from tests.readers.docx_text import read_docx_sections
from tests.readers.pdf_text import read_pdf_sections
from tests.readers.section import Section, unspaced_text

ARGUING = tuple(
    name for name in ALLEGING if not name.filing.startswith("un-sp") and name != (EXAMPLE, "support-statement")
)
"""The filings that argue counts; the others tell what happened, or hold the words of their maker."""
of_filings_that_argue = each_of(ARGUING)


@dataclass(frozen=True, slots=True)
class CountRecord:
    """A count of the records: its title, the allegations put forward that it gathers, and whom they charge."""

    title: str
    allegations: set[str]
    persons: set[str]
    """Family names."""


def counts_in(name: FilingName) -> list[CountRecord]:
    """Return the counts of a filing; an allegation that none gathers is one by itself."""
    alleged = {one.id: one for one in alleged_in(name)}
    language = "en-US" if name.filing == "us-glomag" else "en-GB"
    found = [
        CountRecord(_title(count, language), set(count["allegations"]) & set(alleged), set())
        for count in records(name.case, "counts")
    ]
    gathered = {id_ for count in found for id_ in count.allegations}
    found += [CountRecord(one.title, {one.id}, set()) for one in alleged.values() if one.id not in gathered]
    roles, people = by_id(name.case, "roles"), by_id(name.case, "people")
    for count in found:
        charged = {roles[role]["person"] for id_ in count.allegations for role in alleged[id_].roles}
        count.persons.update(people[person]["name"]["family"] for person in charged)
    return [count for count in found if count.allegations]


def _title(count: Record, language: str) -> str:
    return str(count.get("translations", {}).get(language, {}).get("title", count["title"]))


@of_filings_that_argue
def test_the_word_file_argues_each_count_against_whom_it_charges_on_evidence(filing: MadeFiling) -> None:
    shown = read_docx_sections(filing.docx)
    assert [fault for count in counts_in(filing.name) for fault in missing(count, shown)] == []


@of_filings_that_argue
def test_the_pdf_argues_each_count_against_whom_it_charges_on_evidence(filing_name: FilingName, pdf: MadePdf) -> None:
    shown = read_pdf_sections(pdf.data)
    assert [fault for count in counts_in(filing_name) for fault in missing(count, shown)] == []


def missing(count: CountRecord, shown: list[Section]) -> list[str]:
    """Return what the sections of a count should say and do not: its heading, whom it charges, notes."""
    headings = [unspaced_text([section.heading]) for section in shown]
    title = unspaced_text([f": {count.title} ("])
    place = next((n for n, heading in enumerate(headings) if title in heading and "Count" in heading), None)
    if place is None:
        return [f"{count.title}: no section"]
    faults = [f"{count.title}: {person}" for person in count.persons if person not in headings[place]]
    names = {unspaced_text([person]) for person in count.persons}
    own = [shown[place]]
    for section, heading in zip(shown[place + 1 :], headings[place + 1 :], strict=True):
        if not any(heading.endswith(name) or heading.startswith(name) for name in names):
            break
        own.append(section)
    is_cited = any(section.notes or "(SD" in section.text for section in own)  # the one work is cited in the text
    return faults if is_cited else [*faults, f"{count.title}: no note"]


@every_filing
def test_word_and_pdf_have_the_same_marks_below_the_same_headings(filing: MadeFiling, pdf: MadePdf) -> None:
    in_word = [(unspaced_text([found.heading]), found.notes) for found in read_docx_sections(filing.docx)]
    assert [(found.heading, found.notes) for found in read_pdf_sections(pdf.data)] == in_word


@each("case", [EXAMPLE, REAL])
def test_the_matrix_shows_what_carries_each_allegation(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = Command(tmp_path, capsys)("show", CLAIMS / case, "matrix")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert ran.code == 0
    assert rows[0] == ["Allegation", "Role", "Responsibility", "Provision", "Citations"]
    for alleged in alleged_in(FilingName(case, "uk-ghr")):
        own = [row for row in rows if row[0] == alleged.id]
        assert len(own) == len(alleged.roles) * len(alleged.provisions)
        for id_, title in alleged.roles.items():
            labels = {row[2] for row in own if row[1].endswith(f": {title}")}
            assert labels == {" and ".join(sorted(alleged.labels[id_]))}
        assert all(int(row[4]) >= 1 for row in own)
