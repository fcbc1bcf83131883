"""The exhibits of a filing: what its evidence schedule numbers, and the exhibits of its statements, with their marks.

An exhibit that its readers may not see is not in the bundle, whatever is held of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from probata.checks import Drafted
from probata.citation.library import Scheduled, is_schedule
from probata.disclosure import Disclosed
from probata.document.anchors import IN_BUNDLE, exhibit_anchor, page_apart
from probata.document.blocks import Block, Blocks, PageBreak, Paragraph, Table
from probata.document.bundle_marks import is_mark, text_of, with_items_linked
from probata.document.inlines import CrossRef, Inline, Inlines, Link, Text
from probata.document.parts import open_blocks, with_parts
from probata.document.rebuild import without_notes
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, plain_text
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import with_exhibits_filed
from probata.model.authority import Authority
from probata.model.case_file import Filing
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source

_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Exhibited:
    """Something that the filing marks."""

    key: str
    """What links to it lead to."""
    mark: str
    title: str
    """How it is called in the outline."""
    described: Inlines
    """How the index and its cover sheet describe it."""
    piece: str
    """The record that it is, by which a fixed bundle knows it: a source, an authority or an exhibit."""
    record: str
    """The source of which the copies are looked for; empty where no record names one."""
    aliases: tuple[str, ...]
    """What its marks in the text lead to."""
    is_told: bool = False
    """Whether its mark is that of a record, which an author may name in so many words."""
    why: str = ""
    """Why it may not be in the bundle: `kept_apart`; of one without pages what `HeldPages` found; empty where nothing
    keeps it out. The addressee is told `kept_apart` and `beside` alone."""
    others: tuple[str, ...] = ()
    """Its further marks: those of the exhibits that reproduce the item of the schedule."""

    cited: frozenset[int] = frozenset()
    """The pages of it to which marks lead, as they are cited."""

    @property
    def marks(self) -> str:
        """All its marks, as the text names it: `E6, EX/1`."""
        return ", ".join((self.mark, *self.others))


def exhibits_of(drafted: Drafted, graph: CaseGraph, filing: Filing) -> tuple[Exhibited, ...]:
    """Return what a document that was drafted for a bundle marks, in the order of its marks.

    `graph` is the case as it was read; what its readers may see of it stands in the draft.
    """
    finder = _Finder(drafted, graph, with_exhibits_filed(graph, filing))
    return (*finder.scheduled(), *finder.of_statements())


class _Finder:
    def __init__(self, drafted: Drafted, graph: CaseGraph, filed: CaseGraph) -> None:
        self._graph = graph
        self._filed = filed
        self._disclosed = drafted.disclosed or Disclosed(graph)
        self._items = drafted.items
        self._lines = dict(_lines(drafted.document.blocks))
        self._blocks = open_blocks(drafted.document.blocks, drafted.document.meta.parts)
        links = (one.url for one in inlines_in_order(self._blocks) if isinstance(one, Link))
        self._cited = {page_apart(url.removeprefix(IN_BUNDLE)) for url in links if url.startswith(IN_BUNDLE)}

    def scheduled(self) -> Iterator[Exhibited]:
        """Give the items of the evidence schedule."""
        for work, item in self._items.items():
            if not item.number:
                continue
            described = self._lines.get(_number(item), (Text(item.name),))
            source, key = self._source_of(work), exhibit_anchor(item.number)
            yield Exhibited(
                key, item.number, item.name or plain_text(described), described, work, source,
                (key, *map(exhibit_anchor, item.marks)), why=self._why(source, item.marks), others=item.marks,
                cited=frozenset(int(page) for one, page in self._cited if one == key and page),
            )  # fmt: skip

    def of_statements(self) -> Iterator[Exhibited]:
        """Give the exhibits that the document names by marks of their own, and that are no items of the schedule."""
        taken = {mark for item in self._items.values() for mark in item.marks if item.number}
        named = [one.text for one in inlines_in_order(self._blocks) if _is_mark(one)]
        shown = {one.mark: one for one in self._disclosed.graph.exhibits}
        for mark in dict.fromkeys(named):
            if mark in shown and mark not in taken:
                one = shown[mark]
                source = one.source or ""
                yield Exhibited(exhibit_anchor(mark), mark, one.description, (Text(one.description),), one.id, source,
                                (exhibit_anchor(mark),), True, self._why(source, (mark,)))  # fmt: skip

    def _source_of(self, work: str) -> str:
        """Return the source of which a copy of a work is held: itself, or the one that prints an authority."""
        if self._graph.find("sources", Source, work):
            return work
        authority = self._graph.find("authorities", Authority, work)
        return (authority.source if authority else None) or ""

    def _why(self, source: str, marks: Sequence[str]) -> str:
        """Return why its readers may not see it."""
        record = self._graph.find("sources", Source, source)
        exhibits = [one for one in self._graph.exhibits if one.mark in marks or (source and one.source == source)]
        if any(map(self._is_kept_apart, exhibits)) or (record and self._is_of_somebody_hidden(record)):
            return "kept_apart"
        return ""

    def _is_kept_apart(self, exhibit: Exhibit) -> bool:
        """Tell whether an exhibit may not be shown, or went from the case with the person whose statement it is."""
        is_filed = self._filed.find("exhibits", Exhibit, exhibit.id) is not None
        is_gone = is_filed and self._disclosed.graph.find("exhibits", Exhibit, exhibit.id) is None
        return exhibit.disclosure != "open" or is_gone

    def _is_of_somebody_hidden(self, source: Source) -> bool:
        """Tell whether a source is not open, is not in what readers see, or names somebody whom they may not see."""
        if source.confidentiality != "open" or self._disclosed.graph.find("sources", Source, source.id) is None:
            return True
        people = (*source.author, *source.editor, *source.translator, *source.recipient, *source.interviewer)
        texts = (source.title, source.translated_title, source.short_title, *(one.whole for one in people))
        return any(self._disclosed.names.found(text) for text in texts if text)


def _is_mark(inline: Inline) -> TypeGuard[Text | CrossRef]:
    return (isinstance(inline, Text) and is_mark(inline)) or (isinstance(inline, CrossRef) and inline.kind == "exhibit")


def _number(item: Scheduled) -> str:
    """Return a number as its column of the schedule has it."""
    return item.number.rpartition(_SPACE)[2]


def _lines(blocks: Blocks) -> Iterator[tuple[str, Inlines]]:
    """Give each item of the schedule by what its first cell says, as it is described there."""
    for table in filter(is_schedule, blocks):
        for row in table.rows:
            if len(row.cells) > 1:
                (*_, work) = row.cells[:2]
                found = next((one for one in work.blocks if isinstance(one, Paragraph)), None)
                yield text_of(row.cells[0]), without_notes(found.inlines) if found else ()


def with_schedule_linked(drafted: Drafted, exhibits: Sequence[Exhibited]) -> Blocks:
    """Return the blocks of the document in which the lines of the schedule are marks as well."""
    numbers = {exhibit_anchor(one.number): _number(one) for one in drafted.items.values() if one.number}
    keys = {numbers[one.key]: one.key for one in exhibits if one.key in numbers}
    return tuple(with_items_linked(one, keys) if isinstance(one, Table) and is_schedule(one) else one
                 for one in drafted.document.blocks)  # fmt: skip


def covers_of_forum(document: Document) -> Mapping[str, tuple[str, Blocks]]:
    """Return the cover sheets that a forum has itself, with the part that holds them, by what the marks lead to.

    A part is one of cover sheets where each of its pages begins with the mark of an exhibit.
    """
    sheets: dict[str, list[list[Block]]] = {}
    for part, block in with_parts(document.blocks):
        held = sheets.setdefault(part, [])
        if isinstance(block, PageBreak):
            held.append([])
        elif held:
            held[-1].append(block)
    found: dict[str, tuple[str, Blocks]] = {}
    for part, pages in sheets.items():
        marks = [_mark_of(page) for page in pages]
        if document.meta.part != part and part in {head.name for head in document.meta.parts} and all(marks):
            found |= {exhibit_anchor(mark): (part, tuple(page)) for mark, page in zip(marks, pages, strict=True)}
    return found


def _mark_of(page: Sequence[Block]) -> str:
    """Return the mark of the exhibit on whose cover sheet these blocks stand; empty for any other page."""
    headings = [one for one in page if hasattr(one, "level")]
    marks = {one.text for one in inlines_in_order(tuple(headings)) if isinstance(one, Text) and is_mark(one)}
    return marks.pop() if len(marks) == 1 else ""
