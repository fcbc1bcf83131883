"""Names in a composed document: taken out where its reader would see them, however their letters are set.

The last look before a document is written. A paragraph is read as one text, whatever emphasis, links and notes are in
it, and so is the row of a table. What cannot be told without a name goes: where a link leads, a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.disclosure.name_search import Named, NameSearch, stretches
from probata.document.anchors import neutral_name, renamed
from probata.document.blocks import (
    Anchored,
    Block,
    Blocks,
    Box,
    Contents,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)
from probata.document.identity import comes_from
from probata.document.inlines import (
    Cite,
    CrossRef,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    Text,
)
from probata.document.origin import NOTHING, Origin
from probata.document.rebuild import map_blocks, map_children, map_inner, same_or_new
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, walk_blocks
from probata.graph.case_graph import CaseGraph
from probata.graph.texts import point_in
from probata.model.case_file import Filing

_NO_TEXT = "\ufffc"
"""Stands for the mark of a note and for a number: a sign between letters."""
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class NamedIn:
    """Somebody whom a document named, and where."""

    person: str
    origin: Origin | None
    """The record and field that the words come from, where they come from one."""

    under: str
    """The heading above them; empty for what the file says of itself."""


def without_names(document: Document, names: NameSearch, mark: str) -> tuple[Document, tuple[NamedIn, ...]]:
    """Return a document with a mark in place of each name, in its properties too; and whom it named, each place once.

    Without a name it is the same document.
    """
    if not names:
        return document, ()
    taker = _Taker(names, mark)
    meta, blocks = taker.meta(document.meta), taker.blocks(document.blocks)
    anchors = {block.id for block in walk_blocks(blocks) if isinstance(block, Anchored)}
    telling = {one: neutral_name("place", one) for one in anchors if names.found(one, is_address=True)}
    marks = tuple(
        replace(one, long=names.without(one.long, mark), short=names.without(one.short, mark))
        for one in document.authority_marks
    )
    if not taker.found and not telling:
        return document, ()
    return Document(meta, renamed(blocks, telling), marks), tuple(dict.fromkeys(taker.found))


def names_left(document: Document, names: NameSearch) -> Iterator[NamedIn]:
    """Give whom any string of a finished document names still, seen by its reader or not."""
    for text in _strings(document) if names else ():
        yield from (NamedIn(person, None, "") for person in names.persons_in(text))


def _strings(node: Any) -> Iterator[str]:
    """Give every string of a document but the ids of the records that it comes from, which no writer knows."""
    match node:
        case str():
            yield _TAG.sub(" ", node)
        case tuple():
            yield from (text for item in node for text in _strings(item))
        case _ if is_dataclass(node) and not isinstance(node, Origin):
            yield from (text for one in fields(node) for text in _strings(getattr(node, one.name)))


@dataclass(slots=True)
class _Taker:
    names: NameSearch
    mark: str
    found: list[NamedIn] = field(default_factory=list)
    under: str = ""

    def meta(self, meta: Meta) -> Meta:
        title, author, subject, short = map(self._text, (meta.title, meta.author, meta.subject, meta.short_title))
        running = tuple(map(self._text, meta.running))
        return replace(meta, title=title, author=author, subject=subject, short_title=short, running=running)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return blocks without names, each read as one text."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        match block:
            case Box() | ListBlock():
                return map_inner(block, self.blocks)
            case Quote():
                quote = map_inner(block, self.blocks)
                return replace(quote, attribution=self._line(block.attribution))
            case Table():
                header, rows = (tuple(map(self._row, rows)) for rows in (block.header, block.rows))
                return replace(block, header=header, rows=rows, caption=self._line(block.caption))
            case Contents():
                entries = tuple(replace(one, inlines=self._line(one.inlines)) for one in block.entries)
                return replace(block, title=self._line(block.title), entries=entries)
            case Picture() if drawn := self.names.persons_in(_TAG.sub(" ", block.svg)):
                self.found += [NamedIn(person, block.origin, self.under) for person in drawn]
                return Paragraph((Text(self.mark),), origin=block.origin)
            case Picture():
                return replace(block, caption=self._line(block.caption), alternative=self._text(block.alternative))
            case _:
                (told,) = self.together((block,))
                self.under = _read(told.inlines) if isinstance(told, Heading) else self.under
                return told

    def together(self, blocks: Blocks) -> Blocks:
        """Return blocks without names, all of them read as one text."""
        runs: list[Inlines] = []

        def noted(run: Inlines) -> Inlines:
            runs.append(run)
            return run

        map_blocks(blocks, noted)
        found = self.names.found("\n".join(map(_read, runs)))
        cut = _Cut(self, stretches(found))
        told = map_blocks(blocks, cut.run)
        self.found += [NamedIn(one.person, cut.origin_of(one), self.under) for one in found]
        return told

    def _row(self, row: Row) -> Row:
        """Return a row without names, all its cells read as one text: a name may stand in two."""
        (told,) = self.together((Table((1,), (), (row,)),))
        return told.rows[0] if isinstance(told, Table) else row

    def _line(self, inlines: Inlines) -> Inlines:
        (told,) = self.together((Paragraph(inlines),))
        return told.inlines if isinstance(told, Paragraph) else inlines

    def _text(self, text: str) -> str:
        self.found += [NamedIn(person, None, self.under) for person in self.names.persons_in(text)]
        return self.names.without(text, self.mark)

    def leads_to(self, inline: Inline) -> bool:
        """Tell whether what a link or a language is told by names somebody."""
        told = inline.url if isinstance(inline, Link) else inline.lang if isinstance(inline, Language) else ""
        persons = self.names.persons_in(told, is_address=True)
        self.found += [NamedIn(person, comes_from(child_inlines(inline)), self.under) for person in persons]
        return bool(persons)


@dataclass(slots=True)
class _Cut:
    """Puts the mark in place of stretches of a text, while the inlines that it was read from are gone through."""

    taker: _Taker
    names: list[tuple[int, int]]
    at: int = 0
    marked: set[tuple[int, int]] = field(default_factory=set)
    """Those of which the mark stands in this run already."""

    origins: list[tuple[int, int, Origin | None]] = field(default_factory=list)
    """Stretches of one origin, where a name was cut."""

    def run(self, inlines: Inlines) -> Inlines:
        """Cut the next of the runs that make up the text."""
        self.marked.clear()
        start = self.at
        told = self._inlines(inlines)
        self.at += 1  # for the sign between two
        self.origins += [] if told is inlines else [(start, self.at, comes_from(inlines))]
        return told

    def origin_of(self, named: Named) -> Origin | None:
        """Return where the words of a name come from."""
        return next((of for start, end, of in self.origins if start <= named.start < end and of), None)

    def _inlines(self, inlines: Inlines) -> Inlines:
        return same_or_new(inlines, tuple(told for inline in inlines for told in self._inline(inline)))

    def _inline(self, inline: Inline) -> Inlines:
        start = self.at
        match inline:
            case Text(text=text, origin=origin):
                told = self._text(text)
                self.origins += [(start, self.at, origin)] if told != text else []
                return (inline if told == text else Text(told, origin),) if told else ()
            case Gap(text=text):
                told = self._text(f"[{text}]").removeprefix("[").removesuffix("]")
                return (inline if told == text else replace(inline, text=told),)
            case Note(blocks=blocks):
                self.at += 1
                inner = self.taker.together(blocks)
                return (inline if inner is blocks else replace(inline, blocks=inner),)
            case LineBreak() | NoteRef() | CrossRef() | Cite():
                self.at += 1
                return (inline,)
            case _:
                return self._around(inline, child_inlines(inline))

    def _around(self, inline: Inline, inlines: Inlines) -> Inlines:
        """Cut what stands in an emphasis, a link or a language, which goes where nothing else is left in it.

        A link goes, too, where only a part of it was the name: it leads to whom it names.
        """
        start = self.at
        told = self._inlines(inlines)
        touched = [name for name in self.names if name[0] < self.at and start < name[1]]
        is_whole = any(name[0] <= start and self.at <= name[1] for name in touched)
        if is_whole or not told or (touched and isinstance(inline, Link)) or self.taker.leads_to(inline):
            return told
        return (map_children(inline, lambda _: told),)

    def _text(self, text: str) -> str:
        start, end = self.at, self.at + len(text)
        parts, self.at = list[str](), start
        for name in self.names:
            if name[0] < end and self.at < name[1]:
                parts.append(text[self.at - start : max(name[0] - start, 0)])
                parts += [] if name in self.marked else [self.taker.mark]
                self.marked.add(name)
                self.at = min(name[1], end)
        parts.append(text[self.at - start :])
        self.at = end
        return "".join(parts)


def _read(inlines: Inlines) -> str:
    """Return a run of inlines as its reader sees it; what is no text is one sign, so that places can be told."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                parts.append(text)
            case Gap(text=text):
                parts.append(f"[{text}]")
            case LineBreak():
                parts.append("\n")
            case Note() | NoteRef() | CrossRef() | Cite():
                parts.append(_NO_TEXT)
            case _:
                parts.append(_read(child_inlines(inline)))
    return "".join(parts)


# What is said of a text that names somebody whom it may not.


def named_in_record(
    graph: CaseGraph, names: NameSearch, forum: str, person: str, record: str, loc: tuple[str | int, ...]
) -> Diagnostic:
    """Tell that a field of a record names somebody of whom no consent covers a forum, and where."""
    kind, _, key = record.partition("/")
    path, field = ".".join(map(str, loc)), graph.span(kind, key, *loc)
    place = _place_of(graph, field, names, person) or field
    return _finding(f"{say.field(path)} of {say.record(record)}", person, forum, record, place, f"{path} {person}")


def named_in_cell(person: str, forum: str, dataset: str, place: Span) -> Diagnostic:
    """Tell that a cell of a table of figures names somebody of whom no consent covers a forum."""
    return _finding(
        f"a cell of table {say.table(dataset)}", person, forum, f"datasets/{dataset}", place, f"cell {person}"
    )


def named_in_document(
    graph: CaseGraph, names: NameSearch, filing: Filing, found: Iterable[NamedIn]
) -> Iterator[Diagnostic]:
    """Tell whom a document named, at the record that the words come from; and whom the name of its files names."""
    at = next((n for n, own in enumerate(graph.case.filings) if own.id == filing.id), 0)
    place, record = graph.span("case", graph.name, "filings", at, "id"), f"filings/{filing.id}"
    for one in found:
        if one.origin and one.origin != NOTHING:
            loc = tuple(int(step) if step.isdigit() else step for step in (one.origin.field or "text").split("."))
            yield named_in_record(graph, names, filing.forum, one.person, one.origin.record, loc)
        else:
            where = f"the text under {say.words(one.under)}" if one.under else "its head or its properties"
            yield _finding(f"{say.filing(filing)}, in {where},", one.person, filing.forum, record, place)
    for person in names.persons_in(filing.id, is_address=True):
        yield _finding(
            f"the name of the files of {say.filing(filing)}", person, filing.forum, record, place, is_left=True
        )


def _finding(
    where: str, person: str, forum: str, record: str, place: Span, alike: str = "", *, is_left: bool = False
) -> Diagnostic:
    done = "it still stands there" if is_left else "the name is taken out there"
    return Diagnostic(
        "DIS102", "name-without-consent", Severity.ERROR,
        f"{where} names {say.person(person)}, and no consent covers that name for {say.words(forum)} and its readers: "
        f"{done}",
        place,
        "give the filing another `id`" if is_left
        else "write it without the name, keep it out of this forum, or record a consent",
        record=record, alike=alike, filing=forum,
    )  # fmt: skip


def _place_of(graph: CaseGraph, field: Span, names: NameSearch, person: str) -> Span | None:
    """Return where a field of a file first names somebody; `None` where the file writes it otherwise."""
    lines = graph.texts.get(field.path, "").split("\n")[field.line - 1 : max(field.end_line, field.line)]
    shown, before = "\n".join(lines), field.column - 1 if lines else 0
    found = next((one for one in names.found(shown[before:]) if one.person == person), None)
    if found is None:
        return None
    start, end = (point_in(shown, before + offset, field.line) for offset in (found.start, found.end))
    return Span(field.path, *start, *end)
