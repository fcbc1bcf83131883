"""Marks of exhibits lead to the list that describes them, in whatever type they are set."""

from __future__ import annotations

from probata.compose.passes import link_exhibits
from probata.document.blocks import Block, Cell, Paragraph, Row, Table
from probata.document.inlines import CrossRef, Inline, Note, Strong, Text
from probata.document.origin import Origin
from probata.document.walk import inlines_in_order

LINK = CrossRef("exhibit-mt-1", "exhibit", "MT/1")


def mark(text: str = "MT/1") -> Text:
    return Text(text, Origin("exhibits/e1", "mark"))


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines)


def listed(*inlines: Inline) -> Table:
    cells = (Cell((paragraph(*inlines),)), Cell((paragraph(Text("a photograph of "), mark()),)))
    return Table((1, 3), (), (Row(cells),))


def links(*blocks: Block) -> list[CrossRef]:
    return [one for one in inlines_in_order(link_exhibits(blocks)) if isinstance(one, CrossRef)]


def test_a_mark_in_bold_type_in_a_sentence_and_one_in_a_note_lead_to_the_list() -> None:
    note = Note("n", (paragraph(Text("See "), mark()),))
    text = paragraph(Text("I refer to "), Strong((mark(),)), note)

    assert links(text, listed(Strong((mark(),)))) == [LINK, LINK, LINK]


def test_the_list_keeps_its_own_mark_and_is_what_references_lead_to() -> None:
    (table,) = link_exhibits((listed(Strong((mark(),))),))

    assert isinstance(table, Table)
    assert table.rows[0].cells[0] == Cell((Paragraph((Strong((mark(),)),), id="exhibit-mt-1"),))


def test_a_paragraph_of_a_mark_alone_is_no_list() -> None:
    assert links(paragraph(mark()), listed(mark())) == [LINK, LINK]


def test_of_two_lists_the_first_is_led_to_so_that_no_id_stands_twice() -> None:
    first, second = link_exhibits((listed(mark()), listed(mark())))

    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert [table.rows[0].cells[0].blocks for table in (first, second)] == [
        (Paragraph((mark(),), id="exhibit-mt-1"),),
        (paragraph(LINK),),
    ]


def test_a_mark_that_no_list_shows_stays_as_it_is() -> None:
    text = paragraph(Text("I refer to "), mark("MT/9"))

    assert link_exhibits((text, listed(mark())))[0] == text
