"""Marks of exhibits in a document that goes into a bundle: the page of the bundle printed beside each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from probata.document.anchors import IN_BUNDLE, exhibit_anchor, page_apart
from probata.document.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from probata.document.inlines import CrossRef, Inline, Inlines, Link, Text
from probata.document.rebuild import map_block, map_children
from probata.document.walk import plain_text

Said = Callable[[str], str]
"""Returns how a page of the bundle is called: `bundle p 214` for `214`."""


def with_bundle_pages(
    blocks: Blocks, pages: Mapping[str, str], said: Said, marks: Collection[str] = (), *, linked: bool = True
) -> Blocks:
    """Return the blocks with the page behind each mark: `[E16, bundle p 214] 2`, and `JS/3 [bundle p 12]`.

    `pages` are the numbers of the pages by what a mark leads to. A mark of what is not in the bundle is as it is in a
    document of its own. Each is a link that is led to its page when the bundle is joined; with `linked` false a text.
    `marks` are those of exhibits that their author named in so many words, as a witness does: they are found in the
    text where they stand as a word of their own.
    """
    passed = _Marks(pages, said, marks, linked)
    return tuple(passed.block(block) for block in blocks)


class _Marks:
    def __init__(self, pages: Mapping[str, str], said: Said, marks: Collection[str], linked: bool) -> None:
        self._pages = pages
        self._said = said
        self._linked = linked
        told = sorted((mark for mark in marks if exhibit_anchor(mark) in pages and _IS_TOLD.search(mark)), key=len)
        either = "|".join(map(re.escape, reversed(told)))
        self._told = re.compile(rf"(?<![\w/])({either})(?![\w/])") if told else None

    def block(self, block: Block) -> Block:
        return map_block(block, self._inlines)

    def _inlines(self, inlines: Inlines) -> Inlines:
        made: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, Link) and inline.url.startswith(IN_BUNDLE):
                made += self._mark(inline.url.removeprefix(IN_BUNDLE), plain_text(inline.inlines), inline.inlines)
            elif isinstance(inline, CrossRef) and inline.kind == "exhibit" and inline.target in self._pages:
                made += self._mark(inline.target, inline.text, (Text(inline.text),))
            elif isinstance(inline, Text):
                made += self._text(inline)
            else:
                made.append(map_children(inline, self._inlines))
        return tuple(made)

    def _text(self, text: Text) -> Inlines:
        """Return a text with the marks in it as marks."""
        if self._told is None or not self._told.search(text.text):
            return (text,)
        made: list[Inline] = []
        for number, part in enumerate(self._told.split(text.text)):
            if number % 2:
                made += self._mark(exhibit_anchor(part), part, (replace(text, text=part),))
            elif part:
                made.append(replace(text, text=part))
        return tuple(made)

    def _mark(self, key: str, mark: str, bare: Inlines) -> Inlines:
        exhibit, _ = page_apart(key)
        if exhibit not in self._pages:
            return bare
        page = self._said(self._pages[exhibit])
        text = Text(f"{mark[:-1]}, {page}]" if mark.endswith("]") else f"{mark} [{page}]")
        return (Link(f"{IN_BUNDLE}{key}", (text,)),) if self._linked else (text,)


_IS_TOLD = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
"""A mark that no other word can be: it has a letter and a digit."""


def is_mark(text: Text) -> bool:
    """Tell whether a text is the mark of an exhibit, as a record has it."""
    return text.origin is not None and text.origin.record.startswith("exhibits/") and text.origin.field == "mark"


def with_items_linked(table: Table, keys: Mapping[str, str]) -> Table:
    """Return a schedule whose lines are marks too; `keys` are what they lead to, by what stands in the first cell."""
    return replace(table, rows=tuple(_row(row, keys) for row in table.rows))


def _row(row: Row, keys: Mapping[str, str]) -> Row:
    if len(row.cells) < 2:
        return row
    number, work, *others = row.cells
    key = keys.get(text_of(number))
    if key is None or not work.blocks or not isinstance(work.blocks[-1], Paragraph):
        return row
    last = work.blocks[-1]
    mark = Link(f"{IN_BUNDLE}{key}", ())
    work = replace(work, blocks=(*work.blocks[:-1], replace(last, inlines=(*last.inlines, mark))))
    return replace(row, cells=(number, work, *others))


def text_of(cell: Cell) -> str:
    """Return what a cell says, without its notes."""
    return " ".join(plain_text(block.inlines) for block in cell.blocks if isinstance(block, Paragraph))
