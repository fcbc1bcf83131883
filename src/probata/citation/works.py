"""The works that a document cites."""

from __future__ import annotations

from probata.citation.library import Library
from probata.document.blocks import Blocks
from probata.document.inlines import Cite
from probata.document.walk import inlines_in_order


def works_cited(blocks: Blocks, library: Library) -> tuple[str, ...]:
    """Return the id of each work that the blocks cite, once each, in order."""
    cites = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Cite))
    return tuple(dict.fromkeys(library.work_of(item.key) for cite in cites for item in cite.items))
