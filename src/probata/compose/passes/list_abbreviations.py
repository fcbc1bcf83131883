"""Put the list of the abbreviations that a document uses where the template asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from probata.citation import Library, works_cited
from probata.document.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from probata.document.inlines import Inlines, Text
from probata.document.list_ids import LIST_OF_ABBREVIATIONS
from probata.document.walk import inlines_in_order, plain_text
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording


def list_abbreviations(blocks: Blocks, library: Library, graph: CaseGraph, wording: Wording) -> Blocks:
    """Write the list: abbreviations of authorities that are cited and of bodies that the text abbreviates, by letter.

    Where there is none the document says so.
    """
    if not any(map(_is_wanted, blocks)):
        return blocks
    known = {**_of_authorities(blocks, library), **_of_bodies(blocks, graph)}
    table = _table(known) if known else Paragraph((Text(wording.label("abbreviations.none")),))
    return tuple(table if _is_wanted(block) else block for block in blocks)


def _is_wanted(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.id == LIST_OF_ABBREVIATIONS


def _of_authorities(blocks: Blocks, library: Library) -> Mapping[str, Inlines]:
    cited = works_cited(blocks, library)
    found = (library.authorities[key].texts for key in cited if key in library.authorities)
    return {
        plain_text(texts["abbreviation"]): texts.get("name", ())
        for texts in found
        if texts.get("abbreviation") and texts["abbreviation"] not in (texts.get("name"), texts.get("short"))
    }


def _of_bodies(blocks: Blocks, graph: CaseGraph) -> Mapping[str, Inlines]:
    words = set(re.findall(r"[\w-]+", " ".join(_texts(blocks))))
    return {
        one.abbreviation: (Text(one.name),) for one in graph.bodies if one.abbreviation in words and one.abbreviation
    }


def _texts(blocks: Blocks) -> Iterator[str]:
    return (inline.text for inline in inlines_in_order(blocks) if isinstance(inline, Text))


def _table(known: Mapping[str, Inlines]) -> Table:
    rows = (
        Row((_cell((Text(short),)), _cell(known[short])))
        for short in sorted(known, key=lambda short: (short.casefold(), short))
    )
    return Table((1, 3), (), tuple(rows), id=LIST_OF_ABBREVIATIONS, kind="form")


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines),))
