"""A filing of several parts: one composition and one numbering, a file for each part with notes of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.answers import KEPT
from tests.case_folder import write_case
from tests.parted import ANNEXES, FORUM, OF_PARTED, TEMPLATE, write_parted
from tests.word_templates.forums import saved, word
from tests.writers.docx_file import found, part

from probata.document.blocks import Contents, Heading, Paragraph, Role, Table
from probata.document.inlines import CrossRef, Gap, Note
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.pipeline import Prepared, finish, open_case, open_workspace, plan, prepare


def prepared(folder: Path, template: str = TEMPLATE, forum: str = FORUM, **records: str) -> Prepared:
    workspace = replace(open_workspace(write_parted(folder, template, forum)), store=KEPT)
    session = open_case(write_case(folder, case=OF_PARTED, **records), "harbour", workspace)
    return prepare(session, workspace, plan(session, workspace)[0], final=False)


def parts(folder: Path, template: str = TEMPLATE, **records: str) -> Mapping[str, Document]:
    return {one.meta.part: one for one in prepared(folder, template, **records).documents}


def lines(document: Document) -> list[str]:
    return [text for block in walk_blocks(document.blocks) if (text := plain_text(own_inlines(block)))]


def notes(document: Document) -> list[tuple[int, str]]:
    return [
        (note.number, plain_text(own_inlines(note.blocks[0])))
        for note in inlines_in_order(document.blocks)
        if isinstance(note, Note)
    ]


def numbers(document: Document) -> list[str]:
    """Return the numbers of headings, paragraphs and tables."""
    numbered = (one for one in walk_blocks(document.blocks) if isinstance(one, Heading | Paragraph | Table))
    return [str(one.number) for one in numbered if one.number]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(tmp_path_factory.mktemp("parted"))


@pytest.fixture
def three(made: Prepared) -> Mapping[str, Document]:
    return {one.meta.part: one for one in made.documents}


def test_each_part_has_its_own_title_in_its_head_and_its_own_contents(three: Mapping[str, Document]) -> None:
    assert {part: one.meta.title for part, one in three.items()} == {
        "brief": "Submission: Ardel Solvan",
        "annexes": "Annexes: Submission: Ardel Solvan",
        "sheet": "Details of the source: Submission: Ardel Solvan",
    }
    assert three["annexes"].meta.short_title == "Annexes: Submission"
    listed = [
        [plain_text(entry.inlines) for block in one.blocks if isinstance(block, Contents) for entry in block.entries]
        for one in three.values()
    ]
    assert listed == [["Request"], ["Chronology", "Sources", "Authorities"], []]


def test_numbers_run_on_into_the_annexes_but_begin_again_in_a_confidential_part_as_notes_do_in_each(
    three: Mapping[str, Document],
) -> None:
    assert [numbers(one) for one in three.values()] == [
        ["A", "1", "2", "3", "1"],
        ["Annex 1", "4", "5", "2", "Annex 2", "Annex 3"],
        ["1"],
    ]
    regulations = "Global Human Rights Sanctions Regulations 2020, SI 2020/680 (GHR Regulations)."
    report = "‘A Report on the Harbour’ 7."
    assert notes(three["brief"]) == [(1, regulations), (2, report)]
    assert notes(three["annexes"]) == [(1, report), (2, regulations)]
    assert notes(three["sheet"]) == [(1, "‘The Gazette’.")]


def test_a_reference_into_another_part_says_so_and_an_annex_names_itself(three: Mapping[str, Document]) -> None:
    assert "We ask for a listing. The days are in Annex 1, paragraph 4 of the annexes." in lines(three["brief"])
    said = "Paragraphs 1 and 2 of the brief rest on this. So does section A of the brief."
    assert said in lines(three["annexes"])


def test_lists_are_of_all_parts_but_the_confidential_one(three: Mapping[str, Document]) -> None:
    entries = [
        plain_text(one.inlines)
        for one in three["annexes"].blocks
        if isinstance(one, Paragraph) and one.role in (Role.BIBLIOGRAPHY, Role.AUTHORITY)
    ]
    assert entries == [
        "‘A Report on the Harbour’",
        "Global Human Rights Sanctions Regulations 2020, SI 2020/680 (GHR Regulations): "
        "para\xa01; n\xa01 of the brief; para\xa04; n\xa02",
    ]


def test_nothing_in_another_part_leads_into_a_confidential_one(tmp_path: Path) -> None:
    three = parts(tmp_path, TEMPLATE.replace("We ask for a listing.", 'We ask; see {{ ref("source") }}.'))
    gaps = [one.text for one in inlines_in_order(three["brief"].blocks) if isinstance(one, Gap)]
    assert gaps == ["cross-reference to `source`: there is nothing with a number there"]
    assert "The source of paragraph 1 of the brief." in lines(three["sheet"])
    assert "Details of the source" not in {*lines(three["brief"]), *lines(three["annexes"])}


@pytest.mark.parametrize(("listed_in", "note"), [("annexes", "(exhibit\xa0X/1)"), ("sheet", "")])
def test_notes_tell_the_mark_of_an_exhibit_that_an_open_part_lists(tmp_path: Path, listed_in: str, note: str) -> None:
    listed = "| Mark | What |\n|---|---|\n| {{ exhibits[0].mark }} | {{ exhibits[0].description }} |\n\n"
    place = "# Sources" if listed_in == "annexes" else "{#source}"
    exhibits = "- {id: x, mark: X/1, description: The report, source: report, pages: 1}\n"
    three = parts(tmp_path, TEMPLATE.replace(place, f"{listed}{place}"), exhibits=exhibits)
    assert notes(three["brief"])[1] == (2, " ".join(filter(None, ("‘A Report on the Harbour’ 7", note))) + ".")


def test_a_part_that_is_empty_is_not_made_and_one_begun_twice_is_one(tmp_path: Path) -> None:
    assert list(parts(tmp_path, TEMPLATE.replace(ANNEXES, ""))) == ["brief", "sheet"]
    again = TEMPLATE + "\n::: part name=brief\n:::\n\nBack in the brief.\n"
    assert "Back in the brief." in lines(parts(tmp_path, again)["brief"])


def test_a_change_kept_in_one_document_leaves_references_between_parts_right(tmp_path: Path) -> None:
    change = """\
- {id: out, filing: submission, before: These words stand twice., occurrence: 1, author: A, date: 2026-10-30}
"""
    three = parts(
        tmp_path, TEMPLATE.replace("The days are", 'Paragraph {{ ref("source") }} The days are'), changes=change
    )
    assert lines(three["brief"]).count("These words stand twice.") == 0
    assert lines(three["annexes"]).count("These words stand twice.") == 1
    assert numbers(three["annexes"])[:2] == ["Annex 1", "3"]


def test_word_goes_on_counting_where_the_part_before_ended(made: Prepared) -> None:
    annexes = finish(made, "docx", "annexes")
    assert annexes.name == "DRAFT-submission-annexes.en-GB.docx"
    starts = found(part(annexes.data, "word/numbering.xml"), "w:abstractNum/w:lvl[@w:ilvl='0']/w:start/@w:val")
    assert starts[0] == "4"
    fields = found(part(annexes.data, "word/document.xml"), ".//w:instrText/text()")
    assert " SEQ Table \\r 2 \\* ARABIC " in fields
    assert [one.text for one in inlines_in_order(made.documents[1].blocks) if isinstance(one, CrossRef)][:2] == [
        "1",
        "2 of the brief",
    ]


def test_a_template_in_word_begins_a_part(tmp_path: Path) -> None:
    home = write_parted(tmp_path) / "parted"
    (home / "brief.md.j2").unlink()
    (home / "template.docx").write_bytes(saved(word("The brief.", "[part: annexes]", "The annexes.")))
    workspace = replace(open_workspace(home.parent), store=KEPT)
    session = open_case(write_case(tmp_path, case=OF_PARTED), "harbour", workspace)
    made = prepare(session, workspace, plan(session, workspace)[0], final=False)
    assert [lines(one) for one in made.documents] == [["The brief."], ["The annexes."]]
