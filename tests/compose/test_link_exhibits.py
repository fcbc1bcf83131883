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
