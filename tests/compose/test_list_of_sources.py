"""The order of the list of sources."""

from __future__ import annotations

from typing import Any

from probata.citation import Library
from probata.compose.passes.list_sources import list_sources
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Text
from probata.document.list_ids import LIST_OF_SOURCES
from probata.document.walk import inlines_in_order

SOURCES: dict[str, dict[str, Any]] = {
    "law": {"type": "legislation", "title": "Вет 17", "author": [{"literal": "Council for Public Order"}]},
    "act": {"type": "legislation", "title": "Detention Act", "author": [{"literal": "Zone Assembly"}]},
    "custody": {"type": "report", "title": "A Report", "author": [{"literal": "Custody Watch"}]},
    "zhou": {"type": "book", "title": "An Older Book", "author": [{"family": "Zhou", "given": "A"}]},
    "nameless": {"type": "webpage", "title": "Letter of Two Families"},
}


def test_an_entry_stands_where_what_it_prints_first_belongs() -> None:
    cited = Paragraph((Cite(tuple(CiteItem(key) for key in SOURCES)),))
    blocks = (cited, Paragraph((Text("-"),), Role.BIBLIOGRAPHY, LIST_OF_SOURCES))
    _, *listed = list_sources(blocks, Library(sources=SOURCES))
    keys = [inline.items[0].key for inline in inlines_in_order(tuple(listed)) if isinstance(inline, Cite)]
    assert keys == ["custody", "act", "nameless", "zhou", "law"]
