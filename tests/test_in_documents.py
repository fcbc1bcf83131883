"""What documents say of allegations, and of the evidence for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.case_folder import Built, build, write_case
from tests.cli.command import Command
from tests.each import each
from tests.filings.allegations import alleged_in
from tests.filings.cases import ALLEGING, CLAIMS, EXAMPLE, REAL, FilingName, Record, by_id, records
from tests.filings.every import each_of, every_filing
from tests.filings.made import MadeFiling, MadePdf
from tests.readers.docx_text import read_docx_sections
from tests.readers.pdf_text import read_pdf_sections
from tests.readers.section import Section, unspaced_text

from probata.compose.library import _END
from probata.pipeline import open_workspace

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


CASE_SOURCES = """\
- {id: gazette, title: The Gazette, held: held, supports: His appointment}
- {id: report, title: A Report on the Harbour, short_title: Harbour report, held: held}
- {id: letter, title: Letter of two advocates, held: cited_in, cited_in: "report, p. 9"}
- {id: unused, title: A Work that Nothing Cites, held: held}
"""
EVIDENCE = 'evidence: [{source: report, pinpoint: {type: page, value: "7"}, supports: "{{ state }} beat them"}]'
ALLEGATIONS = """\
- id: beatings
  title: Alleged beatings in the harbour
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}]
  particulars: Guards beat detainees on the quay [@report, p. 7]; two wrote of it [@letter].
"""
TEMPLATE = """\
{% for a in allegations %}
{{ a.particulars }}

{% for e in a.evidence %}
{{ e.supports }}{{ e.cites }}

{% endfor %}
{% endfor %}
He led them.{% for role in roles %}{{ role.cites }}{% endfor %}

{{ evidence_schedule }}
"""


def built(folder: Path, profile: str, **more: str) -> Built:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text(f"id: mine\nextends: uk-ghr\ntitle: Mine\n{profile}", encoding="utf-8")
    (forum / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    case = write_case(
        folder,
        case="title: Harbour\nstate: Kelvandra\nas_of: 2026-10-30\npersons_concerned: [solvan]\n"
        "filings: [{id: mine, forum: mine}]\n",
        sources=CASE_SOURCES,
        allegations=f"{ALLEGATIONS}  {EVIDENCE}\n",
        **more,
    )
    return build(case, workspace=open_workspace(folder / "templates"))


def rows(text: str) -> list[list[str]]:
    table = text.partition('id="evidence-schedule"')[2].partition("</table>")[0]
    cells = (re.findall("<td.*?</td>", row, re.DOTALL) for row in table.split("<tr"))
    return [[" ".join(re.sub("<[^>]*>", "", cell).split()) for cell in found] for found in cells if found]


def test_each_source_cited_has_a_row_with_what_is_recorded_of_it(tmp_path: Path) -> None:
    report, letter, gazette = rows(built(tmp_path, "citation: {schedule: true}\n").text)
    assert (report[0], report[2:]) == ("E1", ["Kelvandra beat them", "Count 1", "–"])
    assert (letter[0], letter[2:]) == ("E1.1", ["–", "–", "Not seen"])
    assert letter[1].endswith("cited in Harbour report [E1] 9")
    assert (gazette[0], gazette[2:]) == ("E2", ["His appointment", "Count 1", "–"])


def test_notes_name_them_by_these_numbers(tmp_path: Path) -> None:
    text = re.sub("<[^>]*>", "", built(tmp_path, "citation: {schedule: true}\n").text)
    for note in ("Harbour report [E1] 7.", "Letter of two advocates [E1.1].", "The Gazette [E2] 3."):
        assert note in text


def test_without_the_field_nothing_is_numbered(tmp_path: Path) -> None:
    text = built(tmp_path, "citation: {schedule: false}\n").text
    assert rows(text) == []
    assert "[E1]" not in text


def test_where_papers_go_on_to_the_state_the_list_does_not_tell_what_is_the_submitter_s_own(tmp_path: Path) -> None:
    profile = "citation: {schedule: true, numbered: doc.}\ndisclosure: {audiences: [decision_maker, state]}\n"
    text = built(tmp_path, profile).text
    report, *_ = rows(text)
    assert (report[0], report[2:]) == ("1", ["Kelvandra beat them", "Count 1"])
    assert "Harbour report [doc.\N{NO-BREAK SPACE}1] 7." in re.sub("<[^>]*>", "", text)


COPIES = """\
- id: report-copy
  source: report
  sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  name: report.pdf
  size: 4
  captured_at: 2024-03-02T10:11+01:00
  collector: Ysolde Tarn
  received_from: Bram Kettle
  address: 198.51.100.7
  identity: harbourmaster_77
  note: from the second phone
  custody:
    - {action: preserved, at: 2024-03-05T09:00+01:00}
    - {action: handed_over, given_by: Ysolde Tarn, given_to: Odo Falk, note: by hand}
"""


def test_of_a_held_copy_the_day_of_capture_is_printed_and_nothing_of_who_had_it(tmp_path: Path) -> None:
    text = built(tmp_path, "citation: {schedule: true}\n", copies=COPIES).text
    report, *others = rows(text)
    assert report[4] == "copy held, captured on 2 March 2024"
    assert all("copy held" not in cell for row in others for cell in row)
    private = ("Ysolde", "Kettle", "198.51.100.7", "harbourmaster", "second phone", "Falk", "by hand", "report.pdf")
    assert [word for word in private if word in text] == []


def test_of_a_held_copy_without_a_day_of_capture_it_says_that_it_is_held(tmp_path: Path) -> None:
    undated = COPIES.replace("  captured_at: 2024-03-02T10:11+01:00\n", "")
    report, *_ = rows(built(tmp_path, "citation: {schedule: true}\n", copies=undated).text)
    assert report[4] == "copy held"


def test_where_no_copy_is_held_one_sentence_says_so(tmp_path: Path) -> None:
    assert built(tmp_path, "citation: {schedule: true}\n").text.count("no copy is preserved under its hash") == 1


def test_a_short_word_with_a_stop_does_not_end_a_name() -> None:
    assert [_END.split(title, maxsplit=1)[0] for title in ("Reply of Sra. Tovalka (2026)", "Directive 17. Rules")] == [
        "Reply of Sra. Tovalka",
        "Directive 17",
    ]
