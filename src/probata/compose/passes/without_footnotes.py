"""Take the footnotes out of a document whose filing is to have none."""

from __future__ import annotations

from probata.document.blocks import Blocks
from probata.document.inlines import Cite, Inlines, Note
from probata.document.rebuild import map_blocks, map_children


def without_footnotes(blocks: Blocks) -> Blocks:
    """Return the blocks without notes and citations; the words beside them stay as they are."""
    return map_blocks(blocks, _unnoted)


def _unnoted(inlines: Inlines) -> Inlines:
    kept = (inline for inline in inlines if not isinstance(inline, (Note, Cite)))
    return tuple(map_children(inline, _unnoted) for inline in kept)
