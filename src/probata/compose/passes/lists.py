"""Put the lists of abbreviations, authorities and sources that a document uses where the template asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import is_

from probata.citation import Authority, Library, cited_forms, works_cited
from probata.citation.authority import whole_name
from probata.document.anchors import LIST_OF_ABBREVIATIONS, LIST_OF_SOURCES, TABLE_OF_AUTHORITIES, is_place
from probata.document.blocks import Block, Blocks, Cell, Paragraph, Role, Row, Table
from probata.document.inlines import Cite, CiteItem, Inlines, Note, Text
from probata.document.parts import open_blocks
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks, walk_inlines
from probata.graph.case_graph import CaseGraph
from probata.messages import Wording

# Put the list of the abbreviations that a document uses where the template asks for it.


def list_abbreviations(blocks: Blocks, library: Library, graph: CaseGraph) -> Blocks:
    """Write the list of what may be abbreviated: authorities that are cited, and bodies, by letter.

    What notes say is known when citations are written; `abbreviations_used` then leaves in the list what is used.
    """
    if not any(is_place(block, LIST_OF_ABBREVIATIONS) for block in blocks):
        return blocks
    table = _table({**_of_authorities(blocks, library), **_of_bodies(graph)})
    return tuple(table if is_place(block, LIST_OF_ABBREVIATIONS) else block for block in blocks)


def abbreviations_used(document: Document, wording: Wording) -> Document:
    """Leave in the list the abbreviations that text or notes of the cited document have; say so where there is none."""
    if not any(map(_is_list, document.blocks)):
        return document
    seen = open_blocks(document.blocks, document.meta.parts)
    text = _one_spaced("\n".join(_texts(tuple(block for block in seen if not _is_list(block)))))
    none = Paragraph((Text(wording.label("abbreviations.none")),))
    blocks = (_used(block, text) or none if _is_list(block) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


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
    rows = tuple(row for row in table.rows if _stands_in(plain_text(own_inlines(row.cells[0].blocks[0])), text))
    return replace(table, rows=rows) if rows else None


def _stands_in(short: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(_one_spaced(short))}(?![\w-])", text) is not None


def _one_spaced(text: str) -> str:
    """Return a text with plain spaces: within an abbreviation a space may be one at which no line ends."""
    return re.sub(r"[^\S\n]", " ", text)


def _texts(blocks: Blocks) -> Iterator[str]:
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


# Put the table of the authorities that a document cites where the template asks for it.

Entry = tuple[int, str, str]
"""Place of the group, heading, and id of an authority."""


def list_authorities(
    blocks: Blocks, library: Library, groups: Sequence[str], wording: Wording, seen: Blocks | None = None
) -> Blocks:
    """Write the entries of the table, still as citations.

    The citation stage prints them with their places, and sorts those below a heading by what it prints. Groups stand in
    the order of the forum, and the cases by their courts. Where nothing is cited the document says so. What is
    cited outside the blocks that are `seen` is not listed.
    """
    if not any(is_place(block, TABLE_OF_AUTHORITIES) for block in blocks):
        return blocks
    entries = sorted(_entries(blocks if seen is None else seen, library, groups, wording), key=lambda entry: entry[:2])
    made = tuple(_written(entries)) or (Paragraph((Text(wording.label("authorities.none")),)),)
    return tuple(one for block in blocks for one in (made if is_place(block, TABLE_OF_AUTHORITIES) else (block,)))


def _entries(blocks: Blocks, library: Library, groups: Sequence[str], wording: Wording) -> Iterator[Entry]:
    """Give the authorities cited, those through which a source is known too."""
    cited = works_cited(blocks, library)
    through = (item.key for key in cited for item in library.cited_in.get(key, ()))
    for key in dict.fromkeys((*cited, *through)):
        if (authority := library.authorities.get(key)) and key not in library.schedule.items:
            group = cited_forms()[authority.form].group
            place = groups.index(group) if group in groups else len(groups)
            yield place, _heading(group, authority, wording), key


def _heading(group: str, authority: Authority, wording: Wording) -> str:
    """Return the heading; one court has one, whether it is recorded by its name or its abbreviation."""
    known = (f"court_of.{authority.form}", f"court_named.{authority.group}")
    court = next((wording.label(key) for key in known if wording.has(key)), authority.group)
    if group == "cases" and court:
        return wording.label("authorities.of_court", court=court)
    return wording.label(f"authorities.{group}")


def _written(entries: Sequence[Entry]) -> Iterator[Block]:
    for heading, own in groupby(entries, key=lambda entry: entry[1]):
        yield Paragraph((Text(heading),), Role.AUTHORITY_GROUP)
        for *_, key in own:
            yield Paragraph((Cite((CiteItem(key),)),), Role.AUTHORITY)


_ROLES = ("author", "editor", "interviewer", "translator", "recipient")


def list_sources(blocks: Blocks, library: Library, seen: Blocks | None = None) -> Blocks:
    """Put the list of cited sources where the template asks for it, in order of author and title; see `_sort_key`.

    What is cited outside the blocks that are `seen` is not listed: the list goes to readers who do not see it.
    With what each entry begins is known when citations are written: `sources_in_order` then puts it where it belongs.
    """
    if not any(is_place(block, LIST_OF_SOURCES) for block in blocks):
        return blocks
    cited = dict.fromkeys(works_cited(blocks if seen is None else seen, library))
    for key in list(cited):
        cited.update(dict.fromkeys(item.key for item in library.cited_in.get(key, ())))
    entries = sorted((key for key in cited if key in library.sources), key=lambda key: _sort_key(library, key))
    made = [Paragraph((Cite((CiteItem(key),)),), Role.BIBLIOGRAPHY) for key in entries]
    return tuple(one for block in blocks for one in (made if is_place(block, LIST_OF_SOURCES) else (block,)))


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
