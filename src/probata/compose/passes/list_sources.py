"""Put the list of the sources that a document cites where the template asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import is_

from probata.citation import Library, works_cited
from probata.document.blocks import Block, Blocks, Paragraph, Role
from probata.document.inlines import Cite, CiteItem
from probata.document.list_ids import LIST_OF_SOURCES
from probata.document.tree import Document
from probata.document.walk import plain_text

_ROLES = ("author", "editor", "interviewer", "translator", "recipient")


def list_sources(blocks: Blocks, library: Library, seen: Blocks | None = None) -> Blocks:
    """Put the list of cited sources where the template asks for it, in order of author and title; see `_sort_key`.

    What is cited outside the blocks that are `seen` is not listed: the list goes to readers who do not see it.
    With what each entry begins is known when citations are written: `sources_in_order` then puts it where it belongs.
    """
    if not any(isinstance(block, Paragraph) and block.id == LIST_OF_SOURCES for block in blocks):
        return blocks
    cited = dict.fromkeys(works_cited(blocks if seen is None else seen, library))
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


def sources_in_order(written: Document, composed: Blocks, library: Library) -> Document:
    """Return the cited document with the entries of its list in the order of what each begins with.

    That is the person whom the style names first, by the family name and then the given ones, as the interviewer where
    it prints “Bo J, Interview with Ana Rill”; else the entry as it is printed. `composed` are the blocks before they
    were cited, one for one.
    """
    blocks: list[Block] = []
    for is_entry, run in groupby(zip(composed, written.blocks, strict=True), key=lambda pair: bool(_listed(pair[0]))):
        pairs = list(run)
        found = sorted(pairs, key=lambda pair: _printed_key(library, *pair)) if is_entry else pairs
        blocks += (after for _, after in found)
    return written if all(map(is_, blocks, written.blocks)) else replace(written, blocks=tuple(blocks))


def _listed(block: Block) -> str:
    """Return the id of the source of which a block is the entry; empty for any other block."""
    match block:
        case Paragraph(role=Role.BIBLIOGRAPHY, inlines=(Cite(items=(CiteItem(key=key),)),)):
            return key
        case _:
            return ""


def _printed_key(library: Library, composed: Block, written: Block) -> tuple[str, str]:
    key = _listed(composed)
    printed = _letters(plain_text(written.inlines)) if isinstance(written, Paragraph) else ""
    entry = library.sources.get(key, {})
    person = next((name for role in _ROLES for name in _first_name(entry.get(role, ()), printed)), "")
    title = _letters(str(entry.get("title", "")))
    return person or (title if printed.startswith(title) and title else printed), title


def _first_name(persons: Iterable[Mapping[str, str]], printed: str) -> Iterator[str]:
    """Give the name with which an entry begins, family name before given ones, however the style prints them."""
    for person in persons:
        family = _letters(person.get("family") or person.get("literal") or "")
        before, found, _ = f" {printed} ".partition(f" {family} ")
        given = _letters(person.get("given", ""))
        if family and found and _is_of(before.split(), given.split()):
            yield f"{family} {given}".strip()
        return


def _is_of(before: list[str], given: list[str]) -> bool:
    """Tell whether words are given names or their initials, `H L A` or `HLA`; no word at all is fine."""
    each = len(before) <= len(given) and all(map(str.startswith, given, before))
    return each or "".join(before) == "".join(name[:1] for name in given)


def _letters(text: str) -> str:
    """Return what is compared, without marks; a description in place of a title keeps its bracket, and goes first."""
    return re.sub(r"[^\w\[]+", " ", text).strip().casefold()
