"""What a Word file shows: the text, numbers, notes and languages of the tree."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.each import each
from tests.looks import look
from tests.readers.docx_text import read_docx
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import count, document_of, found, paragraph, part, parts, written
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import (
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Role,
    Row,
    Table,
)
from probata.document.inlines import Cite, CiteItem, CrossRef, Emph, Gap, Language, Link, Note, NoteRef, Text
from probata.document.tree import Meta
from probata.writers.docx import FORMAT
from probata.writers.docx.runs import east_asian_font, language_attributes
from probata.writers.format import WriteError, WriteOptions


@pytest.fixture(scope="module")
def rich() -> bytes:
    return written(rich_document())


def meaning(name: str) -> str:
    """Return what a name in the rich document stands for."""
    return FORMAT.write(rich_document(), WriteOptions()).names[name]


def test_a_file_shows_every_paragraph_number_cell_and_note_of_the_tree(rich: bytes) -> None:
    assert read_docx(rich) == read_tree(rich_document())


def test_the_bookmark_round_a_mark_counts_and_stands_for_the_id_of_the_note(rich: bytes) -> None:
    path = "//w:r[w:footnoteReference/@w:id='1']/preceding-sibling::w:bookmarkStart[1]/@w:name"
    (name,) = found(part(rich, "word/document.xml"), path)
    assert re.fullmatch("_Note_[0-9a-f]{8}_1", name)
    assert meaning(name) == "_Note_ccdi_2017"


def test_two_notes_on_one_spot_have_a_raised_comma_between_their_marks() -> None:
    notes = [Note(f"n{number}", (paragraph("x"),), number) for number in (1, 2, 3)]
    data = written(document_of(paragraph("Council", *notes[:2], ", and later", notes[2], ".")))
    body = part(data, "word/document.xml")
    assert found(body, "//w:r[w:rPr/w:rStyle/@w:val='FootnoteReference']/w:t/text()") == [",\u00a0"]
    assert count(body, "//w:r[w:t=',\u00a0'][preceding::w:footnoteReference/@w:id='1']") == 1
    assert count(body, "//w:r[w:t=',\u00a0'][following::w:footnoteReference/@w:id='2']") == 1
    assert read_docx(data)[0].text == "Council, and later."


def test_a_back_reference_is_a_field_that_holds_its_number(rich: bytes) -> None:
    notes = part(rich, "word/footnotes.xml")
    path = "//w:footnote[@w:id='10']//w:instrText/text()"
    (code,) = found(notes, path)
    name = code.split()[1]
    assert (code, meaning(name)) == (f" NOTEREF {name} \\h ", "_Note_treaty_7")
    result = "//w:footnote[@w:id='10']//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]/w:t/text()"
    assert found(notes, result) == ["9"]


def test_a_reference_that_leads_nowhere_is_plain_text() -> None:
    data = written(document_of(paragraph("See ", NoteRef("gone", 4), " and ", CrossRef("gone", text="7"), ".")))
    assert read_docx(data)[0].text == "See 4 and 7."
    assert found(part(data, "word/document.xml"), "//w:instrText/text()") == []


@each(("letter", "small", "levels"), [("(a)", "(i)", ["(%2)", "(%3)"]), ("a)", "i)", ["%2)", "%3)"])])
def test_word_counts_letters_as_the_document_writes_them(letter: str, small: str, levels: list[str]) -> None:
    numbers = ("1", letter, small)
    blocks = [Paragraph(paragraph("x").inlines, Role.NUMBERED, f"p{n}", n, number) for n, number in enumerate(numbers)]
    data = written(document_of(*blocks, paragraph(CrossRef("p1", text=letter), " ", CrossRef("p2", text=small))))
    path = "//w:abstractNum[w:name/@w:val='ProbataParagraphs']/w:lvl/w:lvlText/@w:val"

    assert found(part(data, "word/numbering.xml"), path) == ["%1.", *levels]
    assert [item.number for item in read_docx(data)[:3]] == list(numbers)
    assert read_docx(data)[3].text == f"{letter} {small}"
    assert [code.split()[2] for code in found(part(data, "word/document.xml"), "//w:instrText/text()")] == [
        "\\n",
        "\\n",
    ]


def test_contents_repeat_neither_notes_nor_links_of_a_heading() -> None:
    link = Link("https://example.org/", paragraph("linked").inlines)
    inlines = (*paragraph("Of ").inlines, Emph((link, Note("n1", (paragraph("x"),), 1))))
    contents = Contents(paragraph("Contents").inlines, (ContentsEntry(1, "A", inlines, "h"),))
    body = part(written(document_of(contents, Heading(1, inlines, "h", number="A"))), "word/document.xml")
    assert found(body, "//w:hyperlink[@w:anchor]//w:t/text()") == ["A", "Of ", "linked", "1"]
    assert count(body, "//w:hyperlink//w:hyperlink") == 0
    assert count(body, "//w:footnoteReference") == 1


def test_an_ordered_list_begins_again_at_one() -> None:
    item = (paragraph("x"),)
    lists = (ListBlock((item, item), ordered=True), paragraph("between"), ListBlock((item,), ordered=True))
    assert [i.number for i in read_docx(written(document_of(*lists)))] == ["1", "2", "", "1"]


def test_an_ordered_list_inside_another_does_not_disturb_it() -> None:
    inner = ListBlock(((paragraph("in"),), (paragraph("in"),)), ordered=True)
    outer = ListBlock(((paragraph("a"), inner), (paragraph("b"), inner), (paragraph("c"),)), ordered=True)
    numbers = [i.number for i in read_docx(written(document_of(outer)))]
    assert numbers == ["1", "1", "2", "2", "1", "2", "3"]


def test_rows_do_not_split_and_header_rows_are_repeated(rich: bytes) -> None:
    body = part(rich, "word/document.xml")
    long = "//w:tbl[w:tr[60]]"
    assert count(body, f"{long}/w:tr") == 62
    assert count(body, f"{long}/w:tr[w:trPr/w:cantSplit]") == 62
    assert found(body, f"{long}/w:tr[w:trPr/w:tblHeader]//w:t/text()") == ["Month", "What the source says", "Held"]


def test_a_gap_is_printed_in_brackets_and_marked() -> None:
    data = written(document_of(paragraph(Gap("date: not recorded"))))
    assert read_docx(data)[0].text == "[date: not recorded]"
    assert found(part(data, "word/document.xml"), "//w:r/w:rPr/w:rStyle/@w:val") == ["Gap"]
    assert found(part(data, "word/styles.xml"), "//w:style[@w:styleId='Gap']//w:shd/@w:fill") == ["FFE9A8"]


def test_a_title_too_long_for_the_number_of_the_page_has_a_line_of_its_own() -> None:
    short, long = (
        part(written(document_of(paragraph("x"), meta=Meta("x", short_title=title))), "word/footer1.xml")
        for title in ("small letters " * 7, "CAPITAL LETTERS " * 6)
    )
    assert [len(found(footer, "//w:p")) for footer in (short, long)] == [1, 2]
    assert found(long, "//w:p[1]//w:instrText") == []


def test_the_page_is_that_of_the_look() -> None:
    page = {"paper": "Letter", "top": 30, "right": 20, "bottom": 35, "left": 38}
    meta = Meta("x", look=look(page=page, size={"text": 12}))
    data = written(document_of(paragraph("x"), meta=meta))
    body = part(data, "word/document.xml")
    assert found(body, "//w:pgSz/@w:w | //w:pgSz/@w:h") == ["12240", "15840"]
    sides = [found(body, f"//w:pgMar/@w:{side}")[0] for side in ("top", "right", "bottom", "left")]
    assert sides == ["1701", "1134", "1984", "2154"]
    assert found(part(data, "word/styles.xml"), "//w:docDefaults//w:sz/@w:val") == ["24"]


def test_properties_say_what_the_case_says_and_nothing_else() -> None:
    meta = Meta("Re <Example> & others", "fr", "A & B", "Subject", "2026-03-01")
    files = parts(written(document_of(paragraph("x"), meta=meta)))
    core = files["docProps/core.xml"].decode()
    assert "<dc:title>Re &lt;Example&gt; &amp; others</dc:title>" in core
    assert "<dc:creator>A &amp; B</dc:creator>" in core
    assert "<dc:language>fr</dc:language>" in core
    assert core.count("2026-03-01T00:00:00Z") == 2
    bare = parts(written(document_of(paragraph("x"))))["docProps/core.xml"].decode()
    assert "dcterms:created" not in bare
    assert "creator" not in bare


def test_tables_that_follow_each_other_stay_two() -> None:
    table = Table((1,), (), (Row((Cell((paragraph("a"),)),)),))
    body = part(written(document_of(table, table)), "word/document.xml")
    assert count(body, "//w:tbl") == 2
    assert count(body, "//w:tbl/following-sibling::*[1][self::w:tbl]") == 0


def test_a_link_keeps_its_address_also_inside_a_note() -> None:
    link = Link("https://example.org/?a=1&b=é", paragraph("here").inlines)
    data = written(document_of(paragraph(link, Note("n1", (paragraph(link),), 1))))
    for name in ("document", "footnotes"):
        relationships = part(data, f"word/_rels/{name}.xml.rels")
        targets = {r.get("Id"): r.get("Target") for r in relationships if r.get("TargetMode") == "External"}
        used = found(part(data, f"word/{name}.xml"), "//w:hyperlink/@r:id")
        assert [targets[id_] for id_ in used] == ["https://example.org/?a=1&b=é"]


def test_a_citation_without_its_note_is_refused() -> None:
    with pytest.raises(WriteError, match="citation"):
        written(document_of(paragraph(Cite((CiteItem("x"),)))))


def test_a_note_inside_a_note_is_refused() -> None:
    inner = Note("inner", (paragraph("x"),), 2)
    with pytest.raises(WriteError, match="inner"):
        written(document_of(paragraph(Note("outer", (paragraph(inner),), 1))))


def test_notes_begin_again_at_each_heading_of_the_first_level() -> None:
    data = written(section_document())
    numbers = [item.number for item in read_docx(data) if item.kind == "note"]
    assert numbers == ["1", "1", "2", "3", "1", "1"]
    assert read_docx(data) == read_tree(section_document())


def test_a_page_break_above_a_heading_stays_with_it_and_nothing_above_it_is_no_section() -> None:
    meta = section_document().meta
    headings = [Heading(1, paragraph(name).inlines, name, "none") for name in ("one", "two")]
    blocks = (PageBreak(), headings[0], paragraph("x"), PageBreak(), headings[1])
    body = part(written(document_of(*blocks, meta=meta)), "word/document.xml")
    assert count(body, "//w:sectPr") == 2
    assert found(body, "//w:p[w:pPr/w:pageBreakBefore]//w:t/text()") == ["one", "two"]


_XML_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
_TEXTS = st.text(_XML_CHARACTERS | st.sampled_from("\t\n\r\x85 <>&\"'{}"), min_size=1)


@given(_TEXTS, _TEXTS)
def test_any_text_appears_literally_with_its_spaces(first: str, second: str) -> None:
    data = written(document_of(paragraph(first, Emph((Text(second),)))))
    texts = list(part(data, "word/document.xml").iter("{*}t"))
    assert [element.text for element in texts] == [first, second]
    assert {element.get("{http://www.w3.org/XML/1998/namespace}space") for element in texts} == {"preserve"}


@each(
    ("tag", "attributes"),
    [
        ("zh", {"eastAsia": "zh-CN"}),
        ("zh-Hant", {"eastAsia": "zh-TW"}),
        ("zh-HK", {"eastAsia": "zh-HK"}),
        ("zh-Hans", {"eastAsia": "zh-CN"}),
        ("zh-Latn", {"val": "zh-Latn"}),
        ("ja", {"eastAsia": "ja-JP"}),
        ("ja-Jpan", {"eastAsia": "ja-JP"}),
        ("ko-Kore", {"eastAsia": "ko-KR"}),
        ("qab-Hani", {"eastAsia": "qab-Hani"}),
        ("qaa-Cyrl", {"val": "qaa-Cyrl"}),
        ("ar", {"bidi": "ar-SA"}),
        ("ug", {"bidi": "ug-CN"}),
        ("ug-Latn", {"val": "ug-Latn"}),
        ("de", {"val": "de"}),
    ],
)
def test_a_tag_goes_where_word_looks_for_it(tag: str, attributes: dict[str, str]) -> None:
    assert language_attributes(tag) == attributes


@each(
    ("tag", "font"),
    [
        ("qab-Hani", "SimSun"),
        ("yue-Hant", "PMingLiU"),
        ("zh-HK", "PMingLiU"),
        ("ja-Jpan", "MS Mincho"),
        ("okm-Kore", "Batang"),
        ("zh-Latn", ""),
        ("qaa-Cyrl", ""),
    ],
)
def test_letters_of_east_asia_have_a_font_of_theirs_in_whatever_language(tag: str, font: str) -> None:
    assert east_asian_font(tag) == font


def test_an_arabic_run_runs_from_right_to_left_in_a_paragraph_that_does_not() -> None:
    arabic = Language("ar", paragraph("سطر").inlines)
    body = part(written(document_of(paragraph("a", arabic), paragraph(arabic))), "word/document.xml")
    assert count(body, "//w:r[w:t='سطر']/w:rPr/w:rtl") == 2
    assert count(body, "//w:p[1]/w:pPr/w:bidi") == 0
    assert count(body, "//w:p[2]/w:pPr/w:bidi") == 1


def test_a_whole_document_in_arabic_runs_from_right_to_left() -> None:
    data = written(document_of(paragraph("سطر"), meta=Meta("x", "ar")))
    body = part(data, "word/document.xml")
    assert count(body, "//w:p/w:pPr/w:bidi") == 1
    assert count(body, "//w:r/w:rPr/w:rtl") == 1
    assert found(part(data, "word/styles.xml"), "//w:docDefaults//w:lang/@w:bidi") == ["ar-SA"]
