"""A redline: what is marked and how, from small documents."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from lxml import etree
from PIL import Image
from tests.each import each
from tests.writers.docx_file import W, document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.picture_document import picture_document
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Cell, Heading, Paragraph, Picture, Row, Table
from probata.document.inlines import CrossRef, Link, Note, NoteRef, Text
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.redline import RedlineRefusedError, make_redline
from probata.redline.verify import View, read_stories, verify
from probata.word import WordFileError
from probata.word.names import Names
from probata.writers.docx import FORMAT
from probata.writers.format import WriteOptions

DOCUMENT, FOOTNOTES = "word/document.xml", "word/footnotes.xml"


def redline(old: Document, new: Document, date: str = "") -> bytes:
    return make_redline(written(old), written(new), "A. Author", date).data


def marked(data: bytes, name: str = DOCUMENT) -> list[tuple[str, str]]:
    """Return what is marked in a part, in order: `ins` or `del`, and the text."""
    marks = part(data, name).iter(f"{W}ins", f"{W}del")
    texts = ((str(mark.tag).removeprefix(W), "".join(map(str, mark.itertext()))) for mark in marks)
    return [(kind, text) for kind, text in texts if text]


def note(name: str, text: str) -> Note:
    return Note(name, (paragraph(text),))


def table(*rows: tuple[str, ...]) -> Table:
    made = tuple(Row(tuple(Cell((paragraph(text),)) for text in row)) for row in rows)
    return Table((1,) * len(rows[0]), (), made)


def test_a_word_is_marked_alone() -> None:
    old, new = (document_of(paragraph(f"The order of {day} March was signed.")) for day in ("1", "2"))
    assert marked(redline(old, new)) == [("del", "1"), ("ins", "2")]


def test_two_equal_documents_give_the_new_one_without_a_mark() -> None:
    data = redline(rich_document(), rich_document())
    assert [found(part(data, name), "//w:ins | //w:del") for name in (DOCUMENT, FOOTNOTES)] == [[], []]


def test_a_paragraph_that_came_and_one_that_went_are_marked_with_their_ends() -> None:
    stays, goes, comes = paragraph("It stays as it was."), paragraph("Gone for good."), paragraph("Nothing alike now!")
    data = redline(document_of(goes, stays), document_of(comes, stays))
    assert marked(data) == [("del", "Gone for good."), ("ins", "Nothing alike now!")]
    assert len(part(data, DOCUMENT).findall(f".//{W}pPr/{W}rPr/{W}del")) == 1
    assert len(part(data, DOCUMENT).findall(f".//{W}pPr/{W}rPr/{W}ins")) == 1


def test_a_deleted_note_stays_as_a_note_and_an_inserted_one_is_one() -> None:
    old = document_of(paragraph("Said", note("gone", "Old source."), " so", note("kept", "The same."), "."))
    new = document_of(paragraph("Said so", note("kept", "The same."), " twice", note("new", "New source."), "."))
    data = redline(old, new)
    assert [kind for kind, text in marked(data, FOOTNOTES)] == ["del", "ins"]
    assert [text.strip() for _, text in marked(data, FOOTNOTES)] == ["Old source.", "New source."]
    assert found(part(data, DOCUMENT), "//w:footnoteReference/@w:id") == ["1", "2", "3"]
    assert len(found(part(data, DOCUMENT), "//w:del//w:footnoteReference/@w:id")) == 1


def test_rows_are_marked_one_by_one_and_cells_word_by_word() -> None:
    old = document_of(table(("2019", "12 persons"), ("2020", "14 persons"), ("2021", "16 persons")), paragraph("End."))
    new = document_of(table(("2019", "12 persons"), ("2020", "15 persons"), ("2022", "x")), paragraph("End."))
    data = redline(old, new)
    root = part(data, DOCUMENT)
    assert [len(root.findall(f".//{W}trPr/{W}{kind}")) for kind in ("del", "ins")] == [1, 1]
    assert marked(data)[:2] == [("del", "14"), ("ins", "15")]


def test_a_row_that_came_into_a_table_that_counts_its_rows_is_inserted_and_only_numbers_change_below() -> None:
    old = table(("No", "Allegation"), ("1", "torture of detainees"), ("2", "killing of a striker"), ("3", "custody"))
    new = table(("No", "Allegation"), ("1", "torture of detainees"), ("2", "threats at home"),
                ("3", "killing of a striker"), ("4", "custody"))  # fmt: skip
    assert marked(redline(document_of(old, paragraph("End.")), document_of(new, paragraph("End.")))) == [
        ("ins", "2"), ("ins", "threats at home"), ("del", "2"), ("ins", "3"), ("del", "3"), ("ins", "4"),
    ]  # fmt: skip


def test_a_reference_that_shows_another_number_changes_inside_its_field() -> None:
    old, new = (document_of(paragraph("See (n ", NoteRef("n", n), ").", note("n", "A source."))) for n in (1, 2))
    data = redline(old, new)
    assert marked(data) == [("del", "1"), ("ins", "2")]
    assert len(found(part(data, DOCUMENT), "//w:fldChar/@w:fldCharType")) == 3


def test_an_address_that_changed_is_marked_though_its_text_is_the_same() -> None:
    old, new = (
        document_of(paragraph("See ", Link(url, (Text("the report"),)), "."))
        for url in ("https://a.org/", "https://b.org/")
    )
    data = redline(old, new)
    assert marked(data) == [("del", "the report"), ("ins", "the report")]
    targets = {r.get("Id"): r.get("Target") for r in part(data, "word/_rels/document.xml.rels")}
    assert [targets[id_] for id_ in found(part(data, DOCUMENT), "//w:hyperlink/@r:id")] == [
        "https://a.org/",
        "https://b.org/",
    ]


def test_the_author_stands_on_every_mark_and_a_date_where_one_is_given() -> None:
    old, new = document_of(paragraph("One word.")), document_of(paragraph("Two words."))
    undated, dated = redline(old, new), redline(old, new, date="2026-03-01T00:00:00Z")
    assert set(found(part(undated, DOCUMENT), "//w:ins/@w:author | //w:del/@w:author")) == {"A. Author"}
    assert found(part(undated, DOCUMENT), "//@w:date") == []
    assert set(found(part(dated, DOCUMENT), "//@w:date")) == {"2026-03-01T00:00:00Z"}


def test_the_same_two_files_give_the_same_bytes() -> None:
    old, new = written(rich_document()), written(replace(rich_document(), blocks=rich_document().blocks[3:]))
    assert make_redline(old, new, "A").data == make_redline(old, new, "A").data


def test_a_picture_that_went_is_shown_as_deleted() -> None:
    old = picture_document()
    new = replace(old, blocks=tuple(block for block in old.blocks if not isinstance(block, Picture)))
    data = redline(old, new)
    assert len(part(data, DOCUMENT).findall(f".//{W}del//{W}drawing")) >= 1
    assert read_stories(data, View.REJECTED) == read_stories(written(old), View.REJECTED)


def test_tracked_changes_of_a_version_are_accepted_first_and_told() -> None:
    first, second, third = (document_of(paragraph(f"The {word} version.")) for word in ("first", "second", "third"))
    both = make_redline(redline(first, second), written(third), "A")
    assert marked(both.data) == [("del", "second"), ("ins", "third")]
    assert both.remarks == ("the old version had tracked changes of its own (2); they were accepted first",)


def test_another_header_is_told_and_the_new_one_stands() -> None:
    old, new = rich_document(), rich_document()
    new = replace(new, meta=replace(new.meta, running=("CONFIDENTIAL", "Second draft")))
    made = make_redline(written(old), written(new), "A")
    assert made.remarks == ("the header says something else now; the new one is shown, without marks",)


def test_another_logo_in_the_header_is_told_though_its_words_are_the_same() -> None:
    def letterhead(colour: str) -> bytes:
        logo = BytesIO()
        Image.new("RGB", (20, 10), colour).save(logo, "PNG")
        made, data = docx.Document(), BytesIO()
        made.add_paragraph("Text.")
        made.sections[0].header.paragraphs[0].add_run("Firm").add_picture(logo)
        made.save(data)
        return data.getvalue()

    assert make_redline(letterhead("red"), letterhead("red"), "A").remarks == ()
    assert make_redline(letterhead("red"), letterhead("navy"), "A").remarks == (
        "the header has other pictures now; the new ones are shown, without marks",
    )


def test_comments_of_the_old_version_are_told_and_not_shown() -> None:
    text, data = docx.Document(), BytesIO()
    run = text.add_paragraph("It was signed.").runs[0]
    text.add_comment(run, "Who signed?", "A Colleague")
    text.save(data)
    made = make_redline(data.getvalue(), written(document_of(paragraph("It was signed."))), "A")
    assert "the comments of the old version (1) are not shown" in made.remarks


def test_a_section_that_went_is_told_since_its_page_setup_is_not_shown() -> None:
    def two(is_parted: bool) -> bytes:
        text, data = docx.Document(), BytesIO()
        text.add_paragraph("First.")
        if is_parted:
            text.add_section()
        text.add_paragraph("Second.")
        text.save(data)
        return data.getvalue()

    made = make_redline(two(True), two(False), "A")
    assert "a section of the old version ended where none ends now; its page setup is not shown" in made.remarks


def test_a_file_that_is_none_is_refused() -> None:
    with pytest.raises(WordFileError, match="is a PDF"):
        make_redline(b"%PDF-1.7", written(document_of(paragraph("x"))), "A")


@each("swapped", [b"<w:delText", b"<w:t "])
def test_a_redline_that_does_not_give_back_a_version_is_refused(swapped: bytes) -> None:
    """The check does not take the word of what made the file: a letter more in it is found, and its place told."""
    old, new = document_of(paragraph("One word.")), document_of(paragraph("Two words."))
    data = redline(old, new)
    files = parts(data)
    head, mark, tail = files[DOCUMENT].partition(swapped)
    files[DOCUMENT] = head + mark + tail.replace(b">", b">x", 1)
    with pytest.raises(RedlineRefusedError, match="paragraph 1 of the body would say"):
        verify(written(old), written(new), rezipped(files))


def test_controls_are_kept_and_a_paragraph_that_went_stands_outside_those_of_others() -> None:
    old = controlled(("a", "One fine day."), ("b", "Another thing."), ("c", "The third."))
    new = controlled(("a", "One bad day."), ("c", "The third."))
    data = make_redline(old, new, "A").data
    root = part(data, DOCUMENT)
    assert marked(data) == [("del", "fine"), ("ins", "bad"), ("del", "Another thing.")]
    assert found(root, "//w:sdt/w:sdtPr/w:tag/@w:val") == ["probata:a:2", "probata:c:2"]
    assert [len(control.findall(f"{W}sdtContent/{W}p")) for control in root.iter(f"{W}sdt")] == [1, 1]


def test_a_control_tells_which_paragraph_is_which() -> None:
    """Nothing of the words is left, and yet the paragraph is the same: that of the record and field in the tag."""
    old = controlled(("a", "One fine day."), ("b", "Another thing."))
    new = controlled(("x", "Something quite else."), ("b", "Completely rewritten text."))
    root = part(make_redline(old, new, "A").data, DOCUMENT)
    own = [p for p in root.iter(f"{W}p") if "rewritten" in "".join(map(str, p.itertext()))]
    assert ["Another" in "".join(map(str, p.itertext())) for p in own] == [True]


def test_what_the_names_of_both_versions_stand_for_tells_which_paragraph_is_which() -> None:
    """The same as above with files as they are made: their controls count, and another one came in above."""
    one, other = Origin("people/a", "name"), Origin("people/b", "name")
    versions = (
        document_of(Paragraph((Text("One fine day."),), origin=one), paragraph("End.")),
        document_of(
            Paragraph((Text("Something quite else."),), origin=other),
            Paragraph((Text("Completely rewritten text."),), origin=one),
            paragraph("End."),
        ),
    )
    old, new = (FORMAT.write(version, WriteOptions()) for version in versions)
    known: tuple[Names, Names] = (old.names, new.names)
    for names, is_paired in ((known, True), (({}, {}), False)):
        data = make_redline(old.data, new.data, "A", names=names).data
        own = [p for p in part(data, DOCUMENT).iter(f"{W}p") if "rewritten" in "".join(map(str, p.itertext()))]
        assert ["fine" in "".join(map(str, p.itertext())) for p in own] == [is_paired]
        tags = found(part(data, DOCUMENT), "//w:sdt/w:sdtPr/w:tag/@w:val")
        assert set(tags) <= {*old.names, *new.names}, "what they stand for goes to nobody"


def test_references_and_notes_that_count_otherwise_now_are_no_changes() -> None:
    def version(*before: Block) -> Document:
        note, back = Note("n2", (paragraph("A book."),), 2), NoteRef("n2", 2)
        target = Heading(1, (Text("Facts"),), id="facts", number="I")
        see = paragraph("See section ", CrossRef("facts", text="I"), note, ", again above note ", back, ".")
        return document_of(*before, target, see, paragraph("End."))

    first = (
        Heading(1, (Text("Before"),), id="before", number="I"),
        paragraph("New in ", CrossRef("before", text="I"), Note("n1", (paragraph("A report."),), 1), "."),
    )
    data = redline(version(), version(*first))
    texts = "".join(text for _, text in marked(data))
    assert re.sub(r" REF _Ref_\w+ \\n \\h ", "", texts) == "BeforeNew in I."
    assert marked(data, FOOTNOTES) == [("ins", " A report.")]


def controlled(*texts: tuple[str, str]) -> bytes:
    """Return a file in which each paragraph stands in a content control of its own."""
    data = written(document_of(*(paragraph(text) for _, text in texts), paragraph("End.")))
    files = parts(data)
    root = etree.fromstring(files[DOCUMENT])
    for (name, _), block in zip(texts, list(root.iter(f"{W}p")), strict=False):
        control = etree.Element(f"{W}sdt")
        etree.SubElement(etree.SubElement(control, f"{W}sdtPr"), f"{W}tag").set(
            f"{W}val", f"probata:{name}:{len(texts)}"
        )
        block.addprevious(control)
        etree.SubElement(control, f"{W}sdtContent").append(block)
    files[DOCUMENT] = etree.tostring(root)
    return rezipped(files)
