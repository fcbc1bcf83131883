"""Each allegation of the records is in the matrix and in the documents, with what carries it, or with a visible gap."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.command import Command
from tests.filings.allegations import AllegedRecord, alleged_in
from tests.filings.cases import ALLEGING, CLAIMS, EXAMPLE, REAL, FilingName
from tests.filings.made import MadeFiling, MadePdf
from tests.filings.words import gap_in
from tests.readers.docx_text import read_docx_sections
from tests.readers.pdf_text import read_pdf_sections
from tests.readers.section import Section, unspaced_text

of_filings_with_allegations = pytest.mark.parametrize("filing_name", ALLEGING, ids=str)


@pytest.mark.parametrize("name", ALLEGING, ids=str)
def test_the_records_have_roles_labels_and_provisions_to_compare(name: FilingName) -> None:
    found = alleged_in(name)
    assert len(found) == {EXAMPLE: 4, REAL: 13}[name.case]
    assert all(one.roles and all(one.labels.values()) and one.provisions for one in found)


@of_filings_with_allegations
def test_the_word_file_shows_what_carries_each_allegation(filing: MadeFiling) -> None:
    shown = read_docx_sections(filing.docx)
    assert [fault for alleged in alleged_in(filing.name) for fault in missing(alleged, shown)] == []


@of_filings_with_allegations
def test_the_pdf_shows_what_carries_each_allegation(filing_name: FilingName, pdf: MadePdf) -> None:
    shown = read_pdf_sections(pdf.data)
    assert [fault for alleged in alleged_in(filing_name) for fault in missing(alleged, shown)] == []


def test_word_and_pdf_have_the_same_marks_below_the_same_headings(filing: MadeFiling, pdf: MadePdf) -> None:
    in_word = [(unspaced_text([found.heading]), found.notes) for found in read_docx_sections(filing.docx)]
    assert [(found.heading, found.notes) for found in read_pdf_sections(pdf.data)] == in_word


@pytest.mark.parametrize("case", [EXAMPLE, REAL])
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


def missing(alleged: AllegedRecord, shown: list[Section]) -> list[str]:
    """Return what the section of an allegation should say and does not, where no gap stands in its place."""
    title = unspaced_text([f": {alleged.title}"])
    section = next(found for found in shown if unspaced_text([found.heading]).endswith(title))
    wanted = {"post": alleged.posts, "provision": alleged.provisions}
    faults = [f"{what} {name}" for what, names in wanted.items() for name in names if not is_shown(section, name)]
    against = (words for item in alleged.contrary for words in item)
    faults += [f"contrary {words}" for words in against if unspaced_text([words]) not in section.text]
    if not section.notes and not gap_in(alleged.language).search(section.text):
        faults.append("no note")
    return [f"{alleged.id}: {fault}" for fault in faults]


def is_shown(section: Section, words: str) -> bool:
    """Tell whether a cell of the table of an allegation holds the words, or a gap stands where they should be."""
    cells = [unspaced_text([item.text]) for item in section.items if item.kind == "cell"]
    return any(unspaced_text([words]) in cell for cell in cells)


@of_filings_with_allegations
def test_a_section_that_lacks_something_is_found(filing: MadeFiling) -> None:
    alleged = alleged_in(filing.name)[0]
    other = replace(
        alleged, id="x", posts=["Colonel of nothing"], provisions=["UNCAT, article 99"], contrary=[["it rained"]]
    )
    faults = missing(other, read_docx_sections(filing.docx))
    assert faults == ["x: post Colonel of nothing", "x: provision UNCAT, article 99", "x: contrary it rained"]


def test_the_records_of_both_cases_have_something_against_their_allegations() -> None:
    against = {name.case: sum(len(one.contrary) for one in alleged_in(name)) for name in ALLEGING}

    assert against == {EXAMPLE: 5, REAL: against[REAL]}
    assert against[REAL] > 5
