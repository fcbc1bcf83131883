"""The HTML file: what it says, what it links to and what it does without."""

import re
from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.each import each
from tests.readers.html_text import read_html
from tests.readers.tree_text import read_tree
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Cell, Heading, Paragraph, Row, Table
from probata.document.inlines import Cite, CiteItem, Gap, Inline, Language, Link, Note, Text
from probata.document.tree import Document, Meta
from probata.writers.format import WriteError, WriteOptions
from probata.writers.html import FORMAT

HTML5 = import_module("tinyhtml5.parser")  # a parser as browsers have it; it ships no types


def _written(document: Document, print_css: str = "") -> bytes:
    written = FORMAT.write(document, WriteOptions(print_css=print_css))
    assert written.diagnostics == ()
    return written.data


def _page(document: Document, print_css: str = "") -> html.HtmlElement:
    return html.document_fromstring(_written(document, print_css).decode("utf-8"))


def _of(*inlines: Inline) -> Document:
    return Document(Meta("A title"), (Paragraph(inlines),))


def _note(name: str, number: int, text: str = "A note.") -> Note:
    return Note(name, (Paragraph((Text(text),)),), number)


def test_the_file_shows_what_the_tree_says() -> None:
    document = rich_document()
    assert read_html(_written(document)) == read_tree(document)


def test_the_file_is_html_that_parses_without_error() -> None:
    parser = HTML5.HTMLParser(namespace_html_elements=False)
    parser.parse(_written(rich_document()).decode("utf-8"))
    assert parser.errors == []


def test_a_raised_comma_parts_the_marks_of_two_notes_on_one_spot_and_no_others() -> None:
    page = _page(_of(Text("Council"), _note("a", 1), _note("b", 2), Text(", and"), _note("c", 3)))
    (line,) = page.xpath("//p[starts-with(., 'Council')]")
    assert line.text_content() == "Council1,\N{NO-BREAK SPACE}2, and3"
    assert [raised.text for raised in line.xpath(".//sup[@class='between-marks']")] == [",\N{NO-BREAK SPACE}"]


def test_each_id_is_unique_and_each_internal_link_has_a_target() -> None:
    page = _page(rich_document())
    ids = [str(identity) for identity in page.xpath("//@id")]
    links = [str(address)[1:] for address in page.xpath("//@href") if str(address).startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(links) > 40
    assert set(links) <= set(ids)


def test_the_file_needs_nothing_from_outside() -> None:
    text = _written(rich_document()).decode("utf-8")
    page = html.document_fromstring(text)
    assert page.xpath("//script | //link | //img | //iframe | //object | //*[@src]") == []
    assert "@import" not in text
    assert "url(" not in text


def test_mark_and_note_lead_to_each_other() -> None:
    page = _page(rich_document())
    marks = page.xpath("//a[@role='doc-noteref']")
    assert [mark.text for mark in marks] == [str(number) for number in range(1, 13)]
    for mark in marks:
        note = page.get_element_by_id(mark.get("href")[1:])
        assert note.get("role") == "doc-endnote"
        back = note.find("a[@role='doc-backlink']")
        assert page.get_element_by_id(back.get("href")[1:]) is mark


def test_a_table_has_caption_head_and_scopes() -> None:
    table = _page(rich_document()).get_element_by_id("t-people")
    assert table.find("caption").text_content() == "Table 1: Persons held, by year7"
    assert [cell.get("scope") for cell in table.iterfind("thead/tr/th")] == ["col"] * 3
    assert table.find("tbody/tr[@class='total']/th").get("scope") == "row"


def test_contents_lead_to_the_headings() -> None:
    page = _page(rich_document())
    lines = page.xpath("//nav//a")
    assert [" ".join(line.text_content().split()) for line in lines][:3] == [
        "Summary",
        "A The facts",
        "A.1 The post held in Anjing",
    ]
    targets = [page.get_element_by_id(line.get("href")[1:]).tag for line in lines]
    assert targets == ["h2", "h2", "h3", "h3", "h2", "h3", "h2", "h2"]


def test_notes_that_restart_stand_at_the_end_of_their_section() -> None:
    blocks: list[Block] = []
    for letter in "AB":
        blocks.append(Heading(1, (Text("Part"),), f"s{letter}", "section", letter))
        blocks.append(Paragraph((Text("Said."), _note(f"{letter}1", 1), _note(f"{letter}2", 2))))
    page = _page(Document(Meta("Two parts", note_numbering="section"), tuple(blocks)))
    numbers = [
        [note.find("a").text.strip() for note in section.iter("li")] for section in page.iterfind("body/main/section")
    ]
    assert numbers == [["1", "2"], ["1", "2"]]


def test_a_note_inside_a_link_stands_after_it() -> None:
    link = Link("doi:10.1000/182", (Text("the handbook"), _note("a", 1), Text(", 4")))
    first, mark = _page(_of(link)).xpath("//main//p[not(ancestor::li)]//a")
    assert (first.get("href"), first.text_content()) == ("https://doi.org/10.1000/182", "the handbook, 4")
    assert mark.get("role") == "doc-noteref"


@each(
    ("document", "said"),
    [
        (_of(Cite((CiteItem("ccdi-2017"),))), "`ccdi-2017` was not resolved"),
        (_of(Link("javascript:alert(1)", (Text("x"),))), "none of http, https, mailto and doi"),
        (_of(Text("a\x00b")), "a character that no document can hold"),
        (_of(_note("same", 1), _note("same", 2)), "the same id, `mark.1`"),
        (_of(Note("n", (Table((1,), (), ()),), 1)), "note 1 holds something else than paragraphs"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(document: Document, said: str) -> None:
    with pytest.raises(WriteError, match=re.escape(said)):
        FORMAT.write(document, WriteOptions())


def test_a_style_sheet_of_a_forum_comes_last_and_stays_a_style_sheet() -> None:
    page = _page(_of(Text("x")), 'p::after { content: "</style><script>alert(1)</script>" }')
    assert page.xpath("//script") == []
    assert page.findtext("head/style").endswith('content: "<\\/style><script>alert(1)<\\/script>" }')


LITERAL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


@settings(max_examples=60, deadline=None)
@given(text=LITERAL)
def test_any_text_appears_literally(text: str) -> None:
    cell = Cell((Paragraph((Text(text),)),))
    blocks: tuple[Block, ...] = (
        Paragraph((Text(f"x{text}"), Gap(text), Note("n", (Paragraph((Text(text),)),), 1))),
        Table((1,), (), (Row((cell,)),), (Text(f"x{text}"),), number=1),
    )
    meta = replace(Meta(f"x{text}"), running=(text,), author=f"x{text}", labels=(("table", "T"), ("notes", text)))
    document = Document(meta, blocks)
    data = _written(document)
    assert read_html(data) == read_tree(document)
    parsed = HTML5.parse(data.decode("utf-8"), namespace_html_elements=False)
    assert parsed.findtext("head/title") == f"x{text}"
    assert parsed.findtext("body/div/p") == text


def test_a_name_of_a_few_chinese_characters_is_marked_as_unbroken_and_a_sentence_is_not() -> None:
    page = _page(_of(Language("zh-Hans", (Text("刘建超"),)), Language("zh-Hans", (Text("国家监察委员会成立"),))))
    assert [made.get("class", "") for made in page.iter("span") if made.get("lang") == "zh-Hans"] == ["unbroken", ""]
