"""Entries of the lists of sources and authorities for works that a document cites no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from probata.citation import Library, works_cited
from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.inlines import Cite
from probata.document.printed import ENTRIES
from probata.document.walk import inlines_in_order


def without_lost_entries(before: Blocks, after: Blocks, library: Library) -> Blocks:
    """Return the blocks after a change without the entries of works that were cited before it alone.

    A heading of a table of authorities that is left with no entry goes with them.
    """
    lost = _listed(before, library) - _listed(after, library)
    if not lost:
        return after
    kept = tuple(block for block in after if not (_is_entry(block) and lost.issuperset(_keys(block, library))))
    return tuple(_without_empty_groups(kept))


def _listed(blocks: Blocks, library: Library) -> set[str]:
    """Return the works that text and notes cite, and those through which they are known."""
    cited = works_cited(tuple(block for block in blocks if not _is_entry(block)), library)
    return {*cited, *(item.key for key in cited for item in library.cited_in.get(key, ()))}


def _is_entry(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in ENTRIES and any(_cites(block))


def _cites(block: Block) -> Iterator[Cite]:
    return (inline for inline in inlines_in_order((block,)) if isinstance(inline, Cite))


def _keys(block: Block, library: Library) -> Iterable[str]:
    return (library.work_of(item.key) for cite in _cites(block) for item in cite.items)


def _without_empty_groups(blocks: Blocks) -> Iterator[Block]:
    for block, below in pairwise((*blocks, None)):
        is_group = isinstance(block, Paragraph) and block.role is Role.AUTHORITY_GROUP
        has_entry = isinstance(below, Paragraph) and below.role is Role.AUTHORITY
        if block is not None and (has_entry or not is_group):
            yield block
