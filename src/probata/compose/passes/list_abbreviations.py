"""Put the list of the abbreviations that a document uses where the template asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from probata.citation import Library, works_cited
from probata.citation.authority import whole_name
from probata.document.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from probata.document.inlines import Inlines, Note, Text
from probata.document.list_ids import LIST_OF_ABBREVIATIONS
from probata.document.parts import open_blocks
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks, walk_inlines
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording


def list_abbreviations(blocks: Blocks, library: Library, graph: CaseGraph) -> Blocks:
    """Write the list of what may be abbreviated: authorities that are cited, and bodies, by letter.

    What notes say is known when citations are written; `abbreviations_used` then leaves in the list what is used.
    """
    if not any(map(_is_wanted, blocks)):
        return blocks
    table = _table({**_of_authorities(blocks, library), **_of_bodies(graph)})
    return tuple(table if _is_wanted(block) else block for block in blocks)


def abbreviations_used(document: Document, wording: Wording) -> Document:
    """Leave in the list the abbreviations that text or notes of the cited document have; say so where there is none."""
    if not any(map(_is_list, document.blocks)):
        return document
    seen = open_blocks(document.blocks, document.meta.parts)
    text = _one_spaced("\n".join(_texts(tuple(block for block in seen if not _is_list(block)))))
    none = Paragraph((Text(wording.label("abbreviations.none")),))
    blocks = (_used(block, text) or none if _is_list(block) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _is_wanted(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.id == LIST_OF_ABBREVIATIONS


def _of_authorities(blocks: Blocks, library: Library) -> Mapping[str, Inlines]:
    cited = works_cited(blocks, library)
    found = (library.authorities[key] for key in cited if key in library.authorities)
    return {
        plain_text(abbreviation): whole_name(one)
        for one in found
        if (abbreviation := one.texts.get("abbreviation"))
        and abbreviation not in (one.texts.get("name"), one.texts.get("short"))
    }


def _of_bodies(graph: CaseGraph) -> Mapping[str, Inlines]:
    return {one.abbreviation: (Text(one.name),) for one in graph.bodies if one.abbreviation}


def _is_list(block: Block) -> bool:
    return isinstance(block, Table) and block.id == LIST_OF_ABBREVIATIONS


def _used(table: Block, text: str) -> Table | None:
    if not isinstance(table, Table):
        return None
    rows = tuple(row for row in table.rows if _stands_in(_short(row), text))
    return replace(table, rows=rows) if rows else None


def _short(row: Row) -> str:
    return plain_text(own_inlines(row.cells[0].blocks[0]))


def _stands_in(short: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(_one_spaced(short))}(?![\w-])", text) is not None


def _one_spaced(text: str) -> str:
    """Return a text with plain spaces: within an abbreviation a space may be one at which no line ends."""
    return re.sub(r"[^\S\n]", " ", text)


def _texts(blocks: Blocks) -> Iterator[str]:
    """Give the text of each block and note."""
    for block in walk_blocks(blocks):
        inlines = own_inlines(block)
        yield plain_text(inlines)
        for inline in walk_inlines(inlines):
            yield from _texts(inline.blocks) if isinstance(inline, Note) else ()


def _table(known: Mapping[str, Inlines]) -> Table:
    rows = (
        Row((_cell((Text(short),)), _cell(known[short])))
        for short in sorted(known, key=lambda short: (short.casefold(), short))
    )
    return Table((1, 3), (), tuple(rows), id=LIST_OF_ABBREVIATIONS, kind="form")


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines),))
