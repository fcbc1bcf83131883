"""Put the list of the sources that a document cites where the template asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from probata.citation import Library, works_cited
from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.inlines import Cite, CiteItem
from probata.document.list_ids import LIST_OF_SOURCES


def list_sources(blocks: Blocks, library: Library) -> Blocks:
    """Put the list of cited sources where the template asks for it, in order of author and title; see `_sort_key`."""
    if not any(isinstance(block, Paragraph) and block.id == LIST_OF_SOURCES for block in blocks):
        return blocks
    cited = dict.fromkeys(works_cited(blocks, library))
    for key in list(cited):
        cited.update(dict.fromkeys(item.key for item in library.cited_in.get(key, ())))
    entries = sorted((key for key in cited if key in library.sources), key=lambda key: _sort_key(library, key))
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.id == LIST_OF_SOURCES:
            made.extend(Paragraph((Cite((CiteItem(key),)),), Role.BIBLIOGRAPHY) for key in entries)
        else:
            made.append(block)
    return tuple(made)


def _sort_key(library: Library, key: str) -> tuple[str, str]:
    """Return what an entry prints first, and its title: legal styles name legislation by its title alone."""
    entry = library.sources[key]
    is_law = entry.get("type") == "legislation"  # of which no State is recorded
    authors: Iterable[Mapping[str, str]] = () if is_law else entry.get("author", ())
    author = next((a.get("family") or a.get("literal") or "" for a in authors), "")
    title = str(entry.get("title") or entry.get("container-title") or entry.get("URL") or "")
    return (author or title).casefold(), title.casefold()
