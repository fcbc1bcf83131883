"""Where a template asks for what a document prints of itself: paragraphs whose place a later step takes."""

from __future__ import annotations

from probata.document import list_ids
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Text
from probata.markup.placeholder import BlockValue

_PLACES = {
    "list_of_abbreviations": list_ids.LIST_OF_ABBREVIATIONS,
    "table_of_authorities": list_ids.TABLE_OF_AUTHORITIES,
    "pictures_set_aside": list_ids.SET_ASIDE,
    "calculations": list_ids.CALCULATIONS,
    "gap_count": list_ids.GAP_COUNT,
}


def places_of_lists() -> dict[str, BlockValue]:
    """Return the names by which a template asks for them, each with the paragraph that marks the place."""
    sources = Paragraph((Text("-"),), Role.BIBLIOGRAPHY, list_ids.LIST_OF_SOURCES)
    others = {name: BlockValue((Paragraph((Text("-"),), id=place),)) for name, place in _PLACES.items()}
    return {"list_of_sources": BlockValue((sources,)), **others}
