"""One id for each work: a source that prints an authority is cited as that authority."""

from __future__ import annotations

from dataclasses import replace

from probata.citation.library import Library
from probata.document.blocks import Blocks
from probata.document.inlines import Cite, CiteItem, Inline, Inlines
from probata.document.walk import inlines_in_order, map_block, map_children, same_or_new


def works_cited(blocks: Blocks, library: Library) -> tuple[str, ...]:
    """Return the id of each work that the blocks cite, once each, in order."""
    cites = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Cite))
    return tuple(dict.fromkeys(library.work_of(item.key) for cite in cites for item in cite.items))


def with_one_id(blocks: Blocks, library: Library) -> Blocks:
    """Cite each work by its one id."""
    if not library.same:
        return blocks
    return tuple(map_block(block, lambda inlines: _changed(inlines, library)) for block in blocks)


def _changed(inlines: Inlines, library: Library) -> Inlines:
    def change(inline: Inline) -> Inline:
        if isinstance(inline, Cite):
            return replace(inline, items=tuple(_item(one, library) for one in inline.items))
        return map_children(inline, lambda inner: _changed(inner, library))

    return same_or_new(inlines, tuple(map(change, inlines)))


def _item(item: CiteItem, library: Library) -> CiteItem:
    return replace(item, key=library.work_of(item.key))
